import { useState } from 'react'
import { denyApplication } from '@shared/contracts/applications-decision'
import { remedies } from '@shared/domain/sentences-of-law'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { decisionWords, denyWords as words, resultsOnPaper } from '../../copy'
import { isReason } from '../decision-draft'
import type { DecisionDrafting } from '../use-decision-draft'
import type { ResultFiles } from '../use-result-files'
import { DocumentNumber } from './document-number'
import { PanelActions, PanelLines, PanelQuote } from './panel-actions'
import type { PanelProps } from './panel-props'
import { ResultList } from './result-list'
import { StepPage } from './step-page'
import { useStep } from './use-step'

/** 不予许可: the reasons, and the decision with both remedies as the applicant will read it. */
export function DenyPanel({
  view,
  deciding,
  results,
  outcome,
  onBack,
}: PanelProps & { readonly deciding: DecisionDrafting; readonly results: ResultFiles }) {
  const { isBusy, problem, take } = useStep(denyApplication, 'deny', outcome)
  const [isAsked, setAsked] = useState(false)
  const { draft, write } = deciding
  const documentNumber = draft.documentNumber.trim()
  const reason = draft.refusal.trim()
  const isShort = isAsked && !isReason(reason)
  const isIncomplete = documentNumber === '' || !isReason(reason)
  const waits = results.waitsFor === undefined ? undefined : decisionWords[results.waitsFor]
  const hindrance = isIncomplete ? decisionWords.incomplete : waits
  const submit = () => {
    setAsked(true)
    if (hindrance !== undefined) return
    void take({
      applicationId: view.id,
      version: view.version,
      documentNumber,
      reason,
      files: [...results.chosen],
    })
  }
  return (
    <StepPage title={words.title} problem={undefined}>
      <Notice tone="amber">{words.lead}</Notice>
      <Card>
        <DocumentNumber deciding={deciding} isAsked={isAsked} />
        <Field label={words.reason} required hint={words.reasonHint} problem={isShort ? words.reasonShort : undefined}>
          <TextInput
            id="deny-reason"
            label={words.reason}
            value={draft.refusal}
            maxLength={1000}
            multiline
            isWrong={isShort}
            onChange={(typed) => write({ refusal: typed })}
          />
        </Field>
        <Field label={decisionWords.files} required={false}>
          <ResultList applicationId={view.id} results={results} />
        </Field>
      </Card>
      <Card title={words.preview}>
        <PanelQuote
          id="deny-preview"
          lines={[
            words.heading,
            words.intro(view.itemName, view.receiptNumber),
            words.previewReason(reason === '' ? words.unwritten : reason),
            remedies,
            words.previewNumber(documentNumber === '' ? words.unwritten : documentNumber),
          ]}
        />
        <PanelLines lines={[words.remediesNote]} />
      </Card>
      <Card title={decisionWords.then}>
        <PanelLines
          lines={[
            decisionWords.clocksStop,
            decisionWords.delivery,
            results.chosen.length > 0 ? decisionWords.withFiles : resultsOnPaper[view.channel],
          ]}
        />
      </Card>
      <PanelActions
        id="confirm-deny"
        words={words.submit}
        problem={problem ?? (isAsked ? hindrance : undefined)}
        busy={isBusy && words.busy}
        isDangerous
        onBack={onBack}
        onSubmit={submit}
      />
    </StepPage>
  )
}
