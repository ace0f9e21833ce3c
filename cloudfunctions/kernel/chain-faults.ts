import { hashOf, type AuditHead } from './audit'
import type { AuditEntry } from './store'

/** An entry reduced to what the check of its chain needs, so that a million of them fit into memory. */
export interface ChainLink {
  readonly sequence: number
  readonly previous: string
  readonly hash: string
  /** Whether the entry says what its hash was made over, and stands under the id its place gives it. */
  readonly isSound: boolean
}

export function linkOf(entry: AuditEntry): ChainLink {
  const { hash, ...unsigned } = entry
  const { _id, subject, sequence, previous } = entry
  const isSound = hashOf(unsigned) === hash && _id === `${subject}:${String(sequence)}`
  return { sequence, previous, hash, isSound }
}

/**
 * `altered` something it says was changed · `missing` a number that no entry has · `inserted` an entry too many ·
 * `unlinked` it does not go on from the one before, which was replaced, or itself put in · `cut-off` the end is gone.
 */
export type ChainFaultKind = 'altered' | 'missing' | 'inserted' | 'unlinked' | 'cut-off'
export interface ChainFault {
  readonly sequence: number
  readonly kind: ChainFaultKind
}

/** Everything wrong with a chain, against the head that its subject keeps; empty for a whole one. */
export function chainFaults(links: readonly ChainLink[], head: AuditHead): readonly ChainFault[] {
  const faults: ChainFault[] = []
  const note = (sequence: number, kind: ChainFaultKind) => void faults.push({ sequence, kind })
  let last = { sequence: 0, hash: '' }
  for (const link of [...links].sort((one, other) => one.sequence - other.sequence)) {
    const { sequence } = link
    for (let gone = last.sequence + 1; gone < sequence; gone += 1) note(gone, 'missing')
    if (sequence <= last.sequence || sequence > head.sequence) note(sequence, 'inserted')
    else if (!link.isSound) note(sequence, 'altered')
    else if (sequence === last.sequence + 1 && link.previous !== last.hash) note(sequence, 'unlinked')
    // Replaced by one that is sound in itself: only the subject still knows better.
    else if (sequence === head.sequence && link.hash !== head.hash) note(sequence, 'altered')
    if (sequence > last.sequence) last = { sequence, hash: link.hash }
  }
  for (let gone = last.sequence + 1; gone <= head.sequence; gone += 1) note(gone, 'cut-off')
  return faults
}
