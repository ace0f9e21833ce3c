import fc from 'fast-check'
import { checkWaybill, normaliseWaybill, s10CheckDigit, type WaybillForm } from './waybill'

const post: readonly WaybillForm[] = ['post-13', 's10']
const sf: readonly WaybillForm[] = ['sf-15', 'sf-12']

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })
const letters = fc.string({
  unit: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')),
  minLength: 2,
  maxLength: 2,
})
const anS10 = fc
  .tuple(letters, digits(8), fc.constantFrom('CN', 'HK', 'US', 'DE'))
  .map(([service, serial, country]) => service + serial + s10CheckDigit(serial) + country)

/** The weighted sum modulo 11, written down anew: what the check digit is made from. */
const remainder = (serial: string) =>
  Array.from('86423597').reduce((sum, weight, place) => sum + Number(weight) * Number(serial[place]), 0) % 11
/** Remainders 0 and 6 share the check digit 5: the one confusion that the scheme cannot see. */
const sameToTheScheme = (one: string, other: string) =>
  [remainder(one), remainder(other)].sort().join() === '0,6' || remainder(one) === remainder(other)

describe('an S10 number', () => {
  it.each(['EE123456785CN', 'CP123456785GB', 'RB123456785GB', 'VV473124829CN'])(
    'as it is in use is accepted: %s',
    (number) => expect(checkWaybill(number, post)).toBeUndefined(),
  )

  it('made by the rules is accepted however it is typed or scanned', () => {
    fc.assert(
      fc.property(anS10, (number) => {
        expect(checkWaybill(number, post)).toBeUndefined()
        const typed = ` ${number.slice(0, 2).toLowerCase()} ${number.slice(2, 5)}-${number.slice(5)}\u200b\r\n`
        expect(normaliseWaybill(typed)).toBe(number)
        expect(checkWaybill(typed, post)).toBeUndefined()
      }),
    )
  })

  it('with any one digit wrong is refused, as far as the scheme sees it', () => {
    fc.assert(
      fc.property(anS10, (number) => {
        for (let place = 2; place <= 10; place += 1) {
          for (const digit of '0123456789') {
            if (digit === number[place]) continue
            const wrong = number.slice(0, place) + digit + number.slice(place + 1)
            const isUnseen = place < 10 && sameToTheScheme(number.slice(2, 10), wrong.slice(2, 10))
            expect([wrong, checkWaybill(wrong, post)?.kind]).toEqual([wrong, isUnseen ? undefined : 'check-digit'])
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('with two neighbouring digits swapped is refused, as far as the scheme sees it', () => {
    fc.assert(
      fc.property(anS10, (number) => {
        for (let place = 2; place < 9; place += 1) {
          const [one, other] = [number.charAt(place), number.charAt(place + 1)]
          if (one === other) continue
          const wrong = number.slice(0, place) + other + one + number.slice(place + 2)
          const isUnseen = sameToTheScheme(number.slice(2, 10), wrong.slice(2, 10))
          expect([wrong, checkWaybill(wrong, post)?.kind]).toEqual([wrong, isUnseen ? undefined : 'check-digit'])
        }
      }),
    )
  })

  it('goes unseen only where its check digit is 5', () => {
    fc.assert(
      fc.property(digits(8), digits(8), (one, other) => {
        fc.pre(remainder(one) !== remainder(other))
        return s10CheckDigit(one) !== s10CheckDigit(other) || s10CheckDigit(one) === '5'
      }),
    )
  })
})

describe('what is wrong with a number', () => {
  it.each([
    ['EE123456784CN', 'check-digit', '校验位对不上：按前面的数字，第11位应是5，现在是4，请逐位核对'],
    ['EE123456785CM', undefined, undefined],
    ['EE123456785CQ', 'country', '最后两位“CQ”不是国家或地区代码，国内寄出的是“CN”'],
    ['EE12345678CN', 'length', '运单号应是2个字母、9位数字、2个字母，共13位；现在是12位，少了1位'],
    ['EE12345O785CN', 'character', '运单号应是2个字母、9位数字、2个字母；第8位应是数字，现在是字母“O”'],
    ['1E123456785CN', 'character', '运单号应是2个字母、9位数字、2个字母；第1位应是字母，现在是数字“1”'],
    ['119876543210', 'length', '运单号应是13位数字，共13位；现在是12位，少了1位'],
    ['11987654321012', 'length', '运单号应是13位数字，共13位；现在是14位，多了1位'],
    ['11987l5432101', 'character', '运单号应是13位数字；第6位应是数字，现在是字母“L”'],
    ['1198765432*01', 'character', '运单号应是13位数字；第11位应是数字，现在是“*”'],
    ['SF1234567890123', 'carrier', '这像是顺丰的运单号，请核对快递公司'],
    ['', 'length', '运单号应是13位数字，共13位；现在是0位，少了13位'],
    ['1198765432101', undefined, undefined],
  ])('of the post, %j: %s', (text, kind, sentence) => {
    const problem = checkWaybill(text, post)
    expect(problem?.kind).toBe(kind)
    expect(problem?.sentence).toBe(sentence)
  })

  it.each([
    ['SF1234567890123', undefined],
    ['sf 1234 5678 90123', undefined],
    ['123456789012', undefined],
    ['SF123456789012', '运单号应是“SF”加13位数字，共15位；现在是14位，少了1位'],
    ['SE1234567890123', '运单号应是“SF”加13位数字；第2位应是字母“F”，现在是字母“E”'],
    ['EE123456785CN', '这像是邮政的运单号，请核对快递公司'],
  ])('of 顺丰，%j: %s', (text, sentence) => expect(checkWaybill(text, sf)?.sentence).toBe(sentence))

  it('is said without an exception whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const problem = checkWaybill(text, [...post, ...sf])
        return problem === undefined || problem.sentence.length > 5
      }),
    )
  })
})

describe('a scanned or copied number', () => {
  it.each([
    ['运单号：1198765432101', '1198765432101'],
    ['１１９８７６５４３２１０１', '1198765432101'],
    ['快递单号 SF1234567890123', 'SF1234567890123'],
    ['https://example.com/track?mailNo=1198765432101&from=label', '1198765432101'],
    ['https://example.com/t/ee123456785cn', 'EE123456785CN'],
  ])('%j is %s', (text, number) => expect(normaliseWaybill(text)).toBe(number))

  it.each(['\u1fd2', 'A\u200d\u0301'])('%j, whose accents come apart, is brought into form once', (text) => {
    const once = normaliseWaybill(text)
    expect(normaliseWaybill(once)).toBe(once)
  })

  it('stays what it is when it is brought into form once more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = normaliseWaybill(text)
        return normaliseWaybill(once) === once
      }),
    )
  })
})
