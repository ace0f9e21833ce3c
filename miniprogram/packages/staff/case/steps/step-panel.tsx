import type { NoticeWriting } from '../notice/notice-writing'
import type { ReviewPart } from '../review-parts'
import type { DecisionDrafting } from '../use-decision-draft'
import type { ResultFiles } from '../use-result-files'
import type { ReviewDrafting } from '../use-review-draft'
import { ApprovePanel } from './approve-panel'
import type { PanelStep } from './case-steps'
import { DenyPanel } from './deny-panel'
import { ExtendPanel } from './extend-panel'
import { NoticeConfirmation } from './notice-confirmation'
import type { PanelProps } from './panel-props'
import { PassPanel } from './pass-panel'
import { RejectPanel } from './reject-panel'
import { ResumePanel } from './resume-panel'
import { SuspendPanel } from './suspend-panel'

/** The panel of a step. */
export function StepPanel({
  step,
  parts,
  writing,
  drafting,
  deciding,
  results,
  ...panel
}: PanelProps & {
  readonly step: PanelStep
  readonly parts: readonly ReviewPart[]
  readonly writing: NoticeWriting
  readonly drafting: ReviewDrafting
  readonly deciding: DecisionDrafting
  readonly results: ResultFiles
}) {
  switch (step) {
    case 'request-correction':
      return <NoticeConfirmation {...panel} parts={parts} writing={writing} />
    case 'pass':
      return <PassPanel {...panel} drafting={drafting} />
    case 'reject':
      return <RejectPanel {...panel} drafting={drafting} />
    case 'approve':
      return <ApprovePanel {...panel} deciding={deciding} results={results} />
    case 'deny':
      return <DenyPanel {...panel} deciding={deciding} results={results} />
    case 'suspend':
      return <SuspendPanel {...panel} deciding={deciding} />
    case 'resume':
      return <ResumePanel {...panel} />
    case 'extend':
      return <ExtendPanel {...panel} deciding={deciding} />
  }
}
