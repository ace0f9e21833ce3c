import fc from 'fast-check'
import { after, invert, sortKey } from './sort-key'

const sign = (order: number): number => Math.sign(order)
const compare = (left: unknown, right: unknown): number => Buffer.compare(sortKey(left), sortKey(right))

/** Any value a document may hold. */
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1 }), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

describe('the order of keys', () => {
  it('is the order of numbers', () => {
    const number = fc.double({ noNaN: true })
    fc.assert(
      fc.property(number, number, (a, b) => expect(sign(compare(a, b))).toBe(a === b ? 0 : sign(a < b ? -1 : 1))),
    )
  })

  it('is the byte order of text, with NUL inside as well', () => {
    const text = fc.string({ unit: fc.constantFrom('\0', '\u0001', 'a', 'b', '桂', '😀', '\uffff') })
    fc.assert(
      fc.property(text, text, (a, b) =>
        expect(sign(compare(a, b))).toBe(sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))),
      ),
    )
  })

  it('puts the types in MongoDB’s order', () => {
    const types = [null, -Infinity, NaN, 'text', { a: 1 }, [1], true, new Date(0), /x/]
    const keys = types.filter((value) => !Number.isNaN(value)).map(sortKey)
    expect([...keys].sort(Buffer.compare)).toEqual(keys)
    expect(compare(NaN, -Infinity)).toBe(-1)
  })

  it('takes both zeros for one number', () => expect(compare(0, -0)).toBe(0))

  it('is total: the same key means the same value in both directions', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(sign(compare(a, b))).toBe(-sign(compare(b, a)) + 0)
      }),
    )
  })
})

describe('keys in compounds', () => {
  it('are never a prefix of one another, so the first field decides alone', () => {
    fc.assert(
      fc.property(anything, anything, anything, anything, (a, b, c, d) => {
        const first = compare(a, b)
        if (first === 0) return
        const left = Buffer.concat([sortKey(a), sortKey(c)])
        const right = Buffer.concat([sortKey(b), sortKey(d)])
        expect(sign(Buffer.compare(left, right))).toBe(sign(first))
      }),
    )
  })

  it('run the other way when inverted', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(sign(Buffer.compare(invert(sortKey(a)), invert(sortKey(b))))).toBe(-sign(compare(a, b)) + 0)
      }),
    )
  })

  it('end right before what comes after their prefix', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 4 }), fc.uint8Array({ maxLength: 4 }), (prefix, rest) => {
        fc.pre(prefix.some((byte) => byte !== 0xff))
        const end = after(Buffer.from(prefix))
        expect(Buffer.compare(Buffer.concat([prefix, rest]), end)).toBe(-1)
      }),
    )
  })
})
