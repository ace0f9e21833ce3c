import fc from 'fast-check'
import { civilDateOf } from './civil-time'
import {
  acceptanceNumberOf,
  checkReceiptNumber,
  formatReceiptNumber,
  makeReceiptNumber,
  normaliseReceiptNumber,
} from './receipt-number'

const aDate = fc.integer({ min: Date.UTC(2018, 0, 1), max: Date.UTC(2099, 11, 31) }).map(civilDateOf)
const aRandomPart = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 8, maxLength: 8 })
const aNumber = fc.tuple(aDate, aRandomPart).map(([date, random]) => makeReceiptNumber(date, random))

describe('a receipt number', () => {
  it('is the prefix, the day, eight digits and one to check', () => {
    expect(makeReceiptNumber('2026-05-10', '48217730')).toMatch(/^GL2026051048217730\d$/)
    expect(makeReceiptNumber('2026-05-10', '48217730', 'LZ')).toMatch(/^LZ2026051048217730\d$/)
  })

  it('made here is accepted as it is, in groups, and in lower case', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        const grouped = formatReceiptNumber(number)
        expect(grouped).toMatch(/^GL \d{8} \d{4} \d{4} \d$/)
        for (const text of [number, grouped, grouped.toLowerCase(), grouped.replaceAll(' ', '-')]) {
          expect(checkReceiptNumber(text)).toBeUndefined()
          expect(normaliseReceiptNumber(text)).toBe(number)
        }
      }),
    )
  })

  it('with any one digit wrong is refused', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        for (let place = 2; place < number.length; place += 1) {
          for (const digit of '0123456789') {
            if (digit === number[place]) continue
            expect(checkReceiptNumber(number.slice(0, place) + digit + number.slice(place + 1))).toBeDefined()
          }
        }
      }),
    )
  })

  it('with any two neighbouring digits exchanged is refused', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        for (let place = 2; place + 1 < number.length; place += 1) {
          const one = number[place]!
          const other = number[place + 1]!
          if (one === other) continue
          expect(checkReceiptNumber(number.slice(0, place) + other + one + number.slice(place + 2))).toBeDefined()
        }
      }),
    )
  })

  it.each([
    ['', 'form'],
    ['GL', 'form'],
    ['GL202605104821773', 'form'],
    ['LZ20260510482177305', 'form'],
    ['GL20260510482177305 1', 'form'],
    ['GL2026051O482177305', 'form'],
    ['GL20260230482177305', 'date'],
    ['GL20261301482177305', 'date'],
  ])('%j is refused: %s', (text, problem) => {
    expect(checkReceiptNumber(text)).toBe(problem)
  })

  it('has one right check digit of ten', () => {
    const right = Array.from('0123456789').filter(
      (digit) => checkReceiptNumber(`GL2026051048217730${digit}`) === undefined,
    )
    expect(right).toHaveLength(1)
    expect(checkReceiptNumber(`GL2026051048217730${right[0] === '0' ? '1' : '0'}`)).toBe('check-digit')
  })

  it('is not made from a day that does not exist or from too few digits', () => {
    expect(() => makeReceiptNumber('2026-02-30', '48217730')).toThrow(RangeError)
    expect(() => makeReceiptNumber('2026-05-10', '4821773')).toThrow(RangeError)
    expect(() => makeReceiptNumber('2026-05-10', '4821773x')).toThrow(RangeError)
    expect(() => makeReceiptNumber('2026-05-10', '48217730', 'gl')).toThrow(RangeError)
  })

  it('is left alone by the grouping when it is none', () => {
    expect(formatReceiptNumber('no number')).toBe('no number')
  })
})

describe('an acceptance number', () => {
  it('has the digits of the receipt number, so that its check digit holds as well', () => {
    const receipt = makeReceiptNumber('2026-05-11', '12345678')
    const number = acceptanceNumberOf(receipt)
    expect(number).toBe(`SL${receipt.slice(2)}`)
    expect(checkReceiptNumber(number, 'SL')).toBeUndefined()
  })
})
