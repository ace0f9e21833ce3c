import fc from 'fast-check'
import { formatInvitationCode, isInvitationCode, makeInvitationCode, normaliseInvitationCode } from './invitation-code'

const random = fc.array(fc.nat(31), { minLength: 9, maxLength: 9 })
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

describe('an invitation code', () => {
  it('is recognised as it was made, printed, or typed in lower case with spaces', () => {
    fc.assert(
      fc.property(random, (numbers) => {
        const code = makeInvitationCode(numbers)
        for (const typed of [code, formatInvitationCode(code), ` ${code.toLowerCase().slice(0, 4)} ${code.slice(4)}`]) {
          expect(isInvitationCode(typed)).toBe(true)
          expect(normaliseInvitationCode(typed)).toBe(code)
        }
      }),
    )
  })

  it('is refused with any one character wrong', () => {
    fc.assert(
      fc.property(random, fc.nat(9), fc.nat(31), (numbers, place, other) => {
        const code = makeInvitationCode(numbers)
        const wrong = code.slice(0, place) + (alphabet[other] ?? '') + code.slice(place + 1)
        expect(isInvitationCode(wrong)).toBe(wrong === code)
      }),
    )
  })

  it('is refused too short, too long, empty, and with characters it never has', () => {
    const code = makeInvitationCode([1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const wrong of ['', code.slice(1), `${code}2`, `0${code.slice(1)}`, `码${code.slice(1)}`])
      expect(isInvitationCode(wrong)).toBe(false)
  })

  it('cannot be made from anything but nine numbers from 0 to 31', () => {
    expect(() => makeInvitationCode([1, 2, 3])).toThrow(RangeError)
    expect(() => makeInvitationCode([1, 2, 3, 4, 5, 6, 7, 8, 32])).toThrow(RangeError)
  })
})
