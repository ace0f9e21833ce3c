import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { lintGuide } from '@shared/domain/guide-lint'
import {
  audiences,
  channels,
  handlingClasses,
  itemKinds,
  lifeEvents,
  serviceAreas,
  summaryOf,
  type Channel,
} from '@shared/domain/item'
import { departments } from '../departments'
import { publicFiles } from '../public-files'
import { catalogue } from './index'

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))
const itemOf = (code: string) => catalogue.find((item) => item.code === code)

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

  it('is a real one: at least 40 items of at least 15 departments', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(40)
    expect(new Set(catalogue.map(({ department }) => department)).size).toBeGreaterThanOrEqual(15)
  })

  it.each([
    ...Object.keys(lifeEvents).map((key) => ['life event', key, catalogue.map((item) => item.lifeEvents)] as const),
    ...Object.keys(serviceAreas).map((key) => ['area', key, catalogue.map((item) => [item.area])] as const),
    ...Object.keys(channels).map((key) => ['channel', key, catalogue.map((item) => item.channels)] as const),
    ...Object.keys(audiences).map((key) => ['audience', key, catalogue.map((item) => item.audience)] as const),
    ...Object.keys(itemKinds).map((key) => ['kind', key, catalogue.map((item) => [item.kind])] as const),
    ...Object.keys(handlingClasses).map((key) => ['handling', key, catalogue.map((item) => [item.handling])] as const),
    ...[0, 1, 2].map((visits) => ['visits', String(visits), catalogue.map((item) => [String(item.visits)])] as const),
    ['promise', 'pledge', catalogue.map((item) => (item.pledge ? ['pledge'] : []))] as const,
    ['promise', 'homeVisit', catalogue.map((item) => (item.homeVisit ? ['homeVisit'] : []))] as const,
  ])('has something for the %s %s', (_filter, key, ofItems) => {
    expect(ofItems.filter((values) => (values as readonly string[]).includes(key))).not.toEqual([])
  })

  it('asks for a written pledge wherever it takes one in place of proof', () => {
    const unsigned = catalogue.filter(
      (item) => item.pledge && !item.materials.some(({ name }) => /承诺|声明/.test(name)),
    )
    expect(unsigned.map(({ code }) => code)).toEqual([])
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

describe('the samples and blank forms', () => {
  const named = new Set(
    catalogue.flatMap((item) => item.materials.flatMap(({ sample, blankForm }) => [sample, blankForm])),
  )

  it('are those that the guides name, each of them and no other', () => {
    expect(publicFiles.map(({ path }) => path).sort()).toEqual([...named].filter((path) => path !== undefined).sort())
  })

  it.each(publicFiles.map(({ path, file }) => [path, file] as const))(
    '%s is a file small enough for a phone',
    (path, file) => {
      const bytes = readFileSync(join(__dirname, '../../..', file))
      if (path.endsWith('.pdf')) {
        expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
        expect(bytes.length).toBeLessThanOrEqual(120_000)
      } else {
        expect(imageSize(bytes)).toMatchObject({ type: 'png', width: 600 })
        expect(bytes.length).toBeLessThanOrEqual(40_000)
      }
    },
  )
})
