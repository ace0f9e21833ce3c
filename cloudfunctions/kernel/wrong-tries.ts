import { command, database } from './database'
import { derivedId } from './ids'
import { rateWindows } from './store'

/** How many wrong tries somebody has, and how long they wait afterwards (ms). */
export interface TryLimit {
  readonly tries: number
  readonly lockedForMs: number
}

const windowId = (what: string, who: string) => derivedId('tries', what, who)

/**
 * Takes one of somebody's tries BEFORE anything is compared, so that no number of calls at the same moment compares
 * more than the limit; whoever was right gets it back with `returnTry`. Tries are forgotten `lockedForMs` after the
 * last one. Outside any transaction: a refusal must not undo it.
 * @returns false when all are used up
 */
export async function takeTry(
  what: string,
  who: string,
  { tries, lockedForMs }: TryLimit,
  now: number,
): Promise<boolean> {
  const _id = windowId(what, who)
  const endsAt = now + lockedForMs
  const counted = () =>
    database.updateWhere(
      rateWindows,
      { _id, endsAt: command().gt(now), count: command().lt(tries) },
      { count: command().inc(1), endsAt },
    )
  if ((await counted()) > 0) return true
  if ((await database.updateWhere(rateWindows, { _id, endsAt: command().lte(now) }, { count: 1, endsAt })) > 0)
    return true
  if (await database.addOnce(rateWindows, { _id, count: 1, endsAt })) return true
  return (await counted()) > 0
}

/** Gives back the try of somebody who was right; their wrong ones before stay counted. */
export async function returnTry(what: string, who: string): Promise<void> {
  await database.updateWhere(
    rateWindows,
    { _id: windowId(what, who), count: command().gt(0) },
    { count: command().inc(-1) },
  )
}
