import { useState } from 'react'
import { View } from '@tarojs/components'
import { extendApplication } from '@shared/contracts/applications-decision'
import { applicationLimits, clockNames } from '@shared/domain/application-workflow'
import { formatDate } from '@shared/domain/civil-time'
import { extensionSentence } from '@shared/domain/sentences-of-law'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { decisionWords, extendWords as words } from '../../copy'
import { isReason } from '../decision-draft'
import { SummaryFact, SummaryNote } from '../summary-fact'
import type { DecisionDrafting } from '../use-decision-draft'
import { PanelActions, PanelLines, PanelQuote } from './panel-actions'
import type { PanelProps } from './panel-props'
import { StepPage } from './step-page'
import { useStep } from './use-step'

/** 批准延期: once, by a supervisor, with what it does to the limits and the reason as it is told. */
export function ExtendPanel({ view, deciding, outcome, onBack }: PanelProps & { readonly deciding: DecisionDrafting }) {
  const { isBusy, problem, take } = useStep(extendApplication, 'extend', outcome)
  const [isAsked, setAsked] = useState(false)
  const { draft, write } = deciding
  const reason = draft.extension.trim()
  const isShort = isAsked && !isReason(reason)
  const isIncomplete = !isReason(reason)
  const hindrance = isIncomplete ? decisionWords.incomplete : undefined
  const submit = () => {
    setAsked(true)
    if (!isIncomplete) void take({ applicationId: view.id, version: view.version, reason })
  }
  return (
    <StepPage title={words.title} problem={undefined}>
      <Notice>{words.lead}</Notice>
      <Card title={words.clocks}>
        {view.clocks.length === 0 && <PanelLines lines={[words.noClocks]} />}
        {view.clocks.map((clock) => (
          <SummaryFact key={clock.clock} name={clockNames[clock.clock]}>
            <View>{words.now(formatDate(clock.dueOn))}</View>
            <SummaryNote>{words.longer}</SummaryNote>
          </SummaryFact>
        ))}
      </Card>
      <Card>
        <Field label={words.reason} required hint={words.reasonHint} problem={isShort ? words.reasonShort : undefined}>
          <TextInput
            id="extend-reason"
            label={words.reason}
            value={draft.extension}
            maxLength={300}
            multiline
            isWrong={isShort}
            onChange={(typed) => write({ extension: typed })}
          />
        </Field>
      </Card>
      <Card title={words.preview}>
        <PanelQuote
          id="extend-preview"
          lines={[extensionSentence(applicationLimits.extension, reason === '' ? words.unwritten : reason)]}
        />
      </Card>
      <PanelActions
        id="confirm-extend"
        words={words.submit}
        problem={problem ?? (isAsked ? hindrance : undefined)}
        busy={isBusy && words.busy}
        onBack={onBack}
        onSubmit={submit}
      />
    </StepPage>
  )
}
