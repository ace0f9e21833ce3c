import { useState } from 'react'
import { View } from '@tarojs/components'
import { correctWaybill, shipParcel, type DeskRow } from '@shared/contracts/deliveries'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { TextInput } from '../../../components/text-input'
import { canScan, scanCode } from '../../../platform/scan-code'
import { useWideScreen } from '../../../platform/wide-screen'
import { CarrierChips } from '../carrier-chips'
import { itemWords, scanWords } from '../copy'
import { sentenceOf } from '../news'
import { useCarrier } from '../use-carrier'
import './waybill-form.css'

/** The carrier and the waybill: ships an item, or mends the number of one the carrier has not scanned yet. */
export function WaybillForm({
  row,
  kind,
  onDone,
}: {
  readonly row: DeskRow
  readonly kind: 'ship' | 'correct'
  readonly onDone: (row: DeskRow) => void
}) {
  const { isBusy, run } = useCommand(kind === 'ship' ? shipParcel : correctWaybill)
  const { carrier, choose } = useCarrier(row.carriers)
  const isWide = useWideScreen()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()

  const submit = async (text: string) => {
    const waybill = text.trim()
    if (waybill === '' || carrier === undefined) {
      setProblem(itemWords.waybillMissing)
      return
    }
    setProblem(undefined)
    const reply = await run({ applicationId: row.id, version: row.version, carrier: carrier.code, waybill })
    if (reply === undefined) return
    if (reply.ok) onDone(reply.data)
    else setProblem(sentenceOf(reply.error))
  }
  const scan = async () => {
    setProblem(undefined)
    const found = await scanCode('waybill')
    if (found === undefined) {
      setProblem(scanWords.scanNothing)
      return
    }
    setTyped(found)
    await submit(found)
  }
  return (
    <View>
      <Field label={itemWords.carrier} required>
        <CarrierChips carriers={row.carriers} chosen={carrier?.code} onChoose={choose} />
      </Field>
      <Field label={itemWords.waybill} required hint={itemWords.waybillHint} problem={problem}>
        <TextInput
          id="waybill"
          label={itemWords.waybill}
          value={typed}
          maxLength={40}
          isWrong={problem !== undefined}
          onChange={setTyped}
          onConfirm={() => void submit(typed)}
        />
      </Field>
      <View className="waybill-form__actions">
        {canScan && !isWide && (
          <Button id="waybill-camera" kind="secondary" icon="camera" disabled={isBusy} onTap={() => void scan()}>
            {scanWords.camera}
          </Button>
        )}
        <Button
          id={kind === 'ship' ? 'ship' : 'correct-waybill-submit'}
          icon="send"
          busy={isBusy ? itemWords.shipping : false}
          onTap={() => void submit(typed)}
        >
          {kind === 'ship' ? itemWords.ship : itemWords.correct}
        </Button>
      </View>
    </View>
  )
}
