import { useState } from 'react'
import { claimFirstAdministrator } from '@shared/contracts/staff'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { joinCopy, powersCopy, words } from '../copy'

/** The first administrator of a new deployment says who they are. */
export function ClaimStep({
  code,
  onDone,
  onBack,
}: {
  readonly code: string
  readonly onDone: () => void
  readonly onBack: () => void
}) {
  const claim = useCommand(claimFirstAdministrator)
  const [name, setName] = useState('')
  const [isSent, setSent] = useState(false)
  const [problem, setProblem] = useState<string>()
  const isShort = Array.from(name.trim()).length < 2
  const submit = async () => {
    setSent(true)
    setProblem(undefined)
    if (isShort) return
    const reply = await claim.run({ code, name: name.trim() })
    if (reply === undefined) return
    if (reply.ok) onDone()
    else setProblem(reply.error.fields?.name ?? reply.error.message)
  }
  return (
    <Card title={joinCopy.firstTitle}>
      <Notice>{joinCopy.firstNote}</Notice>
      <Field
        label={words.name}
        required
        hint={powersCopy.nameHint}
        problem={isSent && isShort ? powersCopy.missingName : undefined}
      >
        <TextInput
          id="claim-name"
          label={words.name}
          value={name}
          maxLength={20}
          isWrong={isSent && isShort}
          onChange={setName}
        />
      </Field>
      {problem !== undefined && (
        <Notice id="claim-problem" tone="red">
          {problem}
        </Notice>
      )}
      <Button id="claim" busy={claim.isBusy && joinCopy.claiming} onTap={() => void submit()}>
        {joinCopy.claim}
      </Button>
      <Button id="claim-back" kind="quiet" disabled={claim.isBusy} onTap={onBack}>
        {words.back}
      </Button>
    </Card>
  )
}
