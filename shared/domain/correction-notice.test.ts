import * as fc from 'fast-check'
import { checkNotice, editableParts, markableParts, partKey, type CorrectionMark } from './correction-notice'
import type { Item } from './item'

const item: Pick<Item, 'fields' | 'materials'> = {
  fields: [
    {
      code: 'kitchen',
      label: '是否设厨房',
      type: 'choice',
      required: true,
      options: [
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
      ],
    },
    {
      code: 'kitchenArea',
      label: '厨房面积',
      type: 'number',
      required: true,
      minimum: 1,
      maximum: 500,
      decimals: 1,
      when: { all: [{ field: 'kitchen', in: ['yes'] }] },
    },
  ],
  materials: [
    {
      code: 'plan',
      name: '平面图',
      required: true,
      originals: 1,
      copies: 0,
      source: '申请人自备',
      accepts: ['pdf'],
      maxMegabytes: 5,
      maxFiles: 1,
      tips: [],
    },
    {
      code: 'fume-report',
      name: '油烟检测报告',
      required: true,
      when: { all: [{ field: 'kitchen', in: ['yes'] }] },
      originals: 1,
      copies: 0,
      source: '检测机构',
      accepts: ['pdf'],
      maxMegabytes: 5,
      maxFiles: 1,
      tips: [],
    },
  ],
}
const mark = (part: CorrectionMark['part'], code: string): CorrectionMark => ({
  part,
  code,
  defect: 'unreadable',
  explanation: '请重新提供',
})
const withKitchen = { kitchen: 'yes', kitchenArea: '12' }
const allParts = [
  mark('field', 'kitchen'),
  mark('field', 'kitchenArea'),
  mark('material', 'plan'),
  mark('material', 'fume-report'),
  mark('applicant', 'name'),
  mark('applicant', 'identityNumber'),
  mark('applicant', 'phone'),
]

describe('a first notice', () => {
  it('may mark every part of the guide that applies, and the applicant’s own details', () => {
    expect(checkNotice(item, withKitchen, [], allParts)).toBeUndefined()
    expect([...markableParts(item, withKitchen, [])].sort()).toEqual(allParts.map(partKey).sort())
  })

  it('may not mark what does not apply to the answers, nor what the guide does not have', () => {
    const notInGuide = (each: CorrectionMark) => checkNotice(item, { kitchen: 'no' }, [], [each])
    expect(notInGuide(mark('field', 'kitchenArea'))).toEqual({ code: 'PART_NOT_IN_GUIDE', part: 'field:kitchenArea' })
    expect(notInGuide(mark('material', 'fume-report'))).toEqual({
      code: 'PART_NOT_IN_GUIDE',
      part: 'material:fume-report',
    })
    expect(notInGuide(mark('material', 'anything-else'))).toEqual({
      code: 'PART_NOT_IN_GUIDE',
      part: 'material:anything-else',
    })
    expect(notInGuide(mark('material', 'kitchen'))).toEqual({ code: 'PART_NOT_IN_GUIDE', part: 'material:kitchen' })
    expect(notInGuide(mark('applicant', 'constructor'))).toEqual({
      code: 'PART_NOT_IN_GUIDE',
      part: 'applicant:constructor',
    })
  })

  it('names something, and each part once', () => {
    expect(checkNotice(item, withKitchen, [], [])).toEqual({ code: 'EMPTY_NOTICE' })
    expect(checkNotice(item, withKitchen, [], [mark('material', 'plan'), mark('material', 'plan')])).toEqual({
      code: 'PART_TWICE',
      part: 'material:plan',
    })
  })
})

describe('a later notice', () => {
  it('may mark exactly what the last correction changed, whatever was marked before （行政许可法 art. 32）', () => {
    fc.assert(
      fc.property(
        fc.subarray(allParts, { minLength: 1 }),
        fc.subarray(allParts),
        fc.constantFrom(...allParts),
        (marks, changes, late) => {
          const changed = changes.map(partKey)
          const problem = checkNotice(item, withKitchen, [{ marks, changed }], [late])
          expect(problem).toEqual(
            changed.includes(partKey(late)) ? undefined : { code: 'PART_ALREADY_SETTLED', part: partKey(late) },
          )
        },
      ),
    )
  })

  it('counts from the last correction only, not from earlier ones', () => {
    const rounds = [
      { marks: [mark('material', 'plan')], changed: ['material:plan'] },
      { marks: [mark('material', 'plan')], changed: [] },
    ]
    expect(checkNotice(item, withKitchen, rounds, [mark('material', 'plan')])).toEqual({
      code: 'PART_ALREADY_SETTLED',
      part: 'material:plan',
    })
  })
})

describe('what the applicant may edit', () => {
  it('is what the running notice marked, and nothing before a notice or after the correction', () => {
    const marks = [mark('material', 'plan'), mark('applicant', 'phone')]
    expect([...editableParts([])]).toEqual([])
    expect([...editableParts([{ marks }])]).toEqual(['material:plan', 'applicant:phone'])
    expect([...editableParts([{ marks, changed: ['material:plan'] }])]).toEqual([])
  })
})
