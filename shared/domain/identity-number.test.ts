import fc from 'fast-check'
import { addDays, civilDateOf } from './civil-time'
import { birthDateOf, checkIdentityNumber, identityCheckCharacter, normaliseIdentityNumber } from './identity-number'

const today = '2026-05-10'
const withCheck = (first17: string) => first17 + identityCheckCharacter(first17)
const numberWith = (region: string, birth: string, sequence = '123') => withCheck(region + birth + sequence)

const aRegion = fc.constantFrom(
  '110101',
  '450302',
  '659004',
  '710000',
  '810000',
  '820000',
  '830000',
  '911124',
  '945840',
)
const aBirth = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2026, 4, 9) })
  .map((instant) => civilDateOf(instant).replaceAll('-', ''))
const aNumber = fc
  .tuple(aRegion, aBirth, fc.integer({ min: 0, max: 999 }))
  .map(([region, birth, sequence]) => numberWith(region, birth, String(sequence).padStart(3, '0')))

describe('an identity number', () => {
  it('published as a sample of its kind is accepted', () => {
    // The example in GB 11643-1999, and the one on the specimen of the foreigners' card of 2023.
    expect(checkIdentityNumber('11010519491231002X', today)).toBeUndefined()
    expect(checkIdentityNumber('440524188001010014', today)).toBeUndefined()
    expect(checkIdentityNumber('911124198108030024', today)).toBeUndefined()
  })

  it('made by the rules is accepted, in lower case, full width and with spaces as well', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        expect(checkIdentityNumber(number, today)).toBeUndefined()
        const spoken = ` ${number.slice(0, 6)} ${number.slice(6, 14)}\u3000${number.slice(14).toLowerCase()}\n`
        expect(checkIdentityNumber(spoken, today)).toBeUndefined()
        const fullWidth = Array.from(number, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join('')
        expect(normaliseIdentityNumber(fullWidth)).toBe(number)
      }),
    )
  })

  it('with any one character wrong is refused', () => {
    fc.assert(
      fc.property(
        aNumber,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...Array.from('0123456789X')),
        (number, place, other) => {
          fc.pre(number[place] !== other)
          return checkIdentityNumber(number.slice(0, place) + other + number.slice(place + 1), today) !== undefined
        },
      ),
    )
  })

  it('with two neighbours exchanged is refused', () => {
    fc.assert(
      fc.property(aNumber, fc.integer({ min: 0, max: 16 }), (number, place) => {
        const one = number[place]!
        const other = number[place + 1]!
        fc.pre(one !== other)
        return checkIdentityNumber(number.slice(0, place) + other + one + number.slice(place + 2), today) !== undefined
      }),
    )
  })

  it.each([
    ['19900231', '31 February'],
    ['19000229', '29 February of a year that was no leap year'],
    ['19901301', 'a thirteenth month'],
    ['19900100', 'day 0'],
    ['10970101', 'a slip in the year'],
    ['20260511', 'tomorrow'],
  ])('born on %s is refused: %s', (birth) => {
    expect(checkIdentityNumber(numberWith('450302', birth), today)).toBe('birth-date')
  })

  it('of a child born today is accepted', () => {
    expect(checkIdentityNumber(numberWith('450302', '20260510'), today)).toBeUndefined()
    expect(checkIdentityNumber(numberWith('450302', '20260510'), addDays(today, -1))).toBe('birth-date')
  })

  it.each(['000000', '160000', '660000', '700000', '720000', '840000', '901124', '999124'])(
    'of region %s is refused',
    (region) => {
      expect(checkIdentityNumber(numberWith(region, '19900101'), today)).toBe('region')
    },
  )

  it.each([
    '',
    '45030219900101123',
    '4503021990010112345',
    '45030219900101123Y',
    '4503O2199001011234',
    'X'.repeat(18),
    '450302900101123',
  ])('is refused for its form: %j', (text) => {
    expect(checkIdentityNumber(text, today)).toBe('length')
  })

  it('names the day of birth', () => {
    fc.assert(fc.property(aBirth, (birth) => birthDateOf(numberWith('450302', birth)).replaceAll('-', '') === birth))
  })

  it('is checked without an exception whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text) => checkIdentityNumber(text, today) !== undefined,
      ),
    )
  })
})
