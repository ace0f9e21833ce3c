import * as fc from 'fast-check'
import { withLabels } from './option-labels'

const options = ['甲', '乙', '丙'].map((label, place) => ({ value: `option-${String(place)}`, label }))
const fresh = () => 'option-new'
const after = (...labels: readonly string[]) =>
  withLabels(options, labels, fresh).map(({ value, label }) => `${value} ${label}`)

describe('options whose labels were changed in a list', () => {
  it('keep their values through a new word, an exchange and a removal', () => {
    expect(after('甲', '乙方', '丙')).toEqual(['option-0 甲', 'option-1 乙方', 'option-2 丙'])
    expect(after('乙', '甲', '丙')).toEqual(['option-1 乙', 'option-0 甲', 'option-2 丙'])
    expect(after('甲', '丙', '乙')).toEqual(['option-0 甲', 'option-2 丙', 'option-1 乙'])
    expect(after('甲', '丙')).toEqual(['option-0 甲', 'option-2 丙'])
    expect(after('甲', '乙')).toEqual(['option-0 甲', 'option-1 乙'])
  })

  it('get a new value only when one is added', () => {
    expect(after('甲', '乙', '丙', '')).toEqual(['option-0 甲', 'option-1 乙', 'option-2 丙', 'option-new '])
  })

  it('are left as they are by the same labels, also while two are alike', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', '甲', '乙'), { maxLength: 5 }), (labels) => {
        const some = labels.map((label, place) => ({ value: `option-${String(place)}`, label }))
        expect(withLabels(some, labels, fresh)).toEqual(some)
      }),
    )
  })
})
