import fc from 'fast-check'
import { paperWidth, wrapped, type Measure } from '../../../components/paper'
import type { Slip } from '../kept-slips'
import { layOutSlip } from './slip-picture'

/** As wide as Chinese type is set: a full em for Chinese, a bit more than half for the rest. */
const measure: Measure = (text, font) => {
  const em = Number(/(\d+)px/.exec(font)?.[1])
  return Array.from(text).reduce((sum, letter) => sum + em * (letter.charCodeAt(0) > 255 ? 1 : 0.56), 0)
}
const scan = { text: 'https://example.cn/#/packages/applications/case/index?id=abcdefgh', caption: '扫码查看办理进展' }
const aSlip: Slip = {
  applicationId: 'abcdefgh',
  receiptNumber: 'GL20260510482177305',
  centreName: '桂林市政务服务中心',
  itemName: '食品经营许可',
  department: '市市场监督管理局',
  channel: '网上申请、现场取件',
  applicant: '秦**',
  submittedAt: Date.UTC(2026, 4, 10, 1, 30),
  materials: [{ name: '居民身份证', files: 2 }],
  promise: { dueOn: '2026-05-11', provisional: true },
  next: ['窗口在2026年5月11日（暂定）前答复预审结果。'],
  consultPhone: '0773-5813252',
}
const textsOf = (slip: Slip) =>
  layOutSlip(slip, scan, measure).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

describe('the receipt slip', () => {
  it('shows the number in groups, the masked name, the time in Shanghai and the promise with its provisional mark', () => {
    const texts = textsOf(aSlip)
    expect(texts).toEqual(
      expect.arrayContaining([
        'GL 20260510 4821 7730 5',
        '秦**',
        '2026年5月10日 09:30',
        '2026年5月11日前（暂定）',
        '1. 居民身份证',
        '2份',
      ]),
    )
  })

  it('leaves the promise out once its clock has stopped, and says when nothing was uploaded', () => {
    const { promise: _stopped, ...rest } = aSlip
    const texts = textsOf({ ...rest, materials: [], next: [] })
    expect(texts).not.toContain('预审答复')
    expect(texts).toContain('本事项没有上传材料')
  })

  it('keeps every line on the paper and below the one before it, however long the names are', () => {
    const words = fc.string({
      unit: fc.constantFrom('漓', '江', '(', ')', ',', 'A', ' ', '1'),
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 6 }), (itemName, centreName, names) => {
        const { marks, height } = layOutSlip(
          { ...aSlip, itemName, centreName, materials: names.map((name) => ({ name, files: 9 })) },
          scan,
          measure,
        )
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

describe('wrapping', () => {
  it('loses no character and begins no line with a closing mark', () => {
    const font = '15px sans-serif'
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('桂', '林', 'a', '。', ',', ')'), maxLength: 60 }), (text) => {
        const lines = wrapped(text, font, 90, measure)
        expect(lines.join('')).toBe(text)
        for (const line of lines) expect(measure(line, font)).toBeLessThanOrEqual(90)
      }),
    )
    expect(wrapped('桂林政务服，中心', font, 75, measure)).toEqual(['桂林政务', '服，中心'])
  })
})
