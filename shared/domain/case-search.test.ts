import fc from 'fast-check'
import { readCaseSearch, receiptNumberIn } from './case-search'
import { identityCheckCharacter } from './identity-number'
import { acceptanceNumberOf, formatReceiptNumber, makeReceiptNumber } from './receipt-number'

const receipts = fc
  .tuple(fc.constantFrom('2026-05-10', '2024-02-29', '2030-12-31'), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([day, number]) => makeReceiptNumber(day, String(number).padStart(8, '0')))

describe('what staff search cases by', () => {
  it('is a receipt number, or its beginning from the year on, however it is typed', () =>
    fc.assert(
      fc.property(receipts, fc.integer({ min: 6, max: 19 }), (receipt, length) => {
        const prefix = receipt.slice(0, length)
        const asked = { kind: 'receipt', prefix }
        expect(readCaseSearch(prefix)).toEqual(asked)
        expect(readCaseSearch(prefix.slice(2))).toEqual(asked)
        expect(readCaseSearch(` ${prefix.toLowerCase()} `)).toEqual(asked)
        expect(readCaseSearch(acceptanceNumberOf(prefix))).toEqual(asked)
        expect(readCaseSearch(formatReceiptNumber(receipt))).toEqual({ kind: 'receipt', prefix: receipt })
      }),
    ))

  it('is a whole identity number whose check character is right', () => {
    expect(readCaseSearch('450305 19910312 402' + identityCheckCharacter('45030519910312402'))).toEqual({
      kind: 'person',
      identityNumber: '45030519910312402' + identityCheckCharacter('45030519910312402'),
    })
    expect(readCaseSearch('11010519491231002x')).toEqual({ kind: 'person', identityNumber: '11010519491231002X' })
  })

  it.each([
    ['nothing', ''],
    ['letters alone', 'GL'],
    ['less than a year', 'GL202'],
    ['the letters of no number here', 'AB20260510'],
    ['a name', '秦晓梅'],
    ['an identity number with a wrong digit', '110105194912310021'],
    ['more digits than any number has', '2026051048217730555'],
  ])('is not %s', (_, text) => expect(readCaseSearch(text)).toBeUndefined())

  it('is a whole receipt number with its check digit, where no other will do', () =>
    fc.assert(
      fc.property(receipts, fc.integer({ min: 2, max: 18 }), (receipt, length) => {
        expect(receiptNumberIn(formatReceiptNumber(receipt))).toBe(receipt)
        expect(receiptNumberIn(acceptanceNumberOf(receipt))).toBe(receipt)
        expect(receiptNumberIn(receipt.slice(0, length))).toBeUndefined()
        expect(receiptNumberIn(receipt.slice(0, -1) + String((Number(receipt.at(-1)) + 1) % 10))).toBeUndefined()
      }),
    ))

  it('takes the letters of another centre where they are its own', () =>
    expect(readCaseSearch('20260510', 'LZ')).toEqual({ kind: 'receipt', prefix: 'LZ20260510' }))
})
