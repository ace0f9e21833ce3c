import type { ApplicationView } from '@shared/contracts/applications'
import type { StepOutcome } from './use-step'

/** What every panel of a step is given. */
export interface PanelProps {
  readonly view: ApplicationView
  readonly outcome: StepOutcome
  readonly onBack: () => void
}
