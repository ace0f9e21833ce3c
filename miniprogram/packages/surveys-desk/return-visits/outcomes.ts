import type { ReturnVisitCall } from '@shared/contracts/surveys'

/** Who was not reached may be called again. */
const settled = { reached: true, refused: true, 'not-reached': false } as const satisfies Record<
  NonNullable<ReturnVisitCall['outcome']>,
  boolean
>

/** Whether nothing more can be recorded of a call. */
export function isSettled({ outcome }: ReturnVisitCall): boolean {
  return outcome !== undefined && settled[outcome]
}
