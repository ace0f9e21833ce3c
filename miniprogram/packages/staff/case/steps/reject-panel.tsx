import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { rejectApplication, type ApplicationView } from '@shared/contracts/applications'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { rejectWords } from '../../copy'
import { StepPage } from './step-page'
import type { ReviewDrafting } from '../use-review-draft'
import { useStep, type StepOutcome } from './use-step'

/** 不予受理: the reason, the right authority, and what the decision says of remedies. */
export function RejectPanel({
  view,
  drafting,
  outcome,
  onBack,
}: {
  readonly view: ApplicationView
  readonly drafting: ReviewDrafting
  readonly outcome: StepOutcome
  readonly onBack: () => void
}) {
  const { isBusy, problem, take } = useStep(rejectApplication, 'reject', outcome)
  const [isShort, setShort] = useState(false)
  const { draft, write } = drafting
  const reason = draft.reason.trim()
  const rightAuthority = draft.rightAuthority.trim()
  const submit = () => {
    setShort(reason.length < 5)
    if (reason.length >= 5)
      void take({
        applicationId: view.id,
        version: view.version,
        reason,
        ...(rightAuthority === '' ? {} : { rightAuthority }),
      })
  }
  return (
    <StepPage title={rejectWords.title} problem={problem}>
      <Notice tone="amber">{rejectWords.lead}</Notice>
      <Card>
        <Field
          label={rejectWords.reason}
          required
          hint={rejectWords.reasonHint}
          problem={isShort ? rejectWords.tooShort : undefined}
        >
          <TextInput
            id="reject-reason"
            label={rejectWords.reason}
            value={draft.reason}
            maxLength={500}
            multiline
            isWrong={isShort}
            onChange={(value) => write({ reason: value })}
          />
        </Field>
        <Field label={rejectWords.authority} required={false} hint={rejectWords.authorityHint}>
          <TextInput
            id="reject-authority"
            label={rejectWords.authority}
            value={draft.rightAuthority}
            maxLength={60}
            onChange={(value) => write({ rightAuthority: value })}
          />
        </Field>
        <Text>{rejectWords.remedies}</Text>
      </Card>
      <View className="step-page__actions">
        <Button id="step-back" kind="secondary" disabled={isBusy} onTap={onBack}>
          {rejectWords.back}
        </Button>
        <Button id="confirm-reject" kind="danger" busy={isBusy ? rejectWords.busy : false} onTap={submit}>
          {rejectWords.submit}
        </Button>
      </View>
    </StepPage>
  )
}
