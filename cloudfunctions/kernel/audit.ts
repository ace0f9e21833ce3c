import { createHash } from 'node:crypto'
import type { Transaction } from './database'
import { auditEntries, type AuditEntry } from './store'

/** Where a chain stands; kept on the document it belongs to and written in the same transaction as each entry. */
export interface AuditHead {
  readonly sequence: number
  readonly hash: string
}

export const emptyChain: AuditHead = { sequence: 0, hash: '' }

/** JSON with sorted keys, so that the same entry always hashes the same. */
function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  entries.sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** The hash of an entry over everything it says and the hash before it. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonical(entry)).digest('base64url')
}

/**
 * Appends one entry to a subject's chain; the new head belongs on the subject's document.
 * @throws a duplicate error when the chain has gone on meanwhile.
 */
export async function appendAudit(
  transaction: Transaction,
  head: AuditHead,
  entry: Pick<AuditEntry, 'subject' | 'at' | 'actor' | 'event' | 'label' | 'details'>,
): Promise<AuditHead> {
  const sequence = head.sequence + 1
  const unsigned = { ...entry, _id: `${entry.subject}:${String(sequence)}`, sequence, previous: head.hash }
  const hash = hashOf(unsigned)
  await transaction.add(auditEntries, { ...unsigned, hash })
  return { sequence, hash }
}

/** What is wrong with a chain, or undefined: entries altered, missing, inserted or cut off at the end. */
export function verifyChain(entries: readonly AuditEntry[], head: AuditHead): string | undefined {
  let previous = emptyChain
  for (const entry of [...entries].sort((left, right) => left.sequence - right.sequence)) {
    if (entry.sequence !== previous.sequence + 1) return `entry ${String(previous.sequence + 1)} is missing or doubled`
    if (entry.previous !== previous.hash) return `entry ${String(entry.sequence)} does not continue the chain`
    const { hash, ...unsigned } = entry
    if (hashOf(unsigned) !== hash) return `entry ${String(entry.sequence)} was altered`
    previous = { sequence: entry.sequence, hash }
  }
  return previous.sequence === head.sequence && previous.hash === head.hash
    ? undefined
    : 'the chain does not end where its subject says'
}
