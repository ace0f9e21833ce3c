import type { ApplicationView } from '@shared/contracts/applications'
import type { ApplicationAction } from '@shared/domain/application-workflow'

/** The steps of the workbench, the usual ones first; the others of the table are the applicant's and the clock's. */
export const mainSteps: readonly ApplicationAction[] = [
  'claim',
  'pass',
  'request-correction',
  'accept',
  'take',
  'approve',
  'deny',
  'resume',
  'extend',
  'deliver',
]
export const otherSteps: readonly ApplicationAction[] = ['reject', 'release', 'suspend']

/** Steps that are confirmed in a panel in the place of the case. */
const panelSteps = ['pass', 'reject', 'request-correction', 'approve', 'deny', 'suspend', 'resume', 'extend'] as const
export type PanelStep = (typeof panelSteps)[number]
export const isPanelStep = (action: ApplicationAction): action is PanelStep =>
  panelSteps.some((each) => each === action)

/** Steps that the window takes on pages of its own. */
export const windowPages: Readonly<Partial<Record<ApplicationAction, (applicationId: string) => string>>> = {
  accept: (id) => `/packages/window/accept/index?id=${id}`,
  deliver: (id) => `/packages/window/results/index?id=${id}`,
}

/** Whether the member can take a step now, as the table says; on their own application they are its applicant. */
export function isStepOpen(view: ApplicationView, action: ApplicationAction): boolean {
  return !view.mine && view.actions.includes(action)
}
