import { useState } from 'react'
import { View } from '@tarojs/components'
import { sendOriginals, type DeliveryView } from '@shared/contracts/deliveries'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices, Tick } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import type { Query } from '../../../cloud/use-query'
import { canScan, scanCode } from '../../../platform/scan-code'
import { showPart, showTop } from '../../../platform/show-part'
import { copy } from '../copy'
import { useDeliveryStep } from '../use-delivery-step'
import './send-form.css'

type Wanted = NonNullable<DeliveryView['originalsWanted']>

/** Which originals went with whom under which number. */
export function SendForm({
  view,
  wanted: { materials, carriers },
  delivery,
}: {
  readonly view: DeliveryView
  readonly wanted: Pick<Wanted, 'materials' | 'carriers'>
  readonly delivery: Query<DeliveryView>
}) {
  const step = useDeliveryStep(sendOriginals, delivery)
  const [only] = materials
  const [sent, setSent] = useState<readonly string[]>(materials.length === 1 && only !== undefined ? [only.code] : [])
  const [carrier, setCarrier] = useState('')
  const [waybill, setWaybill] = useState('')
  const [hasTried, setTried] = useState(false)
  const problems = hasTried ? problemsOf({ sent, carrier, waybill }) : {}

  const send = async () => {
    setTried(true)
    const [first] = Object.keys(problemsOf({ sent, carrier, waybill }))
    if (first !== undefined) {
      showPart(`original-${first}`)
      return
    }
    const { applicationId } = view
    const input = { applicationId, carrier, waybill: waybill.trim(), materials: [...sent] }
    if (!(await step.run(input, copy.originals.sent))) return
    setSent([])
    setWaybill('')
    setTried(false)
    showTop()
  }
  return (
    <Card id="send-form" title={copy.originals.formTitle}>
      <Field id="original-sent" label={copy.originals.materials} required problem={problems.sent}>
        {materials.map(({ code, name }) => (
          <Tick
            key={code}
            id={`original-${code}`}
            isTicked={sent.includes(code)}
            label={name}
            onChange={(isTicked) => setSent(isTicked ? [...sent, code] : sent.filter((each) => each !== code))}
          />
        ))}
      </Field>
      <Field id="original-carrier" label={copy.originals.carrier} required problem={problems.carrier}>
        <Choices
          id="carrier"
          options={carriers.map(({ code, name }) => ({ value: code, label: name }))}
          value={carrier}
          onChange={setCarrier}
        />
      </Field>
      <Field
        id="original-waybill"
        label={copy.originals.waybill}
        required
        hint={copy.originals.waybillHint}
        problem={problems.waybill}
      >
        <TextInput
          id="waybill"
          label={copy.originals.waybill}
          value={waybill}
          maxLength={40}
          isWrong={problems.waybill !== undefined}
          onChange={setWaybill}
        />
        {canScan && <ScanWaybill onRead={setWaybill} />}
      </Field>
      {step.refusal !== undefined && (
        <Notice id="originals-refusal" tone="red">
          {step.refusal.sentence}
        </Notice>
      )}
      <Button id="send-originals" icon="send" busy={step.isBusy && copy.originals.sendBusy} onTap={() => void send()}>
        {copy.originals.send}
      </Button>
    </Card>
  )
}

interface Filled {
  readonly sent: readonly string[]
  readonly carrier: string
  readonly waybill: string
}

/** What is missing, in the order of the form; what is wrong with a number the server says, which knows every carrier's form. */
function problemsOf({ sent, carrier, waybill }: Filled): Partial<Record<keyof Filled, string>> {
  return {
    ...(sent.length === 0 ? { sent: copy.originals.materialsMissing } : {}),
    ...(carrier === '' ? { carrier: copy.originals.carrierMissing } : {}),
    ...(waybill.trim().length < 6 ? { waybill: copy.originals.waybillMissing } : {}),
  }
}

function ScanWaybill({ onRead }: { readonly onRead: (waybill: string) => void }) {
  const [isReading, setReading] = useState(false)
  const [isNothing, setNothing] = useState(false)
  const scan = async () => {
    setNothing(false)
    // Without a photo nothing was read and nothing failed.
    const attempt = { hasPhoto: false }
    const text = await scanCode('waybill', () => {
      attempt.hasPhoto = true
      setReading(true)
    })
    setReading(false)
    if (text === undefined) setNothing(attempt.hasPhoto)
    else onRead(text)
  }
  return (
    <View className="send-form__scan">
      <Button
        id="scan-waybill"
        kind="secondary"
        icon="camera"
        small
        busy={isReading && copy.originals.scanBusy}
        onTap={() => void scan()}
      >
        {copy.originals.scan}
      </Button>
      {isNothing && (
        <Notice id="scan-nothing" tone="amber">
          {copy.originals.scanNothing}
        </Notice>
      )}
    </View>
  )
}
