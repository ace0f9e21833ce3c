import { lintGuide } from './guide-lint'
import type { FormField, Item, Material } from './item'

const aMaterial = (changes: Partial<Material> = {}): Material => ({
  code: 'identity-card',
  name: '居民身份证',
  required: true,
  originals: 1,
  copies: 0,
  source: '申请人自备',
  accepts: ['jpeg'],
  maxMegabytes: 5,
  maxFiles: 2,
  tips: ['正反面各一张'],
  ...changes,
})

const kind: FormField = {
  code: 'kind',
  label: '类别',
  type: 'choice',
  required: true,
  options: [
    { value: 'new', label: '新办' },
    { value: 'renew', label: '延续' },
  ],
}
const oldNumber: FormField = {
  code: 'oldNumber',
  label: '原证号',
  type: 'text',
  maxLength: 20,
  required: true,
  when: { all: [{ field: 'kind', in: ['renew'] }] },
}

const aGuide = (changes: Partial<Item> = {}): Item => ({
  code: 'some-licence',
  version: 1,
  name: '某项许可',
  department: '市某局',
  area: 'D',
  audience: ['company'],
  lifeEvents: ['run-business'],
  kind: 'licence',
  handling: 'time-limited',
  channels: ['online-courier'],
  committed: { value: 5, unit: 'wd' },
  statutory: { value: 20, unit: 'wd' },
  visits: 0,
  pledge: false,
  homeVisit: false,
  keywords: ['许可'],
  window: 'D区 某窗口',
  conditions: ['符合法定条件。'],
  materials: [aMaterial()],
  steps: [{ name: '申请', description: '网上提交。' }],
  fee: { amount: '不收费', basis: '行政许可法第五十八条' },
  result: { name: '许可证', description: '有效期5年。' },
  legalBasis: ['《某法》'],
  consultPhone: '0773-5813252',
  complaintPhone: '12345',
  place: '某路1号',
  officeHours: '周一至周五',
  fields: [kind, oldNumber],
  otherCarriersAllowed: false,
  ...changes,
})

const places = (changes: Partial<Item>) => lintGuide(aGuide(changes)).map(({ place }) => place)

describe('a guide', () => {
  it('that says everything has no flaws', () => {
    expect(lintGuide(aGuide())).toEqual([])
  })

  it.each<[string, Partial<Item>, string]>([
    ['a code with capitals', { code: 'Some_Licence' }, 'code'],
    ['a version below one', { version: 0 }, 'version'],
    ['no name', { name: ' ' }, 'name'],
    ['a name too long for a list', { name: '长'.repeat(31) }, 'name'],
    ['no limit', { committed: { value: 0, unit: 'wd' } }, 'committed'],
    ['a promise longer than the law allows', { committed: { value: 21, unit: 'wd' } }, 'committed'],
    [
      'a promise longer than the law allows, in other units',
      { committed: { value: 8, unit: 'wd' }, statutory: { value: 10, unit: 'day' } },
      'committed',
    ],
    ['immediate handling that takes days', { handling: 'immediate' }, 'handling'],
    ['no fee', { fee: { amount: '', basis: '某文件' } }, 'fee.amount'],
    ['a fee without a basis', { fee: { amount: '10元', basis: ' ' } }, 'fee.basis'],
    ['no phone to ask', { consultPhone: '' }, 'consultPhone'],
    ['a phone nobody can dial', { complaintPhone: '见公告' }, 'complaintPhone'],
    ['no legal basis', { legalBasis: [] }, 'legalBasis'],
    ['no steps', { steps: [] }, 'steps'],
    ['no materials', { materials: [] }, 'materials'],
    ['no channel', { channels: [] }, 'channels'],
    ['the same keyword twice', { keywords: ['许可', '许可'] }, 'keywords'],
    ['an empty condition', { conditions: [''] }, 'conditions[0]'],
    ['a visit for what is done wholly online', { channels: ['online-full'], visits: 1 }, 'visits'],
    ['no visit for what starts on site', { channels: ['onsite-courier'], visits: 0 }, 'visits'],
    ['two visits where a courier brings the result', { visits: 2 }, 'visits'],
  ])('with %s is told so', (_what, changes, place) => {
    expect(places(changes)).toEqual([place])
  })

  it.each(['其他材料', '其他有关材料', '需要提供的其他文件', '营业执照等材料'])('must not ask for %s', (name) => {
    expect(places({ materials: [aMaterial({ name })] })).toEqual(['materials.identity-card'])
  })

  it.each<[string, Partial<Material>]>([
    ['no accepted file type', { accepts: [] }],
    ['a file larger than can be taken', { maxMegabytes: 11 }],
    ['room for no file', { maxFiles: 0 }],
    ['neither original nor copy', { originals: 0 }],
    ['no source', { source: '' }],
    ['a condition not told in words', { when: { all: [{ field: 'kind', in: ['new'] }] } }],
    ['a condition on a field that is not there', { when: { all: [{ field: 'size', in: ['big'] }] }, whenText: '大的' }],
    [
      'a condition on an option that is not there',
      { when: { all: [{ field: 'kind', in: ['lost'] }] }, whenText: '补办的' },
    ],
    ['a condition without clauses', { when: { all: [] }, whenText: '总是' }],
  ])('is told of a material with %s', (_what, changes) => {
    expect(places({ materials: [aMaterial(changes)] })).toEqual(['materials.identity-card'])
  })

  it('may ask of a field only what an earlier field has settled', () => {
    expect(places({ fields: [oldNumber, kind] })).toEqual(['fields.oldNumber'])
    expect(places({ fields: [{ ...kind, when: { all: [{ field: 'kind', in: ['new'] }] } }] })).toEqual(['fields.kind'])
  })

  it('uses each code once', () => {
    expect(places({ fields: [kind, kind] })).toEqual(['fields.kind'])
    expect(places({ materials: [aMaterial(), aMaterial()] })).toEqual(['materials.identity-card'])
  })

  it('writes field and material codes in their form', () => {
    expect(places({ fields: [{ ...kind, code: 'Kind-1' }] })).toEqual(['fields.Kind-1'])
    expect(places({ materials: [aMaterial({ code: 'idCard' })] })).toEqual(['materials.idCard'])
  })

  it('gives a choice something to choose from', () => {
    expect(
      places({
        fields: [
          { code: 'kind', label: '类别', type: 'choice', required: true, options: [{ value: 'new', label: '新办' }] },
        ],
      }),
    ).toEqual(['fields.kind'])
  })

  it('takes the shortest of its ways for the number of visits', () => {
    expect(places({ channels: ['pre-review', 'online-full'], visits: 0 })).toEqual([])
    expect(places({ channels: ['pre-review', 'online-full'], visits: 1 })).toEqual(['visits'])
  })
})
