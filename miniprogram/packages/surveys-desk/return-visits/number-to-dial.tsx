import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { revealCallNumber, type ReturnVisitCall } from '@shared/contracts/surveys'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { callPhone } from '../../../platform/phone'
import { visitWords as text } from '../copy'
import './number-to-dial.css'

export const revealButton = 'call-reveal'

/** The number of a call: masked until it is needed, since every look is told to its person. */
export function NumberToDial({ call, isSettled }: { readonly call: ReturnVisitCall; readonly isSettled: boolean }) {
  const { isBusy, run } = useCommand(revealCallNumber)
  const [phone, setPhone] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const reveal = async () => {
    setProblem(undefined)
    const reply = await run({ callId: call.id })
    if (reply === undefined) return
    if (reply.ok) setPhone(reply.data.phone)
    else setProblem(reply.error.message)
  }
  return (
    <View className="number-to-dial">
      <View className="number-to-dial__person">
        <Text className="number-to-dial__name">{call.personName}</Text>
        <Text id="call-number" className="number-to-dial__phone" userSelect>
          {phone ?? call.phone}
        </Text>
      </View>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      {phone !== undefined ? (
        <Button id="call-dial" kind="secondary" icon="phone" onTap={() => callPhone(phone)}>
          {text.dial}
        </Button>
      ) : (
        !isSettled && (
          <>
            <Button
              id={revealButton}
              kind="secondary"
              icon="phone"
              busy={isBusy && text.revealing}
              onTap={() => void reveal()}
            >
              {text.reveal}
            </Button>
            <Text className="number-to-dial__note">{text.revealNote}</Text>
          </>
        )
      )}
    </View>
  )
}
