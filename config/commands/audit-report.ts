import type { AuditHead } from '../../cloudfunctions/kernel/audit'
import { auditedSubjects } from '../../cloudfunctions/kernel/audited-subjects'
import { chainFaults, linkOf, type ChainFaultKind, type ChainLink } from '../../cloudfunctions/kernel/chain-faults'
import type { AuditEntry } from '../../cloudfunctions/kernel/store'
import type { StoredDocuments } from '../../local-cloud/stored-documents'

/** What is wrong in a data folder: with one entry of a chain, with a chain, or with its subject. */
export interface AuditFinding {
  readonly subject: string
  /** 0 where the whole chain is meant. */
  readonly sequence: number
  readonly kind: ChainFaultKind | 'no-subject' | 'no-chain' | 'no-head' | 'unreadable'
}

export interface AuditReport {
  readonly chains: number
  readonly entries: number
  readonly findings: readonly AuditFinding[]
}

const headFormat = (value: unknown): value is AuditHead => {
  const { sequence, hash } = (value ?? {}) as Partial<AuditHead>
  return Number.isSafeInteger(sequence) && typeof hash === 'string'
}

/** Checks every chain against the head that its subject keeps, and every subject for its chain. */
export function auditReport(stored: Pick<StoredDocuments, 'documents'>): AuditReport {
  const { chains, entries, findings } = readChains(stored)
  const known = new Set<string>()
  for (const { collection, subjectOf } of auditedSubjects) {
    for (const document of stored.documents(collection)) {
      const subject = subjectOf(document)
      if (subject === undefined) continue
      known.add(subject)
      const { audit: head } = document
      const links = chains.get(subject) ?? []
      if (!headFormat(head)) findings.push({ subject, sequence: 0, kind: 'no-head' })
      else if (links.length === 0) findings.push({ subject, sequence: 0, kind: 'no-chain' })
      else findings.push(...chainFaults(links, head).map((fault) => ({ subject, ...fault })))
    }
  }
  for (const subject of chains.keys()) {
    if (!known.has(subject)) findings.push({ subject, sequence: 0, kind: 'no-subject' })
  }
  return { chains: chains.size, entries, findings }
}

function readChains(stored: Pick<StoredDocuments, 'documents'>) {
  const chains = new Map<string, ChainLink[]>()
  const findings: AuditFinding[] = []
  let entries = 0
  for (const document of stored.documents('audit_entries')) {
    entries += 1
    const entry = document as Partial<AuditEntry>
    const { subject, sequence } = entry
    if (typeof subject !== 'string' || !Number.isSafeInteger(sequence)) {
      findings.push({ subject: String(entry._id), sequence: 0, kind: 'unreadable' })
      continue
    }
    const links = chains.get(subject) ?? []
    links.push(linkOf(entry as AuditEntry))
    chains.set(subject, links)
  }
  return { chains, entries, findings }
}

const kindsInWords = {
  altered: 'was altered',
  missing: 'is missing',
  inserted: 'was inserted',
  unlinked: 'does not go on from the entry before it: one of the two was put in or replaced',
  'cut-off': 'is missing: the end of the chain was cut off',
  'no-subject': 'a chain whose subject is gone',
  'no-chain': 'a subject whose whole chain is gone',
  'no-head': 'a subject that does not say where its chain ends',
  unreadable: 'an entry that names no chain',
} as const satisfies Record<AuditFinding['kind'], string>

/** A finding on one line. */
export function findingInWords({ subject, sequence, kind }: AuditFinding): string {
  return sequence === 0 ? `${subject}: ${kindsInWords[kind]}` : `${subject} #${sequence}: ${kindsInWords[kind]}`
}
