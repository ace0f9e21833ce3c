import * as fc from 'fast-check'
import {
  chosenItems,
  countBy,
  departmentsOf,
  itemFilters,
  type CatalogueChoice,
  type ItemFilter,
} from './catalogue-filter'
import type { ItemSummary } from './item'

const anItem = (changes: Partial<ItemSummary>): ItemSummary => ({
  code: 'passport',
  version: 1,
  name: '护照签发',
  department: '出入境',
  area: 'B',
  audience: ['person'],
  lifeEvents: ['travel'],
  kind: 'licence',
  handling: 'time-limited',
  channels: ['onsite-courier'],
  committed: { value: 7, unit: 'wd' },
  statutory: { value: 15, unit: 'day' },
  visits: 1,
  pledge: false,
  homeVisit: false,
  keywords: [],
  ...changes,
})
const passport = anItem({})
const filing = anItem({
  code: 'filing',
  department: '发改',
  area: 'C',
  audience: ['company'],
  lifeEvents: ['investment'],
  channels: ['online-full'],
  visits: 0,
  pledge: true,
})
const registration = anItem({
  code: 'registration',
  department: '自然资源',
  area: 'A',
  channels: ['pre-review'],
  visits: 2,
  homeVisit: true,
})
const items = [passport, filing, registration]
const codes = (choice: Partial<CatalogueChoice>) =>
  chosenItems(items, { filters: [], ...choice }).map(({ code }) => code)

describe('narrowing the catalogue', () => {
  it('leaves everything in its order when nothing is chosen', () => {
    expect(codes({})).toEqual(['passport', 'filing', 'registration'])
  })

  it.each<[ItemFilter, readonly string[]]>([
    ['pre-review', ['registration']],
    ['no-visit', ['filing']],
    ['one-visit', ['passport', 'filing']],
    ['courier', ['passport']],
    ['pledge', ['filing']],
    ['home-visit', ['registration']],
  ])('%s keeps %j', (filter, kept) => {
    expect(codes({ filters: [filter] })).toEqual(kept)
  })

  it('narrows by life event, department, area and audience', () => {
    expect(codes({ lifeEvent: 'investment' })).toEqual(['filing'])
    expect(codes({ department: '出入境' })).toEqual(['passport'])
    expect(codes({ area: 'A' })).toEqual(['registration'])
    expect(codes({ audience: 'company' })).toEqual(['filing'])
  })

  it('keeps only what meets all of the choice: adding a filter never adds a matter', () => {
    const filters = Object.keys(itemFilters) as ItemFilter[]
    fc.assert(
      fc.property(fc.subarray(filters), fc.constantFrom(...filters), (some, more) => {
        const before = codes({ filters: some })
        expect(before).toEqual(expect.arrayContaining(codes({ filters: [...some, more] })))
      }),
    )
  })
})

describe('what can be chosen', () => {
  it('counts a matter once under each of its keys', () => {
    expect([...countBy(items, (item) => item.lifeEvents)]).toEqual([
      ['travel', 2],
      ['investment', 1],
    ])
  })

  it('lists departments by the area where most of their matters are, those with the most matters first', () => {
    const more = [
      ...items,
      anItem({ code: 'permit' }),
      anItem({ code: 'visa', area: 'D' }),
      anItem({ code: 'birth', department: '卫健' }),
    ]
    expect(departmentsOf(more)).toEqual([
      { name: '自然资源', area: 'A', items: 1 },
      { name: '出入境', area: 'B', items: 3 },
      { name: '卫健', area: 'B', items: 1 },
      { name: '发改', area: 'C', items: 1 },
    ])
  })
})
