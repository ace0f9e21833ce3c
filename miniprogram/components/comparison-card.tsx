import type { ApplicationView } from '@shared/contracts/applications'
import { formatDateTime } from '@shared/domain/civil-time'
import { comparisonPlaces } from '@shared/domain/originals'
import { Card } from './card'
import { Fact, Facts } from './facts'

const words = {
  title: '原件核对',
  compared: '已核对原件',
  onPaper: '收取纸质材料',
  at: '核对时间',
  place: '核对地点',
  by: '核对人',
  nothing: '没有需要核对原件的材料',
} as const

type Comparison = NonNullable<ApplicationView['comparison']>
const namesOf = (materials: Comparison['compared']) => materials.map(({ name }) => name).join('、')

/** 原件核对: which originals were seen at the acceptance, what was handed over on paper; when, where and by whom. */
export function ComparisonCard({ comparison }: { readonly comparison: Comparison }) {
  const { compared, onPaper, at, place, staffName } = comparison
  return (
    <Card id="comparison" title={words.title}>
      <Facts>
        <Fact label={words.compared}>{compared.length === 0 ? words.nothing : namesOf(compared)}</Fact>
        {onPaper.length > 0 && <Fact label={words.onPaper}>{namesOf(onPaper)}</Fact>}
        <Fact label={words.at}>{formatDateTime(at)}</Fact>
        <Fact label={words.place}>{comparisonPlaces[place]}</Fact>
        <Fact label={words.by}>{staffName}</Fact>
      </Facts>
    </Card>
  )
}
