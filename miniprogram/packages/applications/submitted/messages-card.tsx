import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { getConsentPrompt, recordConsent } from '@shared/contracts/notifications'
import { call } from '../../../cloud/call'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { askConsent } from '../../../platform/ask-consent'
import { openPage } from '../../../platform/open-page'
import { say } from '../../../platform/phone'
import { copy } from './copy'
import './slip-view.css'

/** Whether WeChat will tell the person what happens, and the way to switch it on. */
export function MessagesCard({ justAnswered }: { readonly justAnswered: 'on' | 'off' | undefined }) {
  const prompt = useQuery(getConsentPrompt, { moment: 'submit' })
  const [isBusy, setBusy] = useState(false)
  const [isSwitchedOn, setSwitchedOn] = useState(justAnswered === 'on')
  const ask = prompt.data?.ask ?? []
  const switchOn = async () => {
    setBusy(true)
    const answers = await askConsent(ask)
    const known = answers.flatMap(({ id, choice }) =>
      ask.filter((each) => each.id === id).map(({ key }) => ({ key, choice })),
    )
    const reply = known.length === 0 ? undefined : await call(recordConsent, { answers: known })
    setBusy(false)
    if (reply?.ok === false) {
      say(reply.error.message)
      return
    }
    setSwitchedOn(known.some(({ choice }) => choice === 'accept'))
    await prompt.reload()
  }
  const canAsk = !isSwitchedOn && ask.length > 0
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
