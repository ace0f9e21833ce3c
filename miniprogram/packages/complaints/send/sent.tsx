import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ComplaintView } from '@shared/contracts/complaints'
import { formatDate } from '@shared/domain/civil-time'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { sendWords as words } from '../copy'
import './send-form.css'

/** It came in: its number, and what happens next. */
export function Sent({ complaint }: { readonly complaint: ComplaintView }) {
  const { id, number, clock, sentAt } = complaint
  return (
    <View>
      <Notice id="sent" tone="green">
        {words.sent}
      </Notice>
      <Card>
        <View>{words.sentDetail(formatDate(clock?.dueOn ?? sentAt))}</View>
        <Facts>
          <Fact label={words.number}>{formatReceiptNumber(number)}</Fact>
        </Facts>
        <View className="send-form__lead">{words.numberDetail}</View>
        <View className="send-form__send">
          <Button id="to-one" onTap={() => void Taro.redirectTo({ url: `/packages/complaints/one/index?id=${id}` })}>
            {words.toOne}
          </Button>
        </View>
      </Card>
    </View>
  )
}
