import { formatDate } from '@shared/domain/civil-time'
import type { Deadline } from '@shared/domain/deadline'
import { recountDeadline } from '@shared/domain/single-clock'
import { appendAudit, type AuditHead } from './audit'
import { workingCalendar } from './centre'
import type { Transaction } from './database'
import type { AuditEntry } from './store'

/**
 * Counts the one clock of a matter afresh, now that a year's holiday notice is known. A due day that changes has its entry
 * in the matter's chain; both belong on its document, whose version stays (decision 0013).
 */
export async function recountClock<Clock extends { readonly name: string; readonly deadline: Deadline }>(
  transaction: Transaction,
  matter: { readonly audit: AuditHead; readonly clock: Clock },
  step: Pick<AuditEntry, 'subject' | 'at' | 'actor'> & { readonly clockName: string },
): Promise<{ readonly audit: AuditHead; readonly clock: Clock }> {
  const { audit, clock } = matter
  const { clockName, ...entry } = step
  const from = clock.deadline.dueOn
  const deadline = recountDeadline(workingCalendar, clock.deadline)
  const recounted = { ...clock, deadline }
  if (deadline.dueOn === from) return { audit, clock: recounted }
  const entered = await appendAudit(transaction, audit, {
    ...entry,
    event: 'recounted',
    label: `节假日安排公布，${clockName}改为${formatDate(deadline.dueOn)}`,
    details: { clock: clock.name, from, to: deadline.dueOn },
  })
  return { audit: entered, clock: recounted }
}
