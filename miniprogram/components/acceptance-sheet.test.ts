import fc from 'fast-check'
import { layOutAcceptance, type AcceptanceSlip } from './acceptance-sheet'
import { paperWidth, type Measure } from './paper'

/** As wide as Chinese type is set: a full em for Chinese, a bit more than half for the rest. */
const measure: Measure = (text, font) => {
  const em = Number(/(\d+)px/.exec(font)?.[1])
  return Array.from(text).reduce((sum, letter) => sum + em * (letter.charCodeAt(0) > 255 ? 1 : 0.56), 0)
}
const scan = { text: 'GL20260510482177305', caption: '窗口扫码查询' }
const slip: AcceptanceSlip = {
  centreName: '桂林市政务服务中心',
  acceptance: { number: 'SL20260510482177305', at: Date.UTC(2026, 4, 12, 1, 30), way: 'window' },
  receiptNumber: 'GL20260510482177305',
  itemName: '食品经营许可',
  department: '市市场监督管理局',
  channel: '网上申请、现场取件',
  applicant: '秦**',
  limits: [
    { label: '承诺办结', by: '2026年5月19日前' },
    { label: '法定办结', by: '2026年6月9日前（暂定）' },
  ],
  place: '一楼商事登记服务区',
  consultPhone: '0773-5813252',
}
const textsOf = (each: AcceptanceSlip) =>
  layOutAcceptance(each, scan, measure).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

describe('the acceptance slip', () => {
  it('shows the number, the masked applicant, the day of acceptance and both limits, and leaves room for the seal', () => {
    expect(textsOf(slip)).toEqual(
      expect.arrayContaining([
        'SL 20260510 4821 7730 5',
        '秦**',
        '2026年5月12日 09:30',
        '2026年5月19日前',
        '2026年6月9日前（暂定）',
        '（加盖受理专用章）',
      ]),
    )
  })
  it('leaves the limits out that have stopped since', () => {
    const texts = textsOf({ ...slip, limits: [] })
    expect(texts).not.toContain('承诺办结')
    expect(texts).not.toContain('法定办结')
  })
  it('keeps every line on the paper, however long the names are', () => {
    const words = fc.string({
      unit: fc.constantFrom('漓', '江', '(', ')', ',', 'A', ' ', '1'),
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(words, words, words, (itemName, department, place) => {
        const { marks, height } = layOutAcceptance({ ...slip, itemName, department, place }, scan, measure)
        for (const mark of marks) {
          const width = mark.kind === 'text' ? measure(mark.text, mark.font) : mark.width
          const left =
            mark.kind === 'box' || mark.align === 'left'
              ? mark.x
              : mark.align === 'right'
                ? mark.x - width
                : mark.x - width / 2
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left + width).toBeLessThanOrEqual(paperWidth)
          expect(mark.y).toBeLessThan(height)
        }
      }),
      { numRuns: 20 },
    )
  })
})
