import * as fc from 'fast-check'
import { nameLines } from './name-lines'

describe('a name beside a bar', () => {
  it('stands in one line where it fits, else in two, cut with an ellipsis', () => {
    expect(nameLines('市民政局', 6)).toEqual(['市民政局'])
    expect(nameLines('市市场监督管理局', 5)).toEqual(['市市场监督', '管理局'])
    expect(nameLines('食品经营许可（新办）及备案', 5)).toEqual(['食品经营许', '可（新办…'])
  })

  it('loses nothing where it is not cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (name, ems) => {
        expect(nameLines(name, ems, Infinity).join('')).toBe(name)
      }),
    )
  })
})
