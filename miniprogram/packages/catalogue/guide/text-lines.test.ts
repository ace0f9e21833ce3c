import * as fc from 'fast-check'
import { linesOf } from './text-lines'

describe('a text in lines', () => {
  it('breaks between Chinese characters', () => {
    expect(linesOf('桂林市政务服务中心', 4)).toEqual(['桂林市政', '务服务中', '心'])
  })

  it('keeps a number and a Latin word together', () => {
    expect(linesOf('电话0773-5813252', 8)).toEqual(['电话', '0773-5813252'])
  })

  it('begins no line with a closing mark', () => {
    expect(linesOf('材料齐全，当场办理', 4)).toEqual(['材料齐', '全，当场', '办理'])
  })

  it('breaks a word that is wider than a line', () => {
    const lines = linesOf('a'.repeat(40), 5)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe('a'.repeat(40))
  })

  it('loses nothing but the spaces at the ends of lines', () => {
    const text = fc.string({ unit: fc.constantFrom('桂', '林', ',', '。', 'a', 'b', '7', ' ', '《', '》', '𠮷') })
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 20 }), (words, most) => {
        expect(linesOf(words, most).join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''))
      }),
    )
  })
})
