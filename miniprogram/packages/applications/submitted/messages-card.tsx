import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useConsent } from '../../../cloud/use-consent'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { openPage } from '../../../platform/open-page'
import { copy } from './copy'
import './slip-view.css'

/** Whether WeChat will tell the person what happens, and the way to switch it on. */
export function MessagesCard({ justAnswered }: { readonly justAnswered: 'on' | 'off' | undefined }) {
  const consent = useConsent('submit', { again: true })
  const [isBusy, setBusy] = useState(false)
  const [isSwitchedOn, setSwitchedOn] = useState(justAnswered === 'on')
  const switchOn = async () => {
    setBusy(true)
    const wants = await consent.ask()
    setBusy(false)
    setSwitchedOn(wants === true)
  }
  const canAsk = !isSwitchedOn && consent.canAsk
  const words = isSwitchedOn
    ? copy.messagesOn
    : canAsk || justAnswered === 'off'
      ? copy.messagesOff
      : copy.messagesInbox
  return (
    <Card id="messages" title={copy.messagesTitle}>
      <Text className="slip-view__hint">{words}</Text>
      <View className="slip-view__actions">
        {canAsk && (
          <Button
            id="ask-messages"
            kind="secondary"
            icon="bell"
            busy={isBusy ? copy.messagesAskBusy : false}
            onTap={() => void switchOn()}
          >
            {copy.messagesAsk}
          </Button>
        )}
        <Button id="to-inbox" kind="quiet" onTap={() => openPage('/packages/notifications/inbox/index')}>
          {copy.toInbox}
        </Button>
      </View>
    </Card>
  )
}
