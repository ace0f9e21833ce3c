import * as contracts from '@shared/contracts/catalogue'
import { keysOf } from '@shared/contracts/keys-of'
import { defects } from '@shared/domain/correction-notice'
import { catalogue } from '../../config/centre/catalogue'
import { quickPhrases } from '../../config/centre/quick-phrases'
import { main } from '../../cloudfunctions/catalogue'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

let program: Awaited<ReturnType<typeof startProgram>>
beforeAll(async () => {
  program = await startProgram()
})
afterAll(() => program.stop())

describe('the catalogue', () => {
  it('answers anybody, and says so when nothing is published yet', async () => {
    expect(good(await call(main, contracts.listItems, undefined, {}))).toEqual({ version: 'empty', items: [] })
    expect(refusalOf(await call(main, contracts.getGuide, undefined, { code: 'tea-house-licence' }))).toBe(
      'ITEM_NOT_FOUND',
    )
  })

  it('sends the list once: a phone that has this version gets the version alone', async () => {
    await program.publish(anItem())
    const { version } = good(await call(main, contracts.listItems, undefined, {}))
    expect(good(await call(main, contracts.listItems, undefined, { knownVersion: version }))).toEqual({ version })
  })

  it('gives the published guide whole, and an older version to those who applied under it', async () => {
    const guide = good(await call(main, contracts.getGuide, undefined, { code: 'tea-house-licence' }))
    expect(guide).toEqual(anItem())
    await program.publish(anItem({ version: 2, name: '茶馆经营许可（新）' }))
    expect(good(await call(main, contracts.getGuide, undefined, { code: 'tea-house-licence' })).name).toBe(
      '茶馆经营许可（新）',
    )
    expect(good(await call(main, contracts.getGuide, undefined, { code: 'tea-house-licence', version: 1 }))).toEqual(
      anItem(),
    )
    expect(refusalOf(await call(main, contracts.getGuide, undefined, { code: 'tea-house-licence', version: 3 }))).toBe(
      'ITEM_NOT_FOUND',
    )
  })
})

describe('the quick phrases', () => {
  const phrases = (by: string | undefined) => call(main, contracts.getQuickPhrases, by, {})

  it('are for those who review, with at least two sentences for everything that can be wrong', async () => {
    await program.addStaff('reviewer-1', '王审批', ['市市场监督管理局'])
    await program.addStaff('desk-1', '李综合', ['市市场监督管理局'], ['comprehensive'])
    expect(good(await phrases('reviewer-1')).phrases).toEqual(quickPhrases)
    expect(good(await phrases('desk-1')).phrases).toEqual(quickPhrases)
    for (const defect of keysOf(defects)) expect(quickPhrases[defect].length).toBeGreaterThanOrEqual(2)
  })

  it('are refused to everybody else', async () => {
    await program.addStaff('courier-1', '赵快递', ['市市场监督管理局'], ['courier-desk'])
    expect(refusalOf(await phrases('courier-1'))).toBe('FORBIDDEN')
    expect(refusalOf(await phrases('a-resident'))).toBe('FORBIDDEN')
    expect(refusalOf(await phrases(undefined))).toBe('NOT_SIGNED_IN')
  })
})

describe('the configured catalogue', () => {
  it('is published whole: every item listed in its version, the list small enough for a phone', async () => {
    const run = () => call(main, contracts.publishConfiguredItems, 'timer', {})
    const first = good(await run())
    expect(first.published).toBe(catalogue.length)
    expect(good(await run())).toEqual({ published: 0, unchanged: catalogue.length, removed: 0 })
    const { items } = good(await call(main, contracts.listItems, undefined, {}))
    expect(items?.map(({ code }) => code)).toEqual(catalogue.map(({ code }) => code))
    expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThanOrEqual(60 * 1024)
    for (const item of catalogue.slice(0, 5)) {
      expect(good(await call(main, contracts.getGuide, undefined, { code: item.code }))).toEqual(item)
    }
    const { departments } = good(await call(main, contracts.listDepartments, undefined, {}))
    expect(departments.filter(({ items: count }) => count === 0)).toEqual([])
  }, 20_000)
})

describe('the centre', () => {
  it.each([
    ['2026-05-11T10:00:00+08:00', true],
    ['2026-05-11T12:30:00+08:00', false],
    ['2026-05-10T10:00:00+08:00', false],
    // 国庆: 1 October 2026 is a Thursday
    ['2026-10-01T10:00:00+08:00', false],
  ])('at %s is open: %s', async (at, open) => {
    program.setClock(at)
    const centre = good(await call(main, contracts.getCentre, undefined, {}))
    expect(centre.open).toBe(open)
    expect(centre.openSentence).not.toBe('')
  })
})
