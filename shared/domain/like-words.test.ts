import fc from 'fast-check'
import { alike, bigramsOf, likeness, likenessMarks } from './like-words'

const complaint = '窗口排队两个小时没有人叫号，工作人员态度冷淡，请改进叫号。'
const reworded = '窗口排队两个小时都没有人叫号，工作人员态度很冷淡，请改进叫号！'
const other = '不动产登记费用与公示的标准不一致，希望退还多收的部分。'
const shares = (one: string, two: string) => {
  const marks = new Set(likenessMarks(bigramsOf(one)))
  return likenessMarks(bigramsOf(two)).filter((mark) => marks.has(mark)).length
}

describe('texts that say much the same', () => {
  it('are alike however they are punctuated, spaced and spelled wide', () => {
    expect(likeness(bigramsOf('Ａ 区，窗口'), bigramsOf('a区窗口！'))).toBe(1)
  })

  it('are alike when a few words are changed, and not when they are about something else', () => {
    expect(likeness(bigramsOf(complaint), bigramsOf(reworded))).toBeGreaterThan(alike)
    expect(likeness(bigramsOf(complaint), bigramsOf(other))).toBeLessThan(0.05)
  })

  it('are found by a mark they have in common', () => {
    expect(shares(complaint, complaint)).toBe(24)
    expect(shares(complaint, reworded)).toBeGreaterThan(0)
    expect(shares(complaint, other)).toBe(0)
  })

  it('are as like as the other way round, between nothing and all', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        const value = likeness(bigramsOf(one), bigramsOf(two))
        expect(value).toBe(likeness(bigramsOf(two), bigramsOf(one)))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('are found nearly always from the likeness on that is shown', () => {
    // Of 400 pairs of texts that share just over 40 % of their pairs, at most 5 % may go unfound.
    const letters = (seed: number, length: number) =>
      Array.from({ length }, (_, place) =>
        String.fromCodePoint(0x4e00 + ((seed * 7919 + place * 104729) % 20000)),
      ).join('')
    let missed = 0
    for (let seed = 1; seed <= 400; seed += 1) {
      const [shared, one, two] = [letters(seed, 24), letters(seed + 1000, 16), letters(seed + 2000, 16)]
      expect(likeness(bigramsOf(shared + one), bigramsOf(shared + two))).toBeGreaterThan(alike)
      missed += Number(shares(shared + one, shared + two) === 0)
    }
    expect(missed).toBeLessThanOrEqual(20)
  })

  it('have no mark when there is nothing to compare', () => {
    expect(likenessMarks(bigramsOf('。 !'))).toEqual([])
    expect(likeness(bigramsOf(''), bigramsOf(''))).toBe(0)
  })
})
