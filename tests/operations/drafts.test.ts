import * as contracts from '@shared/contracts/applications'
import { main } from '../../cloudfunctions/applications'
import { anItem } from '../support/an-item'
import { call, good, refusalOf, startProgram } from '../support/program'

const itemCode = 'tea-house-licence'
const channel = 'pre-review'
const nobody = { name: '', identityNumber: '', phone: '' }

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  await program.publish(anItem())
})
afterAll(() => program.stop())

describe('a draft', () => {
  it('is one an item and person: opening it again goes on with it', async () => {
    const owner = nobodyYet()
    const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode, channel }))
    good(
      await call(main, contracts.saveDraft, owner, {
        itemCode,
        revision,
        channel,
        applicant: nobody,
        answers: { shopName: '漓江茶馆' },
      }),
    )
    const again = good(await call(main, contracts.openDraft, owner, { itemCode }))
    expect(again.answers).toEqual({ shopName: '漓江茶馆' })
    expect(good(await call(main, contracts.listMine, owner, {})).drafts).toHaveLength(1)
    expect(good(await call(main, contracts.openDraft, nobodyYet(), { itemCode })).answers).toEqual({})
  })

  it('is not overwritten by a second device that saw an older revision', async () => {
    const owner = nobodyYet()
    const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode, channel }))
    const save = (shopName: string) =>
      call(main, contracts.saveDraft, owner, { itemCode, revision, channel, applicant: nobody, answers: { shopName } })
    const both = await Promise.all([save('甲'), save('乙')])
    expect(both.map((answer) => (answer.ok ? 'saved' : answer.error.code)).sort()).toEqual(['DRAFT_CHANGED', 'saved'])
    const kept = good(await call(main, contracts.openDraft, owner, { itemCode })).answers.shopName
    expect(kept).toBe(both[0].ok ? '甲' : '乙')
  })

  it('can be thrown away, once', async () => {
    const owner = nobodyYet()
    good(await call(main, contracts.openDraft, owner, { itemCode }))
    good(await call(main, contracts.discardDraft, owner, { itemCode }))
    expect(refusalOf(await call(main, contracts.discardDraft, owner, { itemCode }))).toBe('DRAFT_NOT_FOUND')
    expect(good(await call(main, contracts.listMine, owner, {})).drafts).toEqual([])
  })

  it('refuses an unknown item, and a channel the item does not offer', async () => {
    const owner = nobodyYet()
    expect(refusalOf(await call(main, contracts.openDraft, owner, { itemCode: 'no-such-item' }))).toBe('ITEM_NOT_FOUND')
    expect(refusalOf(await call(main, contracts.openDraft, owner, { itemCode, channel: 'online-courier' }))).toBe(
      'CHANNEL_NOT_OFFERED',
    )
    expect(good(await call(main, contracts.listMine, owner, {})).drafts).toEqual([])
  })

  it('says once that the guide changed meanwhile, and cannot be sent in before it was said', async () => {
    const owner = nobodyYet()
    const first = good(await call(main, contracts.openDraft, owner, { itemCode, channel }))
    await program.publish(anItem({ version: 2 }))
    const early = { itemCode, revision: first.revision, declared: true, consented: true } as const
    expect(refusalOf(await call(main, contracts.submitApplication, owner, early))).toBe('GUIDE_CHANGED')
    expect(good(await call(main, contracts.openDraft, owner, { itemCode })).guideChanged).toBe(true)
    expect(good(await call(main, contracts.openDraft, owner, { itemCode })).guideChanged).toBe(false)
  })

  it('takes no more answers than a form has room for', async () => {
    const owner = nobodyYet()
    const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode }))
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, place) => [`field${String(place)}`, 'x']))
    const save = (answers: Record<string, string>) =>
      call(main, contracts.saveDraft, owner, { itemCode, revision, channel, applicant: nobody, answers })
    expect(refusalOf(await save(many))).toBe('INVALID_INPUT')
    expect(refusalOf(await save({ shopName: 'x'.repeat(2001) }))).toBe('INVALID_INPUT')
    expect(refusalOf(await save({ __proto__x: 'x' }))).toBe('INVALID_INPUT')
  })
})
