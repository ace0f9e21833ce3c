import { useState } from 'react'
import { View } from '@tarojs/components'
import { suspendApplication } from '@shared/contracts/applications-decision'
import { suspensionReasons, type SuspensionReason } from '@shared/domain/application-workflow'
import { formatDate } from '@shared/domain/civil-time'
import { suspensionSentence } from '@shared/domain/sentences-of-law'
import { serverToday } from '../../../../cloud/server-time'
import { Card } from '../../../../components/card'
import { Chip } from '../../../../components/chip'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { decisionWords, suspendWords as words } from '../../copy'
import { expectedDays, isReason } from '../decision-draft'
import type { DecisionDrafting } from '../use-decision-draft'
import { PanelActions, PanelLines, PanelQuote } from './panel-actions'
import type { PanelProps } from './panel-props'
import { StepPage } from './step-page'
import { useStep } from './use-step'
import './suspend-panel.css'

const reasons = Object.keys(suspensionReasons) as SuspensionReason[]

/** 中止计时: a reason of the law, its explanation and expected length, as they are told in writing. */
export function SuspendPanel({
  view,
  deciding,
  outcome,
  onBack,
}: PanelProps & { readonly deciding: DecisionDrafting }) {
  const { isBusy, problem, take } = useStep(suspendApplication, 'suspend', outcome)
  const [isAsked, setAsked] = useState(false)
  const { draft, write } = deciding
  const { suspension: reason } = draft
  const explanation = draft.explanation.trim()
  const days = expectedDays(draft.days)
  const isShort = isAsked && !isReason(explanation)
  const areDaysWrong = isAsked && days === undefined
  const isIncomplete = reason === '' || !isReason(explanation) || days === undefined
  const hindrance = isIncomplete ? decisionWords.incomplete : undefined
  const submit = () => {
    setAsked(true)
    if (reason === '' || days === undefined || isIncomplete) return
    void take({ applicationId: view.id, version: view.version, reason, explanation, expectedWorkingDays: days })
  }
  return (
    <StepPage title={words.title} problem={undefined}>
      <Notice>{words.lead}</Notice>
      <Card>
        <Field label={words.reason} required problem={isAsked && reason === '' ? words.reasonMissing : undefined}>
          <View className="suspend-panel__reasons">
            {reasons.map((each) => (
              <Chip
                key={each}
                id={`suspension-${each}`}
                isOn={each === reason}
                onTap={() => write({ suspension: each })}
              >
                {suspensionReasons[each]}
              </Chip>
            ))}
          </View>
        </Field>
        <Field
          label={words.explanation}
          required
          hint={words.explanationHint}
          problem={isShort ? words.explanationShort : undefined}
        >
          <TextInput
            id="suspend-explanation"
            label={words.explanation}
            value={draft.explanation}
            maxLength={300}
            multiline
            placeholder={words.explanationPlaceholder}
            isWrong={isShort}
            onChange={(typed) => write({ explanation: typed })}
          />
        </Field>
        <Field label={words.days} required hint={words.daysHint} problem={areDaysWrong ? words.daysWrong : undefined}>
          <View className="suspend-panel__days">
            <TextInput
              id="suspend-days"
              label={words.days}
              kind="number"
              value={draft.days}
              maxLength={3}
              isWrong={areDaysWrong}
              onChange={(typed) => write({ days: typed })}
            />
          </View>
        </Field>
      </Card>
      <Card title={words.preview}>
        <PanelQuote
          id="suspend-preview"
          lines={[
            suspensionSentence(
              reason === '' ? words.unwritten : suspensionReasons[reason],
              formatDate(serverToday()),
              days === undefined ? words.unwritten : String(days),
              explanation,
            ),
          ]}
        />
      </Card>
      <Card title={words.then}>
        <PanelLines lines={words.thenLines} />
      </Card>
      <PanelActions
        id="confirm-suspend"
        words={words.submit}
        problem={problem ?? (isAsked ? hindrance : undefined)}
        busy={isBusy && words.busy}
        onBack={onBack}
        onSubmit={submit}
      />
    </StepPage>
  )
}
