import * as fc from 'fast-check'
import {
  isTypedVisitCode,
  makeTypedVisitCode,
  normaliseTypedVisitCode,
  readScannedVisitCode,
  scannedVisitCode,
  visitCodeLength,
  visitCodeLetters,
} from './visit-code'

const draws = fc.array(fc.nat(visitCodeLetters - 1), { minLength: visitCodeLength, maxLength: visitCodeLength })
const reference = fc.stringMatching(/^[\w-]{20,32}$/)

describe('a typed visit code', () => {
  it('is known again as people type it: in groups, in lower case, in full width', () => {
    fc.assert(
      fc.property(draws, (random) => {
        const code = makeTypedVisitCode(random)
        const wide = Array.from(code, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('')
        for (const typed of [code, code.toLowerCase(), `${code.slice(0, 4)} ${code.slice(4)}`, wide]) {
          expect([isTypedVisitCode(typed), normaliseTypedVisitCode(typed)]).toEqual([true, code])
        }
      }),
    )
  })

  it('has no characters that look alike', () => {
    fc.assert(fc.property(draws, (random) => !/[01OIL]/.test(makeTypedVisitCode(random))))
  })

  it.each(['', 'ABCD', 'ABCDEFGHJ', 'ABCDEFG0', 'ABCDEFGI', '漓江漓江漓江漓江'])('cannot be %p', (text) => {
    expect(isTypedVisitCode(text)).toBe(false)
  })

  it('is made of eight numbers of the alphabet, nothing else', () => {
    expect(() => makeTypedVisitCode([1, 2, 3])).toThrow(RangeError)
    expect(() => makeTypedVisitCode([1, 2, 3, 4, 5, 6, 7, visitCodeLetters])).toThrow(RangeError)
  })
})

describe('a scanned visit code', () => {
  it('gives back the appointment and the seal it was made of', () => {
    fc.assert(
      fc.property(reference, reference, (appointmentId, seal) => {
        expect(readScannedVisitCode(scannedVisitCode(appointmentId, seal))).toEqual({ appointmentId, seal })
      }),
    )
  })

  it.each(['', 'https://example.com/?a=b.c', 'short.seal', 'no-seal-at-all-in-here', 'a.b.c'])('is not %p', (text) => {
    expect(readScannedVisitCode(text)).toBeUndefined()
  })
})
