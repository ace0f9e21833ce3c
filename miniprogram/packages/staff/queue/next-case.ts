import { listQueue } from '@shared/contracts/applications'
import type { ApplicationAction } from '@shared/domain/application-workflow'
import { call } from '../../../cloud/call'
import type { Queue } from '../copy'

/** Where one goes on after a step: one's own cases first, those of the same stage before the other stage's. */
const orders = {
  review: ['mine', 'unclaimed', 'handling'],
  decision: ['handling', 'deciding', 'mine', 'unclaimed'],
} as const satisfies Record<string, readonly Queue[]>

/** What is done with accepted cases. */
const afterAcceptance: readonly ApplicationAction[] = ['take', 'extend', 'suspend', 'resume', 'approve', 'deny']

/** The case to go on with: one of the member's own first, else the most urgent that nobody has. */
export async function findNextCase(except: string, after: ApplicationAction): Promise<string | undefined> {
  for (const queue of orders[afterAcceptance.includes(after) ? 'decision' : 'review']) {
    const reply = await call(listQueue, { queue })
    const next = reply.ok
      ? reply.data.applications.find(
          (row) => row.id !== except && row.claim?.mine !== false && row.handler?.mine !== false,
        )
      : undefined
    if (next !== undefined) return next.id
  }
  return undefined
}
