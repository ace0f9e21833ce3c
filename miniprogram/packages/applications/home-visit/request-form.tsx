import { useState } from 'react'
import { requestHomeVisit, type HomeVisitView } from '@shared/contracts/applications-window'
import { homeVisitReasons, type HomeVisitReason } from '@shared/domain/home-visit-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { useCommand } from '../../../cloud/use-command'
import { useConsent } from '../../../cloud/use-consent'
import { FormNote } from '../form-note'
import { copy } from './copy'

const reasons = (Object.keys(homeVisitReasons) as HomeVisitReason[]).map((value) => ({
  value,
  label: homeVisitReasons[value],
}))

/** Why the applicant cannot come, and where to visit. */
export function RequestForm({
  applicationId,
  onRequested,
}: {
  readonly applicationId: string
  readonly onRequested: (visit: HomeVisitView) => void
}) {
  const { isBusy, run } = useCommand(requestHomeVisit)
  const consent = useConsent('book')
  const [reason, setReason] = useState<HomeVisitReason>()
  const [explanation, setExplanation] = useState('')
  const [address, setAddress] = useState('')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<string>()
  const send = async () => {
    const missing = {
      ...(reason === undefined ? { reason: '请选择原因' } : {}),
      ...(explanation.trim().length < 5 ? { explanation: '请写清楚情况，至少5个字' } : {}),
      ...(address.trim().length < 6 ? { address: '请写清楚地址，至少6个字' } : {}),
    }
    setProblems(missing)
    if (reason === undefined || Object.keys(missing).length > 0) return
    await consent.ask()
    const reply = await run({ applicationId, reason, explanation, address })
    if (reply === undefined) return
    if (reply.ok) {
      onRequested(reply.data)
      return
    }
    setRefusal(reply.error.message)
    setProblems(reply.error.fields ?? {})
  }
  return (
    <Card>
      <Notice>{copy.intro}</Notice>
      {refusal !== undefined && (
        <Notice id="refusal" tone="red">
          {refusal}
        </Notice>
      )}
      <Field label={copy.reason} required problem={problems.reason}>
        <Choices id="reason" options={reasons} value={reason ?? ''} onChange={setReason} />
      </Field>
      <Field label={copy.explanation} required hint={copy.explanationHint} problem={problems.explanation}>
        <TextInput
          id="explanation"
          label={copy.explanation}
          value={explanation}
          onChange={setExplanation}
          multiline
          maxLength={300}
        />
      </Field>
      <Field label={copy.address} required hint={copy.addressHint} problem={problems.address}>
        <TextInput id="address" label={copy.address} value={address} onChange={setAddress} maxLength={120} />
      </Field>
      <FormNote>{copy.purpose}</FormNote>
      <Button id="request" busy={isBusy && copy.sendBusy} onTap={() => void send()}>
        {copy.send}
      </Button>
    </Card>
  )
}
