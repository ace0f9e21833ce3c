import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { answerFailure, type DeliveryView } from '@shared/contracts/deliveries'
import { formatDateTime } from '@shared/domain/civil-time'
import { failureChoices, type FailureChoice as Choice } from '@shared/domain/delivery-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Notice } from '../../../components/notice'
import type { Query } from '../../../cloud/use-query'
import { showPart, showTop } from '../../../platform/show-part'
import { addressOf, addressParts, checkAddress, draftOf, emptyAddress, problemsOf } from '../address-draft'
import { AddressFields, HandOverFields } from '../address-fields'
import { AddressSummary } from '../address-summary'
import { copy, failureMeanings } from '../copy'
import { useDeliveryStep } from '../use-delivery-step'
import './failure-choice.css'

const options = (Object.keys(failureChoices) as Choice[]).map((value) => ({
  value,
  label: failureChoices[value],
  detail: failureMeanings[value],
}))

/** What is to be done with a parcel that could not be handed over, and what happens next each time. */
export function FailureChoice({
  view,
  delivery,
}: {
  readonly view: DeliveryView
  readonly delivery: Query<DeliveryView>
}) {
  const step = useDeliveryStep(answerFailure, delivery)
  const [choice, setChoice] = useState<Choice | ''>('')
  const [draft, setDraft] = useState(view.address === undefined ? emptyAddress : draftOf(view.address))
  const [hasTried, setTried] = useState(false)
  // Who has said already what to do sees that, and may think again.
  const [isOpen, setOpen] = useState(view.instruction === undefined)
  const needsAddress = choice === 'new-address'
  const problems = hasTried && needsAddress ? { ...problemsOf(step.refusal?.fields), ...checkAddress(draft) } : {}

  const send = async () => {
    setTried(true)
    if (choice === '') return
    const wrong = needsAddress ? checkAddress(draft) : {}
    const part = addressParts.find((each) => wrong[each] !== undefined)
    if (part !== undefined) {
      showPart(`part-${part}`)
      return
    }
    const { applicationId, version } = view
    const answer = choice === 'new-address' ? { kind: choice, address: addressOf(draft) } : { kind: choice }
    if (await step.run({ applicationId, version, choice: answer }, copy.parcel.failureSent)) showTop()
  }
  if (!isOpen) {
    return (
      <Button id="change-answer" kind="quiet" onTap={() => setOpen(true)}>
        {copy.parcel.failureChange}
      </Button>
    )
  }
  return (
    <Card id="failure" title={copy.parcel.failureTitle} tone="amber">
      <Text className="failure-choice__once">{copy.parcel.failureOnce}</Text>
      <Choices id="failure" options={options} value={choice} onChange={setChoice} />
      {needsAddress && (
        <View className="failure-choice__address">
          <AddressFields draft={draft} problems={problems} onChange={setDraft} />
          <HandOverFields draft={draft} problems={problems} onChange={setDraft} />
        </View>
      )}
      {(step.refusal !== undefined || (hasTried && choice === '')) && (
        <Notice id="failure-refusal" tone="red">
          {step.refusal?.sentence ?? copy.parcel.failureMissing}
        </Notice>
      )}
      <Button id="answer-failure" busy={step.isBusy && copy.parcel.failureBusy} onTap={() => void send()}>
        {copy.parcel.failureSend}
      </Button>
    </Card>
  )
}

/** What the applicant chose, and whether the carrier knows it yet. */
export function Instruction({ view }: { readonly view: DeliveryView }) {
  const { instruction } = view
  if (instruction === undefined) return null
  const choice = failureChoices[instruction.choice]
  return (
    <View>
      <Notice id="instruction" tone={instruction.done ? 'green' : 'info'}>
        {instruction.done
          ? copy.parcel.instructionDone(choice)
          : copy.parcel.instructed(choice, formatDateTime(instruction.at))}
      </Notice>
      {instruction.address !== undefined && (
        <Card id="new-address" title={copy.parcel.newAddress}>
          <AddressSummary address={instruction.address} />
        </Card>
      )}
    </View>
  )
}
