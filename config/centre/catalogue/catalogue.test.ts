import { lintGuide } from '@shared/domain/guide-lint'
import type { Channel, Item, ItemSummary } from '@shared/domain/item'
import { departments } from '../departments'
import { catalogue } from './index'

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))
const itemOf = (code: string) => catalogue.find((item) => item.code === code)

const summaryOf = (item: Item): ItemSummary => ({
  code: item.code,
  version: item.version,
  name: item.name,
  department: item.department,
  area: item.area,
  audience: item.audience,
  lifeEvents: item.lifeEvents,
  kind: item.kind,
  handling: item.handling,
  channels: item.channels,
  committed: item.committed,
  statutory: item.statutory,
  visits: item.visits,
  pledge: item.pledge,
  homeVisit: item.homeVisit,
  keywords: item.keywords,
})

describe('the catalogue', () => {
  it.each(catalogue.map((item) => [item.name, item] as const))('%s has a guide without flaws', (_name, item) => {
    expect(lintGuide(item)).toEqual([])
  })

  it('gives every item a code of its own', () => {
    expect(new Set(catalogue.map(({ code }) => code)).size).toBe(catalogue.length)
  })

  it('names only departments and windows that the centre has', () => {
    for (const item of catalogue) {
      const department = departments.find(({ name }) => name === item.department)
      expect([item.code, department?.windows]).toEqual([item.code, expect.arrayContaining([item.window])])
    }
  })

  it.each<[string, readonly Channel[]]>([
    ['company-name-approval', ['pre-review']],
    ['food-operation-licence', ['online-collect', 'pre-review']],
    ['investment-project-filing', ['online-full']],
    ['special-equipment-registration', ['online-courier']],
    ['ordinary-passport', ['onsite-courier']],
    ['temporary-identity-card', ['pre-review']],
    ['real-estate-registration', ['pre-review', 'online-courier']],
  ])('offers %s the way the interview of 2018 told it: %s', (code, channels) => {
    expect(itemOf(code)?.channels).toEqual(channels)
  })

  it('keeps the other promises of the interview', () => {
    expect(itemOf('food-operation-licence')?.committed).toEqual({ value: 1, unit: 'wd' })
    expect(itemOf('temporary-identity-card')?.committed).toEqual({ value: 3, unit: 'minute' })
    expect(itemOf('real-estate-registration')?.homeVisit).toBe(true)
    expect(itemOf('housing-deed-tax')?.pledge).toBe(true)
  })

  it('is small enough for every phone to keep: all summaries within 60 KB, each guide within 24 KB', () => {
    expect(bytes(catalogue.map(summaryOf))).toBeLessThanOrEqual(60 * 1024)
    for (const item of catalogue) expect([item.code, bytes(item) <= 24 * 1024]).toEqual([item.code, true])
  })
})

describe('the departments', () => {
  it('have slugs and names of their own, and the comprehensive window takes in for 19 of them', () => {
    expect(new Set(departments.map(({ slug }) => slug)).size).toBe(departments.length)
    expect(new Set(departments.map(({ name }) => name)).size).toBe(departments.length)
    expect(departments.filter((department) => department.takenInByComprehensiveWindow)).toHaveLength(19)
  })
})
