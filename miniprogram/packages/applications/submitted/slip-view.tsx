import { Text, View } from '@tarojs/components'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { openPage } from '../../../platform/open-page'
import { copyText } from '../../../platform/phone'
import { spoken } from '../../../platform/spoken'
import type { Slip } from '../kept-slips'
import { copy } from './copy'
import { DeliveryCard } from './delivery-card'
import { MessagesCard } from './messages-card'
import { SlipPicture } from './slip-image'
import './slip-view.css'

/** That it is handed in, under which number, what comes next, and the slip to take along. */
export function SlipView({
  slip,
  justAnswered,
}: {
  readonly slip: Slip
  readonly justAnswered: 'on' | 'off' | undefined
}) {
  return (
    <View>
      <View className="slip-view__done" {...spoken({ role: 'status' })}>
        <View className="slip-view__mark">
          <Icon name="check" size="l" />
        </View>
        <Text className="slip-view__title">{copy.done}</Text>
        <Text className="slip-view__item">{slip.itemName}</Text>
      </View>
      <Card title={copy.receipt}>
        <Text id="receipt-number" className="slip-view__number" userSelect>
          {formatReceiptNumber(slip.receiptNumber)}
        </Text>
        <Text className="slip-view__hint">{copy.doneDetail}</Text>
        <Button id="copy-receipt" kind="secondary" onTap={() => void copyText(slip.receiptNumber, copy.copied)}>
          {copy.copyReceipt}
        </Button>
      </Card>
      <Card id="next-steps" title={copy.nextTitle}>
        {slip.next.map((sentence, place) => (
          <View key={sentence} className="slip-view__step">
            <Text className="slip-view__place">{place + 1}</Text>
            <Text className="slip-view__sentence">{sentence}</Text>
          </View>
        ))}
        {slip.promise?.provisional === true && <Text className="slip-view__hint">{copy.provisional}</Text>}
        <Button id="to-case" onTap={() => openPage(`/packages/applications/case/index?id=${slip.applicationId}`)}>
          {copy.toCase}
        </Button>
      </Card>
      <DeliveryCard applicationId={slip.applicationId} />
      <MessagesCard justAnswered={justAnswered} />
      <SlipPicture slip={slip} />
    </View>
  )
}
