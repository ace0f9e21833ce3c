import { command, database } from './database'
import { derivedId } from './ids'
import { rateWindows } from './store'

/**
 * Counts one call of a person against an operation's limit.
 * @returns false when the window is full. One conditional write; two for the first call of a window.
 */
export async function withinRate(
  openid: string,
  operation: string,
  rate: { readonly calls: number; readonly seconds: number },
  now: number,
): Promise<boolean> {
  const span = rate.seconds * 1000
  const window = Math.floor(now / span)
  const id = derivedId('rate', openid, operation, String(window))
  const counted = () =>
    database.updateWhere(rateWindows, { _id: id, count: command().lt(rate.calls) }, { count: command().inc(1) })
  if ((await counted()) > 0) return true
  if (await database.addOnce(rateWindows, { _id: id, count: 1, endsAt: (window + 1) * span })) return true
  return (await counted()) > 0
}
