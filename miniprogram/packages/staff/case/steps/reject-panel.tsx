import { useState } from 'react'
import { View } from '@tarojs/components'
import { rejectApplication, type ApplicationView } from '@shared/contracts/applications'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Notice } from '../../../../components/notice'
import { hasReason, RefusalForm, refusalWords } from '../../../../components/refusal-form'
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
  const submit = () => {
    setShort(!hasReason(draft))
    if (hasReason(draft)) void take({ applicationId: view.id, version: view.version, ...refusalWords(draft) })
  }
  return (
    <StepPage title={rejectWords.title} problem={problem}>
      <Notice tone="amber">{rejectWords.lead}</Notice>
      <Card>
        <RefusalForm
          refusal={draft}
          isShort={isShort}
          onChange={({ reason, rightAuthority }) => write({ reason, rightAuthority })}
        />
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
