import fc from 'fast-check'
import { drawSample } from './seeded-sample'

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 60 })
const seed = fc.string({ maxLength: 20 })

describe('a seeded sample', () => {
  it('is the same for the same seed, in whatever order the ids are listed', () => {
    fc.assert(
      fc.property(ids, seed, fc.nat(70), (all, drawn, size) => {
        expect(drawSample([...all].reverse(), size, drawn)).toEqual(drawSample(all, size, drawn))
      }),
    )
  })

  it('has the size asked for, only ids of the list, none twice', () => {
    fc.assert(
      fc.property(ids, seed, fc.nat(70), (all, drawn, size) => {
        const sample = drawSample(all, size, drawn)
        expect(sample).toHaveLength(Math.min(size, all.length))
        expect(new Set(sample).size).toBe(sample.length)
        for (const id of sample) expect(all).toContain(id)
      }),
    )
  })

  it('keeps what it had when it grows, and when ids are added loses only to the new ones', () => {
    fc.assert(
      fc.property(ids, fc.uniqueArray(fc.uuid(), { maxLength: 10 }), seed, fc.nat(30), (all, added, drawn, size) => {
        expect(drawSample(all, size + 1, drawn).slice(0, size)).toEqual(drawSample(all, size, drawn))
        const larger = drawSample([...all, ...added], size, drawn)
        const before = drawSample(all, size, drawn)
        expect(larger.filter((id) => !added.includes(id))).toEqual(
          before.slice(0, larger.filter((id) => !added.includes(id)).length),
        )
      }),
    )
  })

  it('gives every id about the same chance over many seeds', () => {
    const all = Array.from({ length: 20 }, (_, place) => `case-${String(place)}`)
    const drawn = new Map(all.map((id) => [id, 0]))
    const rounds = 4000
    for (let round = 0; round < rounds; round += 1) {
      for (const id of drawSample(all, 5, `2026-Q4-${String(round)}`)) drawn.set(id, (drawn.get(id) ?? 0) + 1)
    }
    // 1000 expected each; five standard deviations are about 140.
    for (const [id, count] of drawn) expect([id, count > 860 && count < 1140]).toEqual([id, true])
  })
})
