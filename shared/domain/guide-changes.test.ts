import { changedParts } from './guide-changes'
import type { FormField, Material } from './item'

const name: FormField = { code: 'shopName', label: '店名', type: 'text', required: true, maxLength: 20 }
const kitchen: FormField = {
  code: 'kitchen',
  label: '是否设厨房',
  type: 'choice',
  required: true,
  options: [
    { value: 'yes', label: '是' },
    { value: 'no', label: '否' },
  ],
}
const photo: Material = {
  code: 'site-photo',
  name: '场所照片',
  required: false,
  originals: 0,
  copies: 1,
  source: '申请人自备',
  accepts: ['jpeg', 'png'],
  maxMegabytes: 5,
  maxFiles: 3,
  tips: [],
}
const guide = { fields: [name, kitchen], materials: [photo] }

describe('what a newer guide asks again', () => {
  it('is nothing when it asks for the same, in whatever order its keys are written', () => {
    const turned = JSON.parse(
      JSON.stringify(
        guide,
        Object.keys({ ...photo, ...name, ...kitchen, fields: 0, materials: 0, value: 0 }).reverse(),
      ),
    )
    expect(changedParts(guide, turned)).toEqual([])
  })

  it('does not count words that only help', () => {
    const helpful = {
      fields: [{ ...name, hint: '与招牌一致' }, kitchen],
      materials: [{ ...photo, tips: ['拍全门头'], sample: 'samples/photo.jpg', source: '现场拍摄' }],
    }
    expect(changedParts(guide, helpful)).toEqual([])
  })

  it.each<[string, { readonly fields?: readonly FormField[]; readonly materials?: readonly Material[] }, string[]]>([
    ['a new field', { fields: [name, kitchen, { ...name, code: 'owner' }] }, ['field:owner']],
    ['a field with another limit', { fields: [{ ...name, maxLength: 10 }, kitchen] }, ['field:shopName']],
    [
      'a field of another type',
      { fields: [{ code: 'shopName', label: '店名', type: 'credit-code', required: true }, kitchen] },
      ['field:shopName'],
    ],
    ['another choice', { fields: [name, { ...kitchen, options: kitchen.options.slice(1) }] }, ['field:kitchen']],
    [
      'a new condition',
      { fields: [{ ...name, when: { all: [{ field: 'kitchen', in: ['no'] }] } }, kitchen] },
      ['field:shopName'],
    ],
    ['a material required now', { materials: [{ ...photo, required: true }] }, ['material:site-photo']],
    ['a kind of file no longer taken', { materials: [{ ...photo, accepts: ['jpeg'] }] }, ['material:site-photo']],
    ['a part that is gone', { fields: [name], materials: [] }, []],
  ])('is %s', (_what, change, parts) => {
    expect(changedParts(guide, { ...guide, ...change })).toEqual(parts)
  })

  it('is everything for a guide that asked for nothing before', () => {
    expect(changedParts({ fields: [], materials: [] }, guide)).toEqual([
      'field:shopName',
      'field:kitchen',
      'material:site-photo',
    ])
  })
})
