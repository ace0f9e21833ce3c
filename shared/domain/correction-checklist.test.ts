import { applicableFields, type FormField, type Material } from './item'
import {
  correctionChecklist,
  correctionProgress,
  correctionToSend,
  type CorrectionInHand,
} from './correction-checklist'
import type { CorrectionMark } from './correction-notice'

const today = '2026-05-11'
const kitchen = { all: [{ field: 'kitchen', in: ['yes'] }] }
const fields: readonly FormField[] = [
  { code: 'shopName', label: '店名', type: 'text', required: true, maxLength: 20 },
  { code: 'seats', label: '座位数', type: 'number', required: true, minimum: 1, maximum: 500, decimals: 0 },
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
    when: kitchen,
  },
  { code: 'kitchenNote', label: '厨房说明', type: 'text', required: false, maxLength: 50, when: kitchen },
]
const material = (code: string, name: string, change: Partial<Material> = {}): Material => ({
  ...{
    code,
    name,
    required: true,
    originals: 1,
    copies: 0,
    source: '自备',
    accepts: ['jpeg'],
    maxMegabytes: 5,
    maxFiles: 3,
    tips: [],
  },
  ...change,
})
const materials = [material('site-photo', '场所照片'), material('kitchen-plan', '厨房平面图', { when: kitchen })]

const mark = (part: CorrectionMark['part'], code: string): CorrectionMark => ({
  part,
  code,
  defect: 'wrong-value',
  explanation: '请核对',
})
function inHand(change: Partial<CorrectionInHand> = {}): CorrectionInHand {
  return {
    item: { fields, materials },
    before: {
      applicant: { name: '秦漓江', identityNumber: '11010519491231002X', phone: '13877312345' },
      answers: { shopName: '漓江茶馆', seats: '20', kitchen: 'no' },
    },
    marks: [],
    typed: { applicant: {}, answers: {} },
    replaced: {},
    ...change,
  }
}
const answering = (answers: Record<string, string>) => ({ applicant: {}, answers })
const standings = (hand: CorrectionInHand) =>
  Object.fromEntries(correctionChecklist(hand, today).map(({ key, standing }) => [key, standing]))

describe('the checklist of a correction', () => {
  it('has exactly the marked parts, in the order of the notice, with the words of the reviewer', () => {
    const marks = [mark('material', 'site-photo'), mark('applicant', 'phone'), mark('field', 'seats')]
    const entries = correctionChecklist(inHand({ marks }), today)
    expect(entries.map(({ label, mark: { explanation } = {} }) => [label, explanation])).toEqual([
      ['场所照片', '请核对'],
      ['手机号码', '请核对'],
      ['座位数', '请核对'],
    ])
    expect(entries.every(({ standing }) => standing === 'untouched')).toBe(true)
  })

  it('does not count what is typed anew as it was, nor with other spaces, as a correction', () => {
    const marks = [mark('field', 'shopName'), mark('applicant', 'phone')]
    const typed = { applicant: { phone: '138 7731 2345' }, answers: { shopName: ' 漓江茶馆 ' } }
    expect(standings(inHand({ marks, typed }))).toEqual({
      'field:shopName': 'untouched',
      'applicant:phone': 'untouched',
    })
  })

  it('says what is wrong with a changed answer, and counts it only when it is right', () => {
    const marks = [mark('field', 'seats'), mark('applicant', 'identityNumber')]
    const wrong = inHand({
      marks,
      typed: { applicant: { identityNumber: '110105194912310021' }, answers: { seats: '0' } },
    })
    expect(correctionChecklist(wrong, today).map(({ standing, problem }) => [standing, problem])).toEqual([
      ['wrong', '座位数应在1到500之间'],
      ['wrong', '身份证号码有一位填错了，请逐位核对'],
    ])
    expect(correctionProgress(correctionChecklist(wrong, today))).toEqual({ done: 0, all: 2 })
    const right = inHand({ marks: marks.slice(0, 1), typed: answering({ seats: '24' }) })
    expect(correctionProgress(correctionChecklist(right, today))).toEqual({ done: 1, all: 1 })
  })

  it('takes a marked material for corrected when it has a new file', () => {
    const marks = [mark('material', 'site-photo')]
    expect(standings(inHand({ marks, replaced: { 'site-photo': 0 } }))).toEqual({ 'material:site-photo': 'untouched' })
    expect(standings(inHand({ marks, replaced: { 'site-photo': 1 } }))).toEqual({ 'material:site-photo': 'done' })
  })

  it('asks for what a corrected answer newly requires, fields and materials, after the marked parts', () => {
    const hand = inHand({ marks: [mark('field', 'kitchen')], typed: answering({ kitchen: 'yes' }) })
    expect(standings(hand)).toEqual({
      'field:kitchen': 'done',
      'field:kitchenArea': 'untouched',
      'field:kitchenNote': 'optional',
      'material:kitchen-plan': 'untouched',
    })
    expect(correctionProgress(correctionChecklist(hand, today))).toEqual({ done: 1, all: 3 })
    const takenBack = inHand({
      marks: [mark('field', 'kitchen')],
      typed: answering({ kitchen: 'no', kitchenArea: '12' }),
    })
    expect(Object.keys(standings(takenBack))).toEqual(['field:kitchen'])
  })

  it('drops a marked part that the corrected answers no longer ask for', () => {
    const before = {
      ...inHand().before,
      answers: { shopName: '漓江茶馆', seats: '20', kitchen: 'yes', kitchenArea: '9' },
    }
    const marks = [mark('field', 'kitchen'), mark('field', 'kitchenArea'), mark('material', 'kitchen-plan')]
    const hand = inHand({ before, marks, typed: answering({ kitchen: 'no' }) })
    expect(standings(hand)).toEqual({
      'field:kitchen': 'done',
      'field:kitchenArea': 'dropped',
      'material:kitchen-plan': 'dropped',
    })
    expect(correctionProgress(correctionChecklist(hand, today))).toEqual({ done: 1, all: 1 })
  })
})

describe('what is sent in', () => {
  it('is the changed parts alone, as they are stored', () => {
    const marks = [mark('field', 'seats'), mark('applicant', 'phone'), mark('applicant', 'name')]
    const typed = {
      applicant: { phone: '139 7731 2345', name: '秦漓江' },
      answers: { seats: ' 24 ', shopName: '别的店名' },
    }
    expect(correctionToSend(inHand({ marks, typed }), today)).toEqual({
      answers: { seats: '24' },
      applicant: { phone: '13977312345' },
    })
  })

  it('empties an optional answer that was marked and taken out', () => {
    const before = {
      ...inHand().before,
      answers: { shopName: '漓江茶馆', seats: '20', kitchen: 'yes', kitchenArea: '9', kitchenNote: '旧' },
    }
    const hand = inHand({ before, marks: [mark('field', 'kitchenNote')], typed: answering({ kitchenNote: '' }) })
    expect(correctionToSend(hand, today).answers).toEqual({ kitchenNote: '' })
  })

  it('sends nothing typed for a question that a choice opened and closed again', () => {
    const hand = inHand({ marks: [mark('field', 'kitchen')], typed: answering({ kitchen: 'no', kitchenArea: '12' }) })
    expect(applicableFields({ fields }, { kitchen: 'no' })).toHaveLength(3)
    expect(correctionToSend(hand, today)).toEqual({ answers: {}, applicant: {} })
  })
})
