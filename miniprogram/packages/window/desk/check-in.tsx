import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { checkIn } from '@shared/contracts/applications-window'
import type { OutputOf } from '@shared/contracts/contract'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { focusElement } from '../../../platform/focus'
import { canScan, scanCode } from '../../../platform/scan-code'
import { spoken } from '../../../platform/spoken'
import { deskWords } from '../copy'
import './check-in.css'

export const checkInField = 'check-in-code'

/** 签到: by the code the person shows, scanned with the camera or a scanner, or by their receipt number. */
export function CheckIn({ onCheckedIn }: { readonly onCheckedIn: () => void }) {
  const { isBusy, run } = useCommand(checkIn)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isReading, setReading] = useState(false)
  const [arrived, setArrived] = useState<OutputOf<typeof checkIn>>()

  const submit = async (text: string) => {
    const code = text.trim()
    setArrived(undefined)
    setProblem(code === '' ? deskWords.checkInEmpty : undefined)
    if (code === '') return
    const reply = await run({ code })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(reply.error.fields === undefined ? reply.error.message : deskWords.checkInEmpty)
      return
    }
    setTyped('')
    setArrived(reply.data)
    onCheckedIn()
    // The next one is scanned at once.
    focusElement(checkInField, 'nowhere')
  }
  const scan = async () => {
    setProblem(undefined)
    const found = await scanCode('qr-code', () => setReading(true))
    setReading(false)
    if (found === undefined) setProblem(deskWords.scanNothing)
    else await submit(found)
  }
  return (
    <Card id="check-in" title={deskWords.checkIn}>
      <Text className="check-in__hint">{deskWords.checkInHint}</Text>
      <View className="check-in__line">
        <View className="check-in__field">
          <TextInput
            id={checkInField}
            label={deskWords.checkInField}
            placeholder={deskWords.checkInField}
            value={typed}
            maxLength={200}
            isWrong={problem !== undefined}
            onChange={setTyped}
            onConfirm={() => void submit(typed)}
          />
        </View>
        <Button
          id="check-in-submit"
          small
          busy={isBusy ? deskWords.checkInBusy : false}
          onTap={() => void submit(typed)}
        >
          {deskWords.checkIn}
        </Button>
      </View>
      {canScan && (
        <View className="check-in__scan">
          <Button
            id="check-in-scan"
            kind="secondary"
            icon="qr"
            disabled={isBusy}
            busy={isReading ? deskWords.reading : false}
            onTap={() => void scan()}
          >
            {deskWords.scan}
          </Button>
        </View>
      )}
      {problem !== undefined && (
        <View className="check-in__said">
          <Notice id="check-in-problem" tone="amber">
            {problem}
          </Notice>
        </View>
      )}
      {arrived !== undefined && <QueueNumber {...arrived} />}
    </Card>
  )
}

/** The number somebody has just got, large enough to be shown. */
export function QueueNumber({
  queueNumber,
  ahead,
  personName,
  itemName,
}: {
  readonly queueNumber: string
  readonly ahead: number
  readonly personName: string
  readonly itemName: string
}) {
  return (
    <View id="queue-number" className="check-in__number" {...spoken({ role: 'status' })}>
      <Text className="check-in__soft">{deskWords.queueNumber}</Text>
      <Text className="check-in__large">{queueNumber}</Text>
      <Text>{`${personName} · ${itemName}`}</Text>
      <Text className="check-in__soft">{deskWords.ahead(ahead)}</Text>
    </View>
  )
}
