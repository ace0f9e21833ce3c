import { Text, View } from '@tarojs/components'
import type { ApplicationRow as Row } from '@shared/contracts/applications'
import { applicationStates, progressGroups } from '@shared/domain/application-workflow'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { DeadlineTag } from '../../components/deadline-tag'
import { Icon } from '../../components/icon'
import { Tag } from '../../components/tag'
import { Tappable } from '../../components/tappable'
import './application-row.css'
import { copy } from './copy'

const tones = { 'needs-you': 'amber', running: 'accent', finished: 'plain' } as const

/** One application in a line: what it is, how it stands, what comes next, and until when. */
export function ApplicationRow({
  row,
  today,
  onTap,
}: {
  readonly row: Row
  readonly today: string
  readonly onTap: () => void
}) {
  const { label, next } = applicationStates[row.state]
  return (
    <Tappable id={`application-${row.id}`} className="application-row" onTap={onTap}>
      <View className="application-row__inner">
        <View className="application-row__words">
          <View className="application-row__head">
            <Text className="application-row__name">{row.itemName}</Text>
            <Tag tone={tones[progressGroups[row.state]]}>{label}</Tag>
          </View>
          <Text className="application-row__next">{next}</Text>
          {row.deadline !== undefined && (
            <View className="application-row__deadline">
              <DeadlineTag deadline={row.deadline} today={today} />
            </View>
          )}
          <Text className="application-row__receipt">
            {copy.receipt} {formatReceiptNumber(row.receiptNumber)}
          </Text>
        </View>
        <View className="application-row__go">
          <Icon name="forward" size="s" />
        </View>
      </View>
    </Tappable>
  )
}
