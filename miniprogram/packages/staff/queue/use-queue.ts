import { listQueue, type ApplicationRow } from '@shared/contracts/applications'
import type { OutputOf } from '@shared/contracts/contract'
import { usePages, type Pages } from '../../../cloud/use-pages'
import type { Queue } from '../copy'

export type QueuePages = Pages<ApplicationRow>

const rowsOf = ({ applications, next }: OutputOf<typeof listQueue>) => ({ rows: applications, next })

/** One of the queues, a page after the other. */
export function useQueue(queue: Queue): QueuePages {
  return usePages(listQueue, { queue }, rowsOf)
}
