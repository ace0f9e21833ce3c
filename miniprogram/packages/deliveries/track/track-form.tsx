import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { trackParcel } from '@shared/contracts/deliveries'
import type { OutputOf } from '@shared/contracts/contract'
import { checkReceiptNumber, normaliseReceiptNumber } from '@shared/domain/receipt-number'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { call } from '../../../cloud/call'
import { showPart } from '../../../platform/show-part'
import { copy } from '../copy'
import './track-form.css'

interface Problems {
  readonly receipt?: string
  readonly lastFour?: string
}

/** The receipt number and the last four digits of the recipient's phone: enough to see where a parcel is. */
export function TrackForm({
  isSignedIn,
  onFound,
}: {
  readonly isSignedIn: boolean
  readonly onFound: (found: OutputOf<typeof trackParcel>) => void
}) {
  const [receipt, setReceipt] = useState('')
  const [lastFour, setLastFour] = useState('')
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<{ readonly code: string; readonly message: string }>()
  const [isBusy, setBusy] = useState(false)

  const search = async () => {
    if (isBusy) return
    const digits = lastFour.normalize('NFKC').trim()
    const wrong: Problems = {
      ...receiptProblem(receipt),
      ...(/^\d{4}$/.test(digits) ? {} : { lastFour: copy.track.lastFourMissing }),
    }
    setProblems(wrong)
    setRefusal(undefined)
    if (wrong.receipt !== undefined || wrong.lastFour !== undefined) {
      showPart(wrong.receipt === undefined ? 'track-last-four' : 'track-receipt')
      return
    }
    setBusy(true)
    const reply = await call(trackParcel, { receiptNumber: normaliseReceiptNumber(receipt), lastFour: digits })
    setBusy(false)
    if (reply.ok) onFound(reply.data)
    else setRefusal(reply.error)
  }
  return (
    <Card id="track-form" title={copy.track.formTitle}>
      <Text className="track-form__intro">{copy.track.intro}</Text>
      <Field label={copy.track.receipt} required problem={problems.receipt}>
        <TextInput
          id="track-receipt"
          label={copy.track.receipt}
          value={receipt}
          placeholder="GL"
          maxLength={40}
          isWrong={problems.receipt !== undefined}
          onChange={setReceipt}
        />
      </Field>
      <Field label={copy.track.lastFour} required problem={problems.lastFour}>
        <TextInput
          id="track-last-four"
          label={copy.track.lastFour}
          kind="number"
          value={lastFour}
          maxLength={4}
          isWrong={problems.lastFour !== undefined}
          onChange={setLastFour}
          onConfirm={() => void search()}
        />
      </Field>
      {refusal !== undefined && (
        <Notice id="track-refusal" tone="red">
          <View>{refusal.message}</View>
          {refusal.code === 'LOCKED' && isSignedIn && <View>{copy.track.lockedWay}</View>}
        </Notice>
      )}
      <Button id="track-search" icon="search" busy={isBusy && copy.track.searchBusy} onTap={() => void search()}>
        {copy.track.search}
      </Button>
    </Card>
  )
}

/** A number with a slip in it is not worth one of the five tries. */
function receiptProblem(receipt: string): Problems {
  if (receipt.trim() === '') return { receipt: copy.track.receiptMissing }
  return checkReceiptNumber(receipt) === undefined ? {} : { receipt: copy.track.receiptWrong }
}
