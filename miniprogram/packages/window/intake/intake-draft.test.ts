import type { FormField, Material } from '@shared/domain/item'
import {
  draftsOfToday,
  emptyApplicant,
  formProblems,
  missingMaterials,
  readyIntake,
  type IntakeDraft,
} from './intake-draft'

const today = '2026-05-12'
const material = (code: string, rule: Partial<Material> = {}): Material => ({
  code,
  name: code,
  required: true,
  originals: 1,
  copies: 0,
  source: '申请人',
  accepts: ['jpeg'],
  maxMegabytes: 10,
  maxFiles: 5,
  tips: [],
  ...rule,
})
const rented = { all: [{ field: 'premises', in: ['rented'] }] }
const fields: FormField[] = [
  {
    code: 'premises',
    label: '场所',
    type: 'choice',
    required: true,
    options: [
      { value: 'own', label: '自有' },
      { value: 'rented', label: '租赁' },
    ],
  },
  { code: 'landlord', label: '出租人', type: 'text', maxLength: 30, required: true, when: rented },
]
const guide = {
  fields,
  materials: [material('identity-card'), material('lease', { when: rented }), material('photo', { required: false })],
}
const intake: IntakeDraft = {
  itemCode: 'food-operation-licence',
  channel: 'online-collect',
  applicant: { name: '秦晓梅', identityNumber: '450305199103124026', phone: '13877301122' },
  answers: { premises: 'own' },
  received: ['identity-card'],
}

describe('a draft of the window', () => {
  it('is kept for its day only', () => {
    const kept = { date: today, drafts: { desk: intake } }
    expect(draftsOfToday(kept, today).drafts).toEqual({ desk: intake })
    expect(draftsOfToday(kept, '2026-05-13')).toEqual({ date: '2026-05-13', drafts: {} })
    expect(draftsOfToday({ date: today, drafts: { desk: { itemCode: 1 } } }, today).drafts).toEqual({})
  })
})

describe('what is missing at the window', () => {
  it('is nothing when all that applies is answered and handed over', () => {
    expect([...formProblems(guide, intake, today)]).toEqual([])
    expect(missingMaterials(guide, intake)).toEqual([])
  })
  it('is every detail of the applicant that is empty or wrong', () => {
    const problems = formProblems(guide, { ...intake, applicant: { ...emptyApplicant, phone: '123' } }, today)
    expect([...problems.keys()]).toEqual(['applicant:name', 'applicant:identityNumber', 'applicant:phone'])
  })
  it('is what an answer asks for besides, the question and the material', () => {
    const lets = { ...intake, answers: { premises: 'rented' } }
    expect([...formProblems(guide, lets, today).keys()]).toEqual(['field:landlord'])
    expect(missingMaterials(guide, lets).map(({ code }) => code)).toEqual(['lease'])
  })
})

describe('what goes to the server', () => {
  it('leaves out answers and materials that an answer taken back no longer asks for', () => {
    const takenBack = {
      ...intake,
      answers: { premises: 'own', landlord: ' 李先生 ' },
      received: ['identity-card', 'lease'],
    }
    expect(readyIntake(guide, takenBack)).toEqual({ answers: { premises: 'own' }, compared: ['identity-card'] })
  })
})
