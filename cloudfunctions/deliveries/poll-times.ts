import type { ParcelProgress } from '@shared/domain/parcel-track'

const hour = 3_600_000
/** The aggregator locks an account that asks about one number more often (ms). */
const shortest = hour / 2
const longest = 12 * hour

/** How long after hearing of a parcel it is asked about (ms); callbacks come faster where they work. */
export function pollPause(progress: ParcelProgress): number {
  return progress === 'out-for-delivery' || progress === 'failed' ? shortest : 2 * hour
}

/** How long after an attempt that failed (ms): each pause twice the one before, up to half a day. */
export function pollPauseAfterFault(triesBefore: number): number {
  return Math.min(shortest * 2 ** Math.min(triesBefore, 10), longest)
}

/** A parcel that was shipped so long ago is not asked about any more: its desk has it on the list (ms). */
const givenUpAfter = 60 * 24 * hour

/** Whether it is still of use to ask about a parcel. */
export function isWorthAsking(shippedAt: number, now: number): boolean {
  return now - shippedAt < givenUpAfter
}
