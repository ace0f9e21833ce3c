import fc from 'fast-check'
import { checkCreditCode, creditCheckCharacter, normaliseCreditCode, organisationCheckCharacter } from './credit-code'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const aCharacter = fc.constantFrom(...Array.from(alphabet))
const aCode = fc
  .tuple(
    fc.string({ unit: aCharacter, minLength: 2, maxLength: 2 }),
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.string({ unit: aCharacter, minLength: 8, maxLength: 8 }),
  )
  .map(([kind, region, organisation]) => {
    const first17 = `${kind}${region}${organisation}${organisationCheckCharacter(organisation)}`
    return first17 + creditCheckCharacter(first17)
  })

describe('a unified social credit code', () => {
  it.each(['9144030071526726XG', '91330100799655058B', '123502001549897397', '91440101MA5CJQ4N59'])(
    'in public use is accepted: %s',
    (code) => {
      expect(checkCreditCode(code)).toBeUndefined()
      expect(checkCreditCode(` ${code.slice(0, 8)} ${code.slice(8).toLowerCase()}`)).toBeUndefined()
    },
  )

  it('made by the rules is accepted and stored in its normal form', () => {
    fc.assert(
      fc.property(aCode, (code) => {
        expect(checkCreditCode(code)).toBeUndefined()
        expect(normaliseCreditCode(` ${code.toLowerCase()}\t`)).toBe(code)
      }),
    )
  })

  it('with any one character wrong is refused', () => {
    fc.assert(
      fc.property(aCode, fc.integer({ min: 0, max: 17 }), aCharacter, (code, place, other) => {
        fc.pre(code[place] !== other)
        return checkCreditCode(code.slice(0, place) + other + code.slice(place + 1)) !== undefined
      }),
    )
  })

  it('with two neighbours exchanged is refused', () => {
    fc.assert(
      fc.property(aCode, fc.integer({ min: 0, max: 16 }), (code, place) => {
        const one = code[place]!
        const other = code[place + 1]!
        fc.pre(one !== other)
        return checkCreditCode(code.slice(0, place) + other + one + code.slice(place + 2)) !== undefined
      }),
    )
  })

  it('whose organisation code does not check is refused although its own check character is right', () => {
    const first17 = '91450300MA5ABCDE0'
    const wrong = organisationCheckCharacter('MA5ABCDE') === '0' ? '1' : '0'
    const code = first17.slice(0, 16) + wrong
    expect(checkCreditCode(code + creditCheckCharacter(code))).toBe('check-digit')
  })

  it.each([
    ['', 'length'],
    ['9144030071526726X', 'length'],
    ['9144030071526726XGG', 'length'],
    ['440301103097413', 'length'],
    ['9144030071526726IG', 'characters'],
    ['91A4030071526726XG', 'characters'],
    ['9144030071526726好G', 'characters'],
    ['9144030071526726XH', 'check-digit'],
  ])('%j is refused: %s', (text, problem) => {
    expect(checkCreditCode(text)).toBe(problem)
  })

  it('is checked without an exception whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => checkCreditCode(text) !== undefined))
  })
})
