import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { correctionChecklist, correctionToSend, type CorrectionInHand } from '@shared/domain/correction-checklist'
import type { CorrectionMark } from '@shared/domain/correction-notice'
import { applicableFields, applicableMaterials, type FormField, type Material } from '@shared/domain/item'
import { sealContent } from '../../cloudfunctions/applications/content'
import { correct } from '../../cloudfunctions/applications/correction'
import type { Application, Materials, StoredFile } from '../../cloudfunctions/applications/store'
import { isFailure } from '../../cloudfunctions/kernel/operation'
import { anItem } from '../support/an-item'

const today = '2026-05-11'
const applicant = { name: '秦漓江', identityNumber: '11010519491231002X', phone: '13877312345' }
const kitchen = { all: [{ field: 'kitchen', in: ['yes'] }] }
const opening: FormField = { code: 'opening', label: '拟开业日期', type: 'date', required: true, future: true }
const material = (code: string, change: Partial<Material> = {}): Material => ({
  ...{
    code,
    name: code,
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
const item = anItem({
  fields: [
    ...anItem().fields,
    { code: 'remark', label: '说明', type: 'text', required: false, maxLength: 10, when: kitchen },
    opening,
  ],
  materials: [material('site-photo'), material('plan', { when: kitchen }), material('menu', { required: false })],
})
const file = {
  id: 'file-id',
  kind: 'jpeg',
  bytes: 1,
  sha256: '',
  object: '',
  name: { key: '', value: '' },
} satisfies StoredFile

beforeAll(() => {
  process.env.FIELD_KEYS = `k1:${randomBytes(32).toString('base64')}`
})

/** An application under correction, as the server has it and as the page has it. */
function underCorrection({ before, marks, typed, replaced }: Omit<CorrectionInHand, 'item'>) {
  const _id = 'application-id'
  const materials: Materials = Object.fromEntries(
    applicableMaterials(item, before.answers)
      .filter(({ required }) => required)
      .map(({ code }) => [code, [file]]),
  )
  const replacements: Materials = Object.fromEntries(
    Object.entries(replaced).map(([code, count]) => [code, Array.from({ length: count }, () => file)]),
  )
  const rounds = [{ marks, noticedAt: 0, dueOn: today }]
  const application = {
    _id,
    content: sealContent(_id, before),
    materials,
    replacements,
    rounds,
  } as unknown as Application
  return { application, hand: { item, before, marks, typed, replaced } satisfies CorrectionInHand }
}

describe('the checklist on the page and the rule of the server', () => {
  const withKitchen = {
    shopName: '漓江茶馆',
    seats: '20',
    kitchen: 'yes',
    kitchenArea: '9',
    remark: '旧',
    opening: '2026-06-01',
  }
  const withoutKitchen = { shopName: '漓江茶馆', seats: '20', kitchen: 'no', opening: '2026-06-01' }
  const texts: Readonly<Record<string, readonly string[]>> = {
    shopName: ['漓江茶馆', ' 漓江茶馆', '桂花茶馆', ''],
    seats: ['20', '24', '0', 'x', ''],
    kitchen: ['yes', 'no', ''],
    kitchenArea: ['9', '12.5', '0', ''],
    remark: ['旧', '新', '', '一二三四五六七八九十多了'],
    opening: ['2026-06-01', '2026-07-01', '2026-05-01'],
  }
  const someOf = (values: Readonly<Record<string, readonly string[]>>) =>
    fc.record(Object.fromEntries(Object.entries(values).map(([key, each]) => [key, fc.constantFrom(...each)])), {
      requiredKeys: [],
    }) as fc.Arbitrary<Record<string, string>>
  const details = {
    name: ['秦漓江', '秦 漓', '秦'],
    phone: ['13877312345', '139 7731 2345', '123'],
    identityNumber: [applicant.identityNumber, '123'],
  }
  const correction = fc.constantFrom(withKitchen, withoutKitchen).chain((answers) => {
    const parts = [
      ...applicableFields(item, answers).map(({ code }) => ({ part: 'field', code }) as const),
      ...applicableMaterials(item, answers).map(({ code }) => ({ part: 'material', code }) as const),
      ...Object.keys(applicant).map((code) => ({ part: 'applicant', code }) as const),
    ]
    return fc.record({
      before: fc.constant({ applicant, answers }),
      marks: fc
        .subarray(parts, { minLength: 1 })
        .map((marked): readonly CorrectionMark[] =>
          marked.map((part) => ({ ...part, defect: 'wrong-value', explanation: '请核对' })),
        ),
      typed: fc.record({ applicant: someOf(details), answers: someOf(texts) }),
      replaced: fc.record({ 'site-photo': fc.nat(1), plan: fc.nat(1), menu: fc.nat(1) }),
    })
  })

  it('agree: the server takes a correction exactly when nothing on the checklist is left to do', () => {
    fc.assert(
      fc.property(correction, (made) => {
        // The page offers uploads for what stands on the checklist alone.
        const listed = new Set(correctionChecklist(underCorrection(made).hand, today).map(({ key }) => key))
        const replaced = Object.fromEntries(
          Object.entries(made.replaced).filter(([code]) => listed.has(`material:${code}`)),
        )
        const { application, hand } = underCorrection({ ...made, replaced })
        const undone = correctionChecklist(hand, today).filter(
          ({ standing }) => standing === 'untouched' || standing === 'wrong',
        )
        const taken = correct(application, item, correctionToSend(hand, today), today)
        expect(isFailure(taken)).toBe(undone.length > 0)
      }),
      { numRuns: 600 },
    )
  })

  it('agree on a date that passed while the applicant corrected something else: it does not lock them out', () => {
    const marks: readonly CorrectionMark[] = [
      { part: 'field', code: 'seats', defect: 'wrong-value', explanation: '请核对' },
    ]
    const typed = { applicant: {}, answers: { seats: '24' } }
    const { application, hand } = underCorrection({
      before: { applicant, answers: withoutKitchen },
      marks,
      typed,
      replaced: {},
    })
    expect(isFailure(correct(application, item, correctionToSend(hand, '2026-06-15'), '2026-06-15'))).toBe(false)
  })
})
