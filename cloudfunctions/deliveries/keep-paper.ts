import { database } from '../kernel/database'
import { makeId } from '../kernel/ids'
import { linkSeconds, linkTo, storeObject } from '../kernel/stored-files'
import type { FinishedPaper } from './paper'
import { papers } from './store'

/** Puts a paper into private storage for as long as its link lives; noted first, so that it is removed whatever happens. */
export async function keepPaper(
  kind: 'labels' | 'hand-over',
  { bytes, pages }: FinishedPaper,
  now: number,
): Promise<{ readonly url: string; readonly expiresAt: number; readonly pages: number }> {
  const _id = makeId()
  const path = `deliveries/papers/${kind}/${_id}.pdf`
  const expiresAt = now + linkSeconds * 1000
  await database.addOnce(papers, { _id, path, expiresAt })
  const url = await linkTo(await storeObject(path, bytes))
  if (url === undefined) throw new Error('a paper was stored and is not there')
  return { url, expiresAt, pages }
}
