import * as fc from 'fast-check'
import { readJson } from './json-source'

const places = (text: string, path: readonly (string | number)[]) => {
  const reading = readJson(text)
  if (!reading.ok) throw new Error(reading.sentence)
  return reading.placeOf(path)
}

describe('reading JSON with places', () => {
  it('reads what JSON.stringify writes, spaced or not', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, undefined, space)
        const reading = readJson(text)
        expect(reading.ok && JSON.stringify(reading.value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('agrees with the platform on what is JSON, whatever one character becomes', () => {
    const damaged = fc
      .tuple(
        fc.jsonValue({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '\\', 'x', '\n', '0'),
      )
      .map(([value, at, mark]) => {
        const text = JSON.stringify(value)
        const place = at % (text.length + 1)
        return text.slice(0, place) + mark + text.slice(place + 1)
      })
    fc.assert(
      fc.property(damaged, (text) => {
        const isJson = (() => {
          try {
            JSON.parse(text)
            return true
          } catch {
            return false
          }
        })()
        const reading = readJson(text)
        // A key that stands twice is refused here alone.
        if (!reading.ok && reading.sentence.endsWith('重复出现')) return
        expect([text, reading.ok]).toEqual([text, isJson])
        if (reading.ok) return
        expect(reading.place.line).toBeGreaterThanOrEqual(1)
        expect(reading.place.line).toBeLessThanOrEqual(text.split('\n').length)
        expect(reading.sentence).toMatch(/[\u4e00-\u9fff]/)
      }),
    )
  })

  it('says where a value begins, and for a path that leads nowhere what is around it', () => {
    const text = '{\n  "items": [\n    { "name": "甲" },\n    { "name": 7 }\n  ]\n}'
    expect(places(text, ['items', 1, 'name'])).toEqual({ line: 4, column: 15 })
    expect(places(text, ['items', 1, 'code'])).toEqual({ line: 4, column: 5 })
    expect(places(text, [])).toEqual({ line: 1, column: 1 })
  })

  it.each([
    ['{"a": 1, "a": 2}', { line: 1, column: 10 }, '“a”重复出现'],
    ['{"a" 1}', { line: 1, column: 6 }, '这里应为英文冒号'],
    ['[1,\n 2', { line: 2, column: 3 }, '这里应为英文逗号或右方括号'],
    ['["没有结束', { line: 1, column: 2 }, '文字没有结束，缺少双引号'],
    ['{"a": 食品}', { line: 1, column: 7 }, '不能识别“食品”，文字要加英文双引号'],
    ['', { line: 1, column: 1 }, '文件不完整，到这里就断了'],
    ['[]]', { line: 1, column: 3 }, '内容已经结束，后面还有多余的文字'],
    ['['.repeat(60), { line: 1, column: 42 }, '嵌套太深'],
  ])('says what is wrong with %s', (text, place, sentence) => {
    expect(readJson(text)).toEqual({ ok: false, place, sentence })
  })
})
