import fc from 'fast-check'
import { maskIdentityNumber, maskName, maskPhone } from './masking'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789Xx +-')), maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 9, maxLength: 20 }),
)
const shown = (masked: string) => Array.from(masked).filter((character) => character !== '*').length

describe('a masked text', () => {
  it('of an identity number shows the region and the last four', () => {
    expect(maskIdentityNumber('450302199001011234')).toBe('450***********1234')
    expect(maskIdentityNumber('45030219900101123X')).toBe('450***********123X')
  })

  it('of a mobile number shows the network and the last four', () => {
    expect(maskPhone('13800138000')).toBe('138****8000')
  })

  it('of a name shows the first character', () => {
    expect(maskName('张三')).toBe('张*')
    expect(maskName(' 阳朔山 ')).toBe('阳**')
    expect(maskName('𠮷田')).toBe('𠮷*')
    expect(maskName('Li')).toBe('L*')
    expect(maskName('李')).toBe('*')
    expect(maskName('  ')).toBe('')
  })

  it('of something else shows nothing at all', () => {
    expect(maskIdentityNumber('E12345678')).toBe('*********')
    expect(maskIdentityNumber('4503021990010')).toBe('*************')
    expect(maskPhone('0773-2898022')).toBe('************')
    expect(maskPhone('138')).toBe('***')
  })

  it('never shows more than seven characters, never half of an identity number, and never the day of birth', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = maskIdentityNumber(text)
        expect(shown(masked)).toBeLessThanOrEqual(7)
        expect(shown(masked) * 2).toBeLessThan(Math.max(Array.from(text).length, 1))
        if (shown(masked) > 0) expect(masked.slice(6, -4)).toMatch(/^\*+$/)
      }),
    )
  })

  it('never shows more than seven digits of a phone number, and hides the middle four', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = maskPhone(text)
        expect(shown(masked)).toBeLessThanOrEqual(7)
        if (shown(masked) > 0) expect(masked).toMatch(/^\d{3}\*{4}\d{4}$/)
      }),
    )
  })

  it('never shows more than one character of a name, and never a whole one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.includes('*'))
        const masked = maskName(text)
        expect(shown(masked)).toBeLessThanOrEqual(1)
        expect(masked === text && text !== '').toBe(false)
      }),
    )
  })

  it('stays as long as the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const length = Array.from(text).length
        expect(Array.from(maskIdentityNumber(text))).toHaveLength(length)
        expect(Array.from(maskPhone(text))).toHaveLength(length)
      }),
    )
  })
})
