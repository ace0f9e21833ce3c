import type { ApplicationView } from '@shared/contracts/applications'
import type { FormField, Material } from '@shared/domain/item'
import { allParts, reviewParts } from './review-parts'

const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]
const fields: FormField[] = [
  { code: 'shopName', label: '店名', type: 'text', required: true, maxLength: 20 },
  {
    code: 'area',
    label: '面积',
    type: 'number',
    required: true,
    minimum: 1,
    maximum: 999,
    decimals: 1,
    unit: '平方米',
  },
  { code: 'cold', label: '是否制售冷食', type: 'choice', required: true, options: yesNo },
  { code: 'phone', label: '联系电话', type: 'phone', required: true },
]
const material = (code: string, when?: Material['when']): Material => ({
  code,
  name: `材料 ${code}`,
  required: true,
  originals: 1,
  copies: 0,
  source: '申请人自备',
  accepts: ['jpeg'],
  maxMegabytes: 5,
  maxFiles: 9,
  tips: [],
  ...(when === undefined ? {} : { when }),
})
const guide = {
  fields,
  materials: [material('plan'), material('cold-room', { all: [{ field: 'cold', in: ['yes'] }] })],
} as never
const file = (id: string) => ({ id, name: `${id}.jpg`, kind: 'jpeg' as const, bytes: 1 })
const applicant = { name: '秦晓梅', identityNumber: '450***********1234', phone: '138****1122' }

type Reviewed = Pick<ApplicationView, 'content' | 'before' | 'rounds'>
const firstRound: Reviewed = {
  content: {
    applicant,
    answers: { shopName: '漓水人家', area: '12.5', cold: 'no', phone: '138****0000' },
    materials: { plan: [file('old-plan-1')] },
  },
  rounds: [],
}
const mark = { part: 'field', code: 'phone', defect: 'wrong-value', explanation: '电话打不通' } as const
/** Corrected: the phone (both masked alike), the plan, and an answer that asks for one material more. */
const secondRound: Reviewed = {
  content: {
    applicant,
    answers: { ...firstRound.content.answers, cold: 'yes' },
    materials: { plan: [file('new-plan-1'), file('new-plan-2')], 'cold-room': [file('cold-1')] },
  },
  before: firstRound.content,
  rounds: [
    {
      number: 1,
      marks: [mark],
      noticedAt: 1,
      dueOn: '2026-12-16',
      changed: ['field:phone', 'field:cold', 'material:plan', 'material:cold-room'],
      resubmittedAt: 2,
    },
  ],
}
const partOf = (view: Reviewed, key: string) => {
  const found = allParts(reviewParts(guide, view)).find((part) => part.key === key)
  if (found === undefined) throw new Error(`no part ${key}`)
  return found
}

describe('the parts of a case', () => {
  it('follow the guide: applicant, fields, then the materials that apply', () => {
    expect(allParts(reviewParts(guide, firstRound)).map(({ key }) => key)).toEqual([
      'applicant:name',
      'applicant:identityNumber',
      'applicant:phone',
      'field:shopName',
      'field:area',
      'field:cold',
      'field:phone',
      'material:plan',
    ])
  })
  it('show answers in words, with their unit', () => {
    expect(partOf(firstRound, 'field:area')).toMatchObject({ text: '12.5平方米', change: 'none' })
    expect(partOf(firstRound, 'field:cold')).toMatchObject({ text: '否' })
  })
  it('have no earlier text before any correction', () => {
    expect(partOf(firstRound, 'field:area')).not.toHaveProperty('before')
  })
  it('take a masked number as changed when the round says so, though both masks are alike', () => {
    expect(partOf(secondRound, 'field:phone')).toMatchObject({
      change: 'edited',
      text: '138****0000',
      before: '138****0000',
    })
  })
  it('stand old beside new only where something changed', () => {
    expect(partOf(secondRound, 'material:plan')).toMatchObject({
      change: 'edited',
      before: [{ id: 'old-plan-1' }],
      files: [{ id: 'new-plan-1' }, { id: 'new-plan-2' }],
    })
    expect(partOf(secondRound, 'field:shopName')).not.toHaveProperty('before')
  })
  it('say what a corrected answer newly asks for', () => {
    expect(partOf(secondRound, 'material:cold-room')).toMatchObject({ change: 'added', before: [] })
  })
  it('keep what is asked for no more in sight, with what it was', () => {
    const takenBack: Reviewed = { ...secondRound, content: firstRound.content, before: secondRound.content }
    expect(partOf(takenBack, 'material:cold-room')).toMatchObject({
      change: 'gone',
      files: [],
      before: [{ id: 'cold-1' }],
    })
  })
  it('carry what earlier notices said of them, with the round', () => {
    expect(partOf(secondRound, 'field:phone').earlier).toEqual([{ ...mark, round: 1 }])
  })
  it('show numbers in full only where they were revealed', () => {
    const numbers = {
      applicant: { ...applicant, phone: '13877301122' },
      answers: { ...firstRound.content.answers, phone: '13877300000' },
    }
    const parts = reviewParts(guide, firstRound, numbers)
    expect(parts.applicant.map(({ text }) => text)).toContain('13877301122')
    expect(parts.fields.map(({ text }) => text)).toContain('13877300000')
  })
})
