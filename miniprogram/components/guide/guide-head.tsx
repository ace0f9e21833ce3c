import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { audiences, handlingClasses } from '@shared/domain/item'
import { limitInWords, savingInWords, visitsInWords } from '@shared/domain/time-limit'
import { Card } from '../card'
import { Tag } from '../tag'
import { spoken } from '../../platform/spoken'
import { copy } from './copy'
import './guide-head.css'

/** What people ask first: which matter, whose, how long, how often to come, what it costs. */
export function GuideHead({ guide }: { readonly guide: Guide }) {
  const saving = savingInWords(guide)
  return (
    <Card id="guide-head">
      <View className="guide-head__name" {...spoken({ role: 'heading' })}>
        {guide.name}
      </View>
      <Text className="guide-head__department">{guide.department}</Text>
      <View className="guide-head__tags">
        <Tag tone="accent">{handlingClasses[guide.handling]}</Tag>
        {guide.audience.map((audience) => (
          <Tag key={audience}>{audiences[audience]}</Tag>
        ))}
        {guide.pledge && <Tag>{copy.guide.pledge}</Tag>}
        {guide.homeVisit && <Tag>{copy.guide.homeVisit}</Tag>}
      </View>
      <View className="guide-head__figures">
        <Figure
          name={copy.guide.committed}
          value={limitInWords(guide.committed)}
          isMain
          {...(saving === undefined ? {} : { remark: copy.guide.saving(saving) })}
        />
        <Figure name={copy.guide.statutory} value={limitInWords(guide.statutory)} />
        <Figure name={copy.guide.visits} value={visitsInWords[guide.visits]} />
        <Figure name={copy.guide.fee} value={guide.fee.amount} />
      </View>
    </Card>
  )
}

function Figure({
  name,
  value,
  remark,
  isMain = false,
}: {
  readonly name: string
  readonly value: string
  readonly remark?: string
  readonly isMain?: boolean
}) {
  return (
    <View className="guide-head__figure">
      <Text className="guide-head__figure-name">{name}</Text>
      <Text className={isMain ? 'guide-head__value guide-head__value--main' : 'guide-head__value'}>{value}</Text>
      {remark !== undefined && (
        <View>
          <Tag tone="green">{remark}</Tag>
        </View>
      )}
    </View>
  )
}
