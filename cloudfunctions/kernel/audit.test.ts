import * as fc from 'fast-check'
import { appendAudit, emptyChain, hashOf, verifyChain, type AuditHead } from './audit'
import type { Transaction } from './database'
import type { AuditEntry } from './store'

/** A chain of `length` entries, written as the functions write it. */
async function aChain(length: number): Promise<{ readonly entries: AuditEntry[]; readonly head: AuditHead }> {
  const entries: AuditEntry[] = []
  const transaction = { add: (_handle: unknown, entry: AuditEntry) => Promise.resolve(void entries.push(entry)) }
  let head = emptyChain
  for (let place = 0; place < length; place += 1) {
    head = await appendAudit(transaction as unknown as Transaction, head, {
      subject: 'application-1',
      at: 1_778_464_800_000 + place,
      actor: { kind: 'staff', id: 'abc', name: '李审核' },
      event: place === 0 ? 'submitted' : 'viewed',
      label: '查看申请材料',
      details: { note: '窗口审批', place },
    })
  }
  return { entries, head }
}
const lengths = fc.integer({ min: 1, max: 12 })
const lengthAndPlace = lengths.chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 0, max: length - 1 })))

describe('an audit chain', () => {
  it('is sound as it was written, in whatever order its entries are read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), async (length) => {
        const { entries, head } = await aChain(length)
        expect(verifyChain([...entries].reverse(), head)).toBeUndefined()
      }),
    )
  })

  it.each<[string, Partial<AuditEntry>]>([
    ['who did it', { actor: { kind: 'staff', id: 'abc', name: '别人' } }],
    ['when', { at: 0 }],
    ['what', { event: 'passed' }],
    ['how it is called', { label: '' }],
    ['why', { details: { note: '' } }],
    ['what came before', { previous: 'x' }],
    ['whose it is', { subject: 'application-2' }],
  ])('shows an entry in which somebody altered %s, wherever it stands', async (_what, change) => {
    await fc.assert(
      fc.asyncProperty(lengthAndPlace, async ([length, place]) => {
        const { entries, head } = await aChain(length)
        entries[place] = { ...entries[place]!, ...change }
        expect(verifyChain(entries, head)).toBeDefined()
      }),
    )
  })

  it('shows an altered entry even when its own hash was made to fit', async () => {
    await fc.assert(
      fc.asyncProperty(lengthAndPlace, async ([length, place]) => {
        const { entries, head } = await aChain(length)
        const { hash: _hash, ...unsigned } = { ...entries[place]!, event: 'passed' }
        entries[place] = { ...unsigned, hash: hashOf(unsigned) }
        expect(verifyChain(entries, head)).toBeDefined()
      }),
    )
  })

  it('shows an entry that is missing, the last one too', async () => {
    await fc.assert(
      fc.asyncProperty(lengthAndPlace, async ([length, place]) => {
        const { entries, head } = await aChain(length)
        entries.splice(place, 1)
        expect(verifyChain(entries, head)).toBeDefined()
      }),
    )
  })

  it('shows an entry that was inserted or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(lengthAndPlace, async ([length, place]) => {
        const { entries, head } = await aChain(length)
        const doubled = [...entries, entries[place]!]
        expect(verifyChain(doubled, head)).toBeDefined()
        const { hash: _hash, ...unsigned } = {
          ...entries[length - 1]!,
          _id: `application-1:${String(length + 1)}`,
          sequence: length + 1,
          previous: head.hash,
        }
        expect(verifyChain([...entries, { ...unsigned, hash: hashOf(unsigned) }], head)).toBeDefined()
      }),
    )
  })
})
