import type { listWaiting } from '@shared/contracts/applications-window'
import type { OutputOf } from '@shared/contracts/contract'

export type Waiting = OutputOf<typeof listWaiting>['waiting'][number]
export type Expected = OutputOf<typeof listWaiting>['expected'][number]

/** The list as one desk sees it. */
export interface DeskList {
  /** Whom this desk has called. */
  readonly current: Waiting | undefined
  /** Who is called next. */
  readonly next: Waiting | undefined
  /** The others, in the order of calling; those another window has called among them. */
  readonly others: readonly Waiting[]
}

/** Whether somebody is being called, as the table says by what may be done. */
export const isCalled = ({ actions }: Pick<Waiting, 'actions'>): boolean => actions.includes('call-again')

/** @param calledHere the appointment this desk called last */
export function deskList(waiting: readonly Waiting[], calledHere: string | undefined): DeskList {
  const current = waiting.find((each) => each.appointmentId === calledHere && isCalled(each))
  const others = waiting.filter((each) => each !== current)
  return { current, next: others.find(({ actions }) => actions.includes('call')), others }
}
