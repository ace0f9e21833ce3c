import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { defects, partKey } from '@shared/domain/correction-notice'
import type { Item } from '@shared/domain/item'
import { Card } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { partLabel } from '../part-label'
import { copy } from './copy'
import './correction-notice.css'

type Guide = Pick<Item, 'fields' | 'materials'>
type Mark = ApplicationView['rounds'][number]['marks'][number]

/** 一次性告知: every marked part with what is wrong and what to do. */
export function CorrectionNotice({
  round,
  guide,
}: {
  readonly round: ApplicationView['rounds'][number]
  readonly guide: Guide | undefined
}) {
  return (
    <Card id="correction-notice" title={copy.correctionTitle} tone="amber">
      <Text className="correction-notice__once">{copy.correctionOnce}</Text>
      {round.marks.map((mark, place) => (
        <View key={partKey(mark)} className="correction-notice__mark">
          <Text className="correction-notice__number">{place + 1}</Text>
          <View className="correction-notice__words">
            <MarkWords mark={mark} guide={guide} />
          </View>
        </View>
      ))}
    </Card>
  )
}

/** One mark of a notice: the part, the defect, the reviewer's words. */
export function MarkWords({ mark, guide }: { readonly mark: Mark; readonly guide: Guide | undefined }) {
  return (
    <View className="correction-notice__part">
      <View className="correction-notice__head">
        <Text className="correction-notice__label">{partLabel(guide, mark)}</Text>
        <Tag tone="amber">{defects[mark.defect]}</Tag>
      </View>
      <Text>{mark.explanation}</Text>
    </View>
  )
}
