import { findCases, listQueue, type ApplicationRow } from '@shared/contracts/applications'
import type { InputOf, OutputOf } from '@shared/contracts/contract'
import { usePages, type Pages } from '../../../cloud/use-pages'
import type { Queue } from '../copy'

export type QueuePages = Pages<ApplicationRow>
/** What the queues are narrowed to. */
export type QueueFilter = Omit<InputOf<typeof listQueue>, 'queue' | 'cursor'>

const rowsOf = ({ applications, next }: OutputOf<typeof listQueue | typeof findCases>) => ({ rows: applications, next })

/** One of the queues, narrowed, or what a search found; a page after the other. */
export function useQueue(queue: Queue, filter: QueueFilter, search: string | undefined): QueuePages {
  return usePages<typeof listQueue | typeof findCases, ApplicationRow>(
    search === undefined ? listQueue : findCases,
    search === undefined ? { queue, ...filter } : { text: search },
    rowsOf,
  )
}
