import { Text, View } from '@tarojs/components'
import { passApplication, type ApplicationView } from '@shared/contracts/applications'
import { decideTransition, nobody } from '@shared/domain/application-workflow'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { howItEnds, passWords, rejectWords, whatStarts } from '../../copy'
import { StepPage } from './step-page'
import type { ReviewDrafting } from '../use-review-draft'
import { useStep, type StepOutcome } from './use-step'

const holder = { ...nobody, isReviewer: true, holdsClaim: true }

/** Passing: what will happen next by channel, and words for the applicant. */
export function PassPanel({
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
  const { isBusy, problem, take } = useStep(passApplication, 'pass', outcome)
  const { draft, write } = drafting
  const row = decideTransition(view, 'pass', holder)
  const lines =
    typeof row === 'string' ? [] : [...row.starts.flatMap((clock) => whatStarts[clock] ?? []), howItEnds[view.channel]]
  const note = draft.note.trim()
  return (
    <StepPage title={passWords.title} problem={problem}>
      {draft.marks.length > 0 && <Notice tone="amber">{passWords.hasMarks(draft.marks.length)}</Notice>}
      <Card title={passWords.next}>
        {lines.map((line) => (
          <Text key={line} className="step-page__line">
            {line}
          </Text>
        ))}
      </Card>
      <Card>
        <Field label={passWords.note} required={false}>
          <TextInput
            id="pass-note"
            label={passWords.note}
            value={draft.note}
            maxLength={200}
            multiline
            placeholder={passWords.notePlaceholder}
            onChange={(value) => write({ note: value })}
          />
        </Field>
      </Card>
      <View className="step-page__actions">
        <Button id="step-back" kind="secondary" disabled={isBusy} onTap={onBack}>
          {rejectWords.back}
        </Button>
        <Button
          id="confirm-pass"
          busy={isBusy ? passWords.busy : false}
          onTap={() => void take({ applicationId: view.id, version: view.version, ...(note === '' ? {} : { note }) })}
        >
          {passWords.submit}
        </Button>
      </View>
    </StepPage>
  )
}
