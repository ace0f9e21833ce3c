import * as fc from 'fast-check'
import { applicableMaterials, type FormField, type Material } from './item'
import { materialNeed, situationQuestions } from './situation'

const choice = (code: string, values: readonly string[], when?: FormField['when']): FormField => ({
  code,
  label: code,
  required: true,
  type: 'choice',
  options: values.map((value) => ({ value, label: value })),
  ...(when === undefined ? {} : { when }),
})
const material = (code: string, when?: Material['when']): Material => ({
  code,
  name: code,
  required: true,
  originals: 1,
  copies: 0,
  source: '',
  accepts: ['pdf'],
  maxMegabytes: 5,
  maxFiles: 1,
  tips: [],
  ...(when === undefined ? {} : { when }),
})

const onlyIf = (field: string, ...values: readonly string[]) => ({ all: [{ field, in: values }] })
const item = {
  fields: [
    choice('purpose', ['new', 'transfer']),
    choice('mortgage', ['yes', 'no'], onlyIf('purpose', 'transfer')),
    choice('colour', ['red', 'blue']),
    { code: 'shop', label: 'shop', required: true, type: 'text', maxLength: 20 },
  ] as const satisfies readonly FormField[],
  materials: [
    material('identity'),
    material('contract', onlyIf('purpose', 'transfer')),
    material('consent', onlyIf('mortgage', 'yes')),
  ],
}
const needs = (answers: Record<string, string>) => item.materials.map((each) => materialNeed(item, each, answers))

describe('the questions of 情形引导', () => {
  it('are those that decide a material, and those that open such a question', () => {
    expect(situationQuestions(item, { purpose: 'transfer' }).map(({ code }) => code)).toEqual(['purpose', 'mortgage'])
  })

  it('come up only once the answer they depend on is given', () => {
    expect(situationQuestions(item, {}).map(({ code }) => code)).toEqual(['purpose'])
  })

  it('are none where every material is asked of everybody', () => {
    expect(situationQuestions({ ...item, materials: [material('identity')] }, {})).toEqual([])
  })
})

describe('what a material is to this person', () => {
  it('depends on what is not answered yet', () => {
    expect(needs({})).toEqual(['needed', 'depends', 'depends'])
  })

  it('is decided by the answers', () => {
    expect(needs({ purpose: 'transfer' })).toEqual(['needed', 'needed', 'depends'])
    expect(needs({ purpose: 'transfer', mortgage: 'no' })).toEqual(['needed', 'needed', 'not-needed'])
  })

  it('is not needed when the question behind it does not come up', () => {
    expect(needs({ purpose: 'new' })).toEqual(['needed', 'not-needed', 'not-needed'])
  })

  it('agrees with the materials the form asks for, once every question that comes up is answered', () => {
    const answered = fc.record({ purpose: fc.constantFrom('new', 'transfer'), mortgage: fc.constantFrom('yes', 'no') })
    fc.assert(
      fc.property(answered, ({ purpose, mortgage }) => {
        const answers: Record<string, string> = purpose === 'transfer' ? { purpose, mortgage } : { purpose }
        const needed = item.materials.filter((each) => materialNeed(item, each, answers) === 'needed')
        expect(needed).toEqual(applicableMaterials(item, answers))
      }),
    )
  })
})
