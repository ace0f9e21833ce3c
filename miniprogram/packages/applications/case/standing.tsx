import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { applicationStates, progressGroups } from '@shared/domain/application-workflow'
import { formatDateTime } from '@shared/domain/civil-time'
import { channels } from '@shared/domain/item'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Button } from '../../../components/button'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Notice } from '../../../components/notice'
import { serverToday } from '../../../cloud/server-time'
import { copyText } from '../../../platform/phone'
import { spoken } from '../../../platform/spoken'
import { Fact, Facts } from '../../../components/facts'
import { copy, meanings } from './copy'
import './standing.css'

/** How the application stands, large and in words, and which one it is. */
export function Standing({ view }: { readonly view: ApplicationView }) {
  const group = progressGroups[view.state]
  const [deadline] = view.clocks
  const resubmittedAt = view.rounds.at(-1)?.resubmittedAt
  return (
    <View id="standing" className="standing">
      <View className={`standing__state standing__state--${group}`} {...spoken({ role: 'status' })}>
        <Text className="standing__label">{applicationStates[view.state].label}</Text>
        <Text className="standing__meaning">{meanings[view.state].words}</Text>
        {deadline !== undefined && group === 'needs-you' && (
          <View className="standing__deadline">
            <DeadlineTag deadline={deadline} today={serverToday()} />
          </View>
        )}
      </View>
      <View className="standing__which">
        <View className="standing__item" {...spoken({ role: 'heading' })}>
          {view.itemName}
        </View>
        {resubmittedAt !== undefined && group === 'running' && view.clocks.some(({ clock }) => clock === 'promise') && (
          <Notice id="resubmitted" tone="green">
            {copy.resubmitted(formatDateTime(resubmittedAt))}
          </Notice>
        )}
        <View className="standing__receipt">
          <Text className="standing__receipt-label">{copy.receipt}</Text>
          <View className="standing__receipt-number">
            <Text id="receipt-number" userSelect>
              {formatReceiptNumber(view.receiptNumber)}
            </Text>
          </View>
          <Button
            id="copy-receipt"
            kind="quiet"
            small
            label={`${copy.copyReceipt}${copy.receipt}`}
            onTap={() => void copyText(view.receiptNumber, copy.copied)}
          >
            {copy.copyReceipt}
          </Button>
        </View>
        <Facts>
          <Fact label={copy.department}>{view.department}</Fact>
          <Fact label={copy.channel}>{channels[view.channel]}</Fact>
          <Fact label={copy.submittedAt}>{formatDateTime(view.submittedAt)}</Fact>
        </Facts>
      </View>
    </View>
  )
}
