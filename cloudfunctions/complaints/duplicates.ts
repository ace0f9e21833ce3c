import type { OutputOf } from '@shared/contracts/contract'
import type { findDuplicates } from '@shared/contracts/complaints'
import { alike, bigramsOf, likeness, likenessMarks } from '@shared/domain/like-words'
import { command, database } from '../kernel/database'
import { lookupHash } from '../kernel/sealed'
import { orderOf } from './moving'
import { contentOf, type Content } from './sealed-words'
import { complaints, type Complaint } from './store'
import { rowOf } from './view'

type Duplicate = OutputOf<typeof findDuplicates>['duplicates'][number]

/** How far back words and persons are compared (ms): 90 days. */
const lookBackMs = 90 * 24 * 60 * 60 * 1000
/** The most documents each of the four searches reads, and the most that are shown. */
const mostRead = 100
const mostShown = 20

export const phoneHashOf = (phone: string) => lookupHash('complaints.phone', phone)

const pairsOf = ({ subject, text }: Content) => bigramsOf(`${subject}\n${text}`)

/** Keyed, so that nobody can try words against them. */
export function marksOf(content: Content): readonly string[] {
  return likenessMarks(pairsOf(content)).map((mark) => lookupHash('complaints.mark', mark).slice(0, 16))
}

/**
 * Complaints that may be the same matter: four reads by index, however many complaints there are. What complains of the
 * supervisor who asks, or was written by them, is none of it.
 */
export async function duplicatesOf(
  complaint: Complaint,
  supervisor: { readonly reference: string; readonly openid: string },
  now: number,
): Promise<Duplicate[]> {
  const since = now - lookBackMs
  const { ownerId, phoneHash, receiptNumber, marks } = complaint
  const read = (where: Readonly<Record<string, unknown>>) => database.find(complaints, { where, limit: mostRead })
  const found = await Promise.all([
    read({ ownerId, ownerOrder: command().gt(orderOf(since, '')) }),
    read({ phoneHash, sentAt: command().gt(since) }),
    receiptNumber === '' ? [] : read({ receiptNumber }),
    marks.length === 0 ? [] : read({ marks: command().in([...marks]), sentAt: command().gt(since) }),
  ])
  const others = new Map(found.flat().map((each) => [each._id, each]))
  const pairs = pairsOf(contentOf(complaint))
  return [...others.values()]
    .filter((other) => other._id !== complaint._id && other.ownerId !== supervisor.openid)
    .filter(({ about }) => !about.includes(supervisor.reference))
    .map((other) => ({ other, ...compared(complaint, other, likeness(pairs, pairsOf(contentOf(other)))) }))
    .filter(({ why }) => why.length > 0)
    .sort((one, two) => two.likely - one.likely || two.other.sentAt - one.other.sentAt)
    .slice(0, mostShown)
    .map(({ other, why }) => ({ complaint: rowOf(other), why }))
}

/** Why two may be the same matter, and how likely that is, to sort by. */
function compared(one: Complaint, other: Complaint, words: number): { why: string[]; likely: number } {
  const isSamePerson = one.ownerId === other.ownerId || one.phoneHash === other.phoneHash
  const isSameCase = one.receiptNumber !== '' && one.receiptNumber === other.receiptNumber
  const isAlike = words >= alike
  return {
    why: [
      ...(isSamePerson ? ['同一人提交'] : []),
      ...(isSameCase ? ['同一收件编号'] : []),
      ...(isAlike ? [`内容相近（${String(Math.round(words * 100))}%）`] : []),
    ],
    likely: Number(isSamePerson) + Number(isSameCase) + words,
  }
}
