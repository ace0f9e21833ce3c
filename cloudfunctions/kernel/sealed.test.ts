import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { lookupHash, seal, unseal } from './sealed'

const key = () => randomBytes(32).toString('base64')
const [first, second] = [key(), key()]
beforeEach(() => {
  process.env.FIELD_KEYS = `k1:${first}`
  process.env.LOOKUP_KEY = key()
})

describe('a sealed value', () => {
  it('opens for its purpose as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, purpose) => {
        // As JSON carries it: minus zero is zero.
        expect(unseal(purpose, seal(purpose, value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('says nothing, and nothing twice', () => {
    const [one, other] = [seal('p', '11010519491231002X'), seal('p', '11010519491231002X')]
    expect(one.value).not.toBe(other.value)
    expect(Buffer.from(one.value, 'base64').toString('latin1')).not.toContain('110105')
  })

  it('does not open for another purpose, such as another person’s document', () => {
    expect(() => unseal('residents.profile:b', seal('residents.profile:a', '秦漓江'))).toThrow()
  })

  it('does not open when a single bit of it was turned', () => {
    fc.assert(
      fc.property(fc.nat(), (place) => {
        const sealed = seal('p', '秦漓江')
        const bytes = Buffer.from(sealed.value, 'base64')
        const at = place % (bytes.length * 8)
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7))
        expect(() => unseal('p', { ...sealed, value: bytes.toString('base64') })).toThrow()
      }),
    )
  })

  it('opens still when a new key came in front, and not once its key is gone', () => {
    const old = seal('p', '秦漓江')
    process.env.FIELD_KEYS = `k2:${second},k1:${first}`
    expect(unseal('p', old)).toBe('秦漓江')
    expect(seal('p', '秦漓江').key).toBe('k2')
    process.env.FIELD_KEYS = `k2:${second}`
    expect(() => unseal('p', old)).toThrow('No field key k1')
  })

  it.each(['', 'k1', 'k1:', `k1:${randomBytes(16).toString('base64')}`, `:${key()}`])(
    'is not made with keys that are none: %p',
    (keys) => {
      process.env.FIELD_KEYS = keys
      expect(() => seal('p', 1)).toThrow(/FIELD_KEYS/)
    },
  )
})

describe('a look-up hash', () => {
  it('is the same for the same value and purpose, and tells nothing without the key', () => {
    const hash = lookupHash('phone', '13877312345')
    expect(lookupHash('phone', '13877312345')).toBe(hash)
    expect(lookupHash('actor', '13877312345')).not.toBe(hash)
    process.env.LOOKUP_KEY = key()
    expect(lookupHash('phone', '13877312345')).not.toBe(hash)
  })

  it('does not confuse where a purpose ends and a value begins', () => {
    expect(lookupHash('a', 'bc')).not.toBe(lookupHash('ab', 'c'))
  })
})
