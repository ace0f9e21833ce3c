import { factsAfter, type CaseFacts, type CaseStep } from '@shared/domain/case-facts'
import { workingCalendar } from './centre'
import type { Stored, Transaction } from './database'
import { cases, type StoredCase } from './store'

/**
 * Notes a step of an application for supervision, in the step's own transaction. Called by whatever writes an
 * application's status, with the application as the step leaves it and the clocks as they ran before (`{}` for a new one).
 */
export async function recordCase(
  transaction: Transaction,
  step: CaseStep & { readonly application: Stored },
): Promise<void> {
  const { _id } = step.application
  const before = await transaction.get(cases, _id)
  await transaction.put(cases, storedCase(_id, factsAfter(before, step, workingCalendar)))
}

/** Facts as they are stored, with what their indexes sort by. */
export function storedCase(_id: string, facts: CaseFacts): StoredCase {
  return { ...facts, _id, dueOrder: `${facts.dueOn}#${_id}`, amberOrder: `${facts.amberOn}#${_id}` }
}
