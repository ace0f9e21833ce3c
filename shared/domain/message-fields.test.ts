import fc from 'fast-check'
import { formatDate, formatDateTime } from './civil-time'
import { fieldLimits, fitField, type FieldKind } from './message-fields'

const aKind = fc.constantFrom(...(Object.keys(fieldLimits) as FieldKind[]))
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...Array.from('桂林市政务服务中心👨‍👩‍👧é 09:~年月日.-\n\t')), maxLength: 60 }),
)

/** WeChat's table of limits, written down apart from the code. */
const accepted: Readonly<Record<FieldKind, RegExp>> = {
  thing: /^[^\p{Control}]{1,20}$/u,
  phrase: /^[\u3400-\u9fff]{1,5}$/,
  name: /^(?:(?:(?!\p{Number})[^\p{Control}]|〇){1,10}|(?:(?!\p{Number})[^\p{Control}\p{Script=Han}]){1,20})$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  number: /^(?=.{1,32}$)\d+(\.\d+)?$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(:\d{2})?(~(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(:\d{2})?)?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( ?\d{1,2}:\d{2}(:\d{2})?)?(~\d{4}年\d{1,2}月\d{1,2}日( ?\d{1,2}:\d{2}(:\d{2})?)?)?$/,
  phone_number: /^[\d+-]{1,17}$/,
}

describe('a field of a subscribe message', () => {
  it('is accepted by WeChat whatever the text was', () => {
    fc.assert(
      fc.property(aKind, anyText, (kind, text) => {
        const field = fitField(kind, text)
        expect(field).toMatch(accepted[kind])
        // Nothing is cut in the middle of a character.
        expect(field).not.toMatch(/\p{Surrogate}/u)
      }),
      { numRuns: 2000 },
    )
  })

  it('is counted in UTF-16 units too, so that emoji cannot pass the limit', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fitField('thing', text).length).toBeLessThanOrEqual(20)
        expect(fitField('phrase', text).length).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('that fits is left as it is, and fitting twice changes nothing', () => {
    expect(fitField('thing', '食品经营许可')).toBe('食品经营许可')
    expect(fitField('thing', '一二三四五六七八九十一二三四五六七八九十')).toHaveLength(20)
    fc.assert(
      fc.property(aKind, anyText, (kind, text) => fitField(kind, fitField(kind, text)) === fitField(kind, text)),
    )
  })

  it('too long ends with an ellipsis within the limit', () => {
    expect(fitField('thing', '企业投资建设的固定资产投资项目备案及变更备案申请')).toBe(
      '企业投资建设的固定资产投资项目备案及变…',
    )
    expect(fitField('character_string', 'A'.repeat(40))).toBe(`${'A'.repeat(29)}...`)
  })

  it('is cut between characters as people see them', () => {
    const family = '👨‍👩‍👧'
    expect(fitField('thing', `${'一'.repeat(15)}${family}${family}`)).toBe(`${'一'.repeat(15)}…`)
  })

  it('loses what its kind does not allow', () => {
    expect(fitField('character_string', '收件编号：GL 20260510 4821 7730 5')).toBe(':GL20260510482177305')
    expect(fitField('phrase', '待补正（2项）')).toBe('待补正项')
    expect(fitField('phrase', '预审通过，正式受理')).toBe('预审通过正')
    expect(fitField('number', '共 1,200.50 元')).toBe('1')
    expect(fitField('number', '３.5天')).toBe('3.5')
    expect(fitField('phone_number', '电话 0773-2898022')).toBe('0773-2898022')
    expect(fitField('thing', '第一行\r\n第二行\u0000')).toBe('第一行 第二行')
  })

  it('allows a name twenty letters but ten characters once one of them is Chinese', () => {
    expect(fitField('name', 'Maximilian Schneider')).toBe('Maximilian Schneider')
    expect(fitField('name', '阿卜杜热合曼·买买提依明')).toBe('阿卜杜热合曼·买买…')
  })

  it('has no digits in a name, whatever they are written in', () => {
    expect(fitField('name', '张三2号')).toBe('张三号')
    expect(fitField('name', 'R2 D2 Schneider')).toBe('R D Schneider')
    expect(fitField('name', '秦漓江 13877312345')).toBe('秦漓江')
    expect(fitField('name', '王１２③Ⅷ五〇')).toBe('王五〇')
    expect(fitField('name', '450302196605150017')).toBe('-')
    // Chinese characters beyond the limit count from the name without its digits.
    expect(fitField('name', '1一2二3三4四5五6六7七8八9九0十')).toBe('一二三四五六七八九十')
  })

  it('takes a time or a date as the program writes it, and finds it in a sentence', () => {
    const instant = Date.parse('2026-05-10T09:00:00+08:00')
    expect(fitField('time', formatDateTime(instant))).toBe('2026年5月10日 09:00')
    expect(fitField('date', formatDate(instant))).toBe('2026年5月10日')
    expect(fitField('time', '请于2026年5月10日 09:00前到窗口')).toBe('2026年5月10日 09:00')
    expect(fitField('time', '2026年5月10日 09:00 - 09:30')).toBe('2026年5月10日 09:00~09:30')
    expect(fitField('time', '上午9\uff1a00\uff5e11\uff1a30')).toBe('9:00~11:30')
    expect(fitField('time', '25:61')).not.toContain('25')
    expect(fitField('time', '2026年5月10日')).toBe('2026年5月10日 00:00')
    expect(fitField('date', '2026年5月10日至2026年5月16日')).toBe('2026年5月10日~2026年5月16日')
  })

  it('is never empty: an empty text becomes a substitute of its kind', () => {
    expect(fitField('thing', ' \n')).toBe('-')
    expect(fitField('phrase', 'abc')).toBe('通知')
    expect(fitField('number', '无')).toBe('0')
    expect(fitField('time', '明天上午')).toBe('00:00')
    expect(fitField('date', '明天')).toBe('1970年1月1日')
  })
})
