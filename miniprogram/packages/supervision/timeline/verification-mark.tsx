import { Text, View } from '@tarojs/components'
import { caseChains, chainFaultNames, type AuditTimeline } from '@shared/contracts/supervision'
import { formatDateTime } from '@shared/domain/civil-time'
import { Icon } from '../../../components/icon'
import { spoken } from '../../../platform/spoken'
import { timelineWords } from '../copy'
import './verification-mark.css'

/** Whether the record of a case is whole, and what is wrong where it is not. */
export function VerificationMark({
  verification,
  count,
}: {
  readonly verification: AuditTimeline['verification']
  readonly count: number
}) {
  const { isWhole, checkedAt, faults } = verification
  const when = formatDateTime(checkedAt)
  return (
    <View
      id="verification"
      className={isWhole ? 'verification-mark' : 'verification-mark verification-mark--broken'}
      {...spoken({ role: 'status' })}
    >
      <View className="verification-mark__sign">
        <Icon name={isWhole ? 'shield' : 'warning'} size="l" />
      </View>
      <View className="verification-mark__words">
        <Text className="verification-mark__title">{isWhole ? timelineWords.whole : timelineWords.broken}</Text>
        <Text>{isWhole ? timelineWords.wholeDetail(count, when) : timelineWords.brokenDetail(when)}</Text>
        {faults.map(({ chain, sequence, kind }) => (
          <Text key={`${chain}-${String(sequence)}-${kind}`}>
            {timelineWords.fault(caseChains[chain], sequence, chainFaultNames[kind])}
          </Text>
        ))}
      </View>
    </View>
  )
}
