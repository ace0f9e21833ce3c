import { useState } from 'react'
import { approveApplication } from '@shared/contracts/applications-decision'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { approveWords as words, decisionWords, resultsOnPaper } from '../../copy'
import type { DecisionDrafting } from '../use-decision-draft'
import type { ResultFiles } from '../use-result-files'
import { DocumentNumber } from './document-number'
import { PanelActions, PanelLines } from './panel-actions'
import type { PanelProps } from './panel-props'
import { ResultList } from './result-list'
import { StepPage } from './step-page'
import { useStep } from './use-step'

/** 准予: the number of the licence, its files, and what happens then. */
export function ApprovePanel({
  view,
  deciding,
  results,
  outcome,
  onBack,
}: PanelProps & { readonly deciding: DecisionDrafting; readonly results: ResultFiles }) {
  const { isBusy, problem, take } = useStep(approveApplication, 'approve', outcome)
  const [isAsked, setAsked] = useState(false)
  const { draft, write } = deciding
  const documentNumber = draft.documentNumber.trim()
  const note = draft.note.trim()
  const hasFiles = results.chosen.length > 0
  const isIncomplete = documentNumber === ''
  const waits = results.waitsFor === undefined ? undefined : decisionWords[results.waitsFor]
  const hindrance = isIncomplete ? decisionWords.incomplete : waits
  const submit = () => {
    setAsked(true)
    if (hindrance !== undefined) return
    void take({
      applicationId: view.id,
      version: view.version,
      documentNumber,
      files: [...results.chosen],
      ...(note === '' ? {} : { note }),
    })
  }
  return (
    <StepPage title={words.title} problem={undefined}>
      <Card>
        <DocumentNumber deciding={deciding} isAsked={isAsked} />
        <Field label={decisionWords.files} required={false}>
          <ResultList applicationId={view.id} results={results} />
        </Field>
        <Field label={words.note} required={false}>
          <TextInput
            id="approve-note"
            label={words.note}
            value={draft.note}
            maxLength={300}
            multiline
            placeholder={words.notePlaceholder}
            onChange={(typed) => write({ note: typed })}
          />
        </Field>
      </Card>
      {!hasFiles && results.uploads.length === 0 && view.channel === 'online-full' && (
        <Notice tone="amber">{decisionWords.electronicExpected}</Notice>
      )}
      <Card title={decisionWords.then}>
        <PanelLines
          lines={[
            decisionWords.clocksStop,
            decisionWords.delivery,
            hasFiles ? decisionWords.withFiles : resultsOnPaper[view.channel],
          ]}
        />
      </Card>
      <PanelActions
        id="confirm-approve"
        words={words.submit}
        problem={problem ?? (isAsked ? hindrance : undefined)}
        busy={isBusy && words.busy}
        onBack={onBack}
        onSubmit={submit}
      />
    </StepPage>
  )
}
