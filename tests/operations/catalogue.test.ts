import * as contracts from '@shared/contracts/catalogue'
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
    await program.publish(anItem({ version: 2, name: '茶馆经营许可(新)' }))
    expect(good(await call(main, contracts.getGuide, undefined, { code: 'tea-house-licence' })).name).toBe(
      '茶馆经营许可(新)',
    )
    expect(good(await call(main, contracts.getGuide, undefined, { code: 'tea-house-licence', version: 1 }))).toEqual(
      anItem(),
    )
    expect(refusalOf(await call(main, contracts.getGuide, undefined, { code: 'tea-house-licence', version: 3 }))).toBe(
      'ITEM_NOT_FOUND',
    )
  })
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
