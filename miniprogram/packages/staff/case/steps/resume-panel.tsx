import { resumeApplication } from '@shared/contracts/applications-decision'
import { suspensionReasons } from '@shared/domain/application-workflow'
import { formatDate } from '@shared/domain/civil-time'
import { Card } from '../../../../components/card'
import { Notice } from '../../../../components/notice'
import { resumeWords as words } from '../../copy'
import { PanelActions, PanelLines } from './panel-actions'
import type { PanelProps } from './panel-props'
import { StepPage } from './step-page'
import { useStep } from './use-step'

/** 恢复计时: since when the clocks stand still, and how they go on. */
export function ResumePanel({ view, outcome, onBack }: PanelProps) {
  const { isBusy, problem, take } = useStep(resumeApplication, 'resume', outcome)
  const { suspension } = view
  return (
    <StepPage title={words.title} problem={undefined}>
      {suspension !== undefined && (
        <Notice>
          {words.since(
            suspensionReasons[suspension.reason],
            formatDate(suspension.since),
            suspension.expectedWorkingDays,
          )}
        </Notice>
      )}
      <Card title={words.then}>
        <PanelLines lines={words.thenLines} />
      </Card>
      <PanelActions
        id="confirm-resume"
        words={words.submit}
        problem={problem}
        busy={isBusy && words.busy}
        onBack={onBack}
        onSubmit={() => void take({ applicationId: view.id, version: view.version })}
      />
    </StepPage>
  )
}
