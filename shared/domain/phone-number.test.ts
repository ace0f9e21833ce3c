import fc from 'fast-check'
import { isMobileNumber, normalisePhone } from './phone-number'

const aMobile = fc
  .tuple(fc.integer({ min: 13, max: 19 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([head, rest]) => `${head}${String(rest).padStart(9, '0')}`)

describe('a mobile number', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+8613800138000',
    '+86 138 0013 8000',
    '8613800138000',
    '008613800138000',
    '(+86)13800138000',
    '１３８００１３８０００',
    '138\u30000013\u20138000',
  ])('as people type it is brought to its digits: %s', (text) => {
    expect(normalisePhone(text)).toBe('13800138000')
    expect(isMobileNumber(text)).toBe(true)
  })

  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(
        fc.oneof(aMobile, fc.string({ unit: 'binary', maxLength: 30 })),
        (text) => normalisePhone(normalisePhone(text)) === normalisePhone(text),
      ),
    )
  })

  it('keeps its digits with any prefix and spacing', () => {
    fc.assert(
      fc.property(
        aMobile,
        fc.constantFrom('', '+86', '86', '0086', '+86 '),
        fc.integer({ min: 0, max: 11 }),
        (number, prefix, gap) => {
          expect(normalisePhone(`${prefix}${number.slice(0, gap)} ${number.slice(gap)}`)).toBe(number)
        },
      ),
    )
  })

  it.each([
    '',
    '1380013800',
    '138001380000',
    '12800138000',
    '23800138000',
    '07732898022',
    '+113800138000',
    '1380013800a',
    '8613800138',
  ])('is not %j', (text) => {
    expect(isMobileNumber(text)).toBe(false)
  })
})
