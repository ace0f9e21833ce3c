import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { revealComplainant, type ComplaintView } from '@shared/contracts/complaints'
import type { OutputOf } from '@shared/contracts/contract'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { TextInput } from '../../../components/text-input'
import { callPhone } from '../../../platform/phone'
import { words } from '../copy'
import './handled-complaint.css'

/** Who complains: for supervisors by a look that is recorded, for the department masked or not at all. */
export function Complainant({
  complaint,
  onRevealed,
}: {
  readonly complaint: ComplaintView
  readonly onRevealed: () => void
}) {
  const [shown, setShown] = useState<OutputOf<typeof revealComplainant>>()
  const [isAsking, setAsking] = useState(false)
  const { disclosed, seenAs, complainant } = complaint
  return (
    <Card id="complainant" title={words.complainant}>
      <Text className="handled-complaint__soft">
        {seenAs === 'supervisor'
          ? disclosed
            ? words.supervisorDisclosed
            : words.protectedDetail
          : disclosed
            ? words.disclosedDetail
            : words.protectedPerson}
      </Text>
      {complainant !== undefined && (
        <Facts>
          <Fact label={words.complainant}>{`${complainant.name} ${complainant.phone}`}</Fact>
        </Facts>
      )}
      {shown !== undefined && (
        <Row
          id="call-complainant"
          icon="phone"
          title={shown.name}
          detail={shown.phone}
          onTap={() => callPhone(shown.phone)}
        />
      )}
      {seenAs === 'supervisor' && shown === undefined && !isAsking && (
        <View className="handled-complaint__actions">
          <Button id="reveal" kind="secondary" small icon="shield" onTap={() => setAsking(true)}>
            {words.reveal}
          </Button>
        </View>
      )}
      {isAsking && shown === undefined && (
        <RevealReason
          complaintId={complaint.id}
          onShown={(person) => {
            setShown(person)
            onRevealed()
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}

function RevealReason({
  complaintId,
  onShown,
  onClose,
}: {
  readonly complaintId: string
  readonly onShown: (person: OutputOf<typeof revealComplainant>) => void
  readonly onClose: () => void
}) {
  const { isBusy, run } = useCommand(revealComplainant)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const submit = async () => {
    if (reason.trim().length < 2) {
      setProblem(words.revealShort)
      return
    }
    const reply = await run({ complaintId, reason })
    if (reply === undefined) return
    if (reply.ok) onShown(reply.data)
    else setProblem(reply.error.message)
  }
  return (
    <View>
      <Notice>{words.revealWarning}</Notice>
      <Field label={words.revealReason} required problem={problem}>
        <TextInput
          id="reveal-reason"
          label={words.revealReason}
          value={reason}
          maxLength={100}
          isWrong={problem !== undefined}
          onChange={setReason}
          onConfirm={() => void submit()}
        />
      </Field>
      <View className="handled-complaint__actions">
        <Button id="reveal-submit" busy={isBusy && words.revealing} onTap={() => void submit()}>
          {words.revealSubmit}
        </Button>
        <Button id="reveal-cancel" kind="quiet" disabled={isBusy} onTap={onClose}>
          {words.cancel}
        </Button>
      </View>
    </View>
  )
}
