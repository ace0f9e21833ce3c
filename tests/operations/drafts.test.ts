import * as contracts from '@shared/contracts/applications'
import { main } from '../../cloudfunctions/applications'
import { answers, saveFilledDraft } from '../support/an-application'
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

  it('changes its channel when another one is named, and only to one the item offers', async () => {
    const owner = nobodyYet()
    good(await call(main, contracts.openDraft, owner, { itemCode, channel }))
    const other = good(await call(main, contracts.openDraft, owner, { itemCode, channel: 'online-full' }))
    expect([other.channel, other.revision]).toEqual(['online-full', 2])
    expect(refusalOf(await call(main, contracts.openDraft, owner, { itemCode, channel: 'onsite-courier' }))).toBe(
      'CHANNEL_NOT_OFFERED',
    )
    const input = { itemCode, revision: 2, channel: 'onsite-courier', applicant: nobody, answers: {} } as const
    expect(refusalOf(await call(main, contracts.saveDraft, owner, input))).toBe('CHANNEL_NOT_OFFERED')
    expect(good(await call(main, contracts.openDraft, owner, { itemCode })).channel).toBe('online-full')
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

describe('a guide that changes while a draft is open', () => {
  const code = 'changing-licence'
  const fields = anItem().fields
  let version = 1
  /** Publishes the next version, with another limit for the shop's name and one more question. */
  const change = () =>
    program.publish(
      anItem({
        code,
        version: (version += 1),
        channels: ['online-full'],
        fields: [
          { code: 'shopName', label: '店名', type: 'text', required: true, maxLength: 20 + version },
          ...fields.slice(1),
          { code: 'opening', label: '开业日期', type: 'date', required: false },
        ],
      }),
    )
  beforeEach(() => program.publish(anItem({ code, version: (version += 1) })))

  it('has only what differs asked again; what was typed stays, and nothing is sent in before', async () => {
    const owner = nobodyYet()
    const revision = await saveFilledDraft(owner, { itemCode: code })
    await change()
    const early = { itemCode: code, revision, declared: true, consented: true } as const
    expect(refusalOf(await call(main, contracts.submitApplication, owner, early))).toBe('GUIDE_CHANGED')
    const again = good(await call(main, contracts.openDraft, owner, { itemCode: code }))
    expect(again).toMatchObject({ guideChanged: true, channel: 'online-full', answers })
    expect(again.changedParts).toEqual(['field:shopName', 'field:opening', 'channel'])
  })

  it('is still said after a reload, until the part is answered anew', async () => {
    const owner = nobodyYet()
    await saveFilledDraft(owner, { itemCode: code })
    await change()
    good(await call(main, contracts.openDraft, owner, { itemCode: code }))
    const { revision, changedParts } = good(await call(main, contracts.openDraft, owner, { itemCode: code }))
    expect(changedParts).toHaveLength(3)
    good(
      await call(main, contracts.saveDraft, owner, {
        itemCode: code,
        revision,
        channel: 'online-full',
        applicant: nobody,
        answers: { ...answers, shopName: '新店名' },
      }),
    )
    expect(good(await call(main, contracts.openDraft, owner, { itemCode: code })).changedParts).toEqual([
      'field:opening',
      'channel',
    ])
  })

  it('does not keep back a draft whose answers suit the new guide', async () => {
    const owner = nobodyYet()
    await saveFilledDraft(owner, { itemCode: code })
    await change()
    const { revision } = good(await call(main, contracts.openDraft, owner, { itemCode: code }))
    const input = { itemCode: code, revision, declared: true, consented: true } as const
    good(await call(main, contracts.submitApplication, owner, input))
  })

  it('asks nothing again when nothing that is asked for differs', async () => {
    const owner = nobodyYet()
    await saveFilledDraft(owner, { itemCode: code })
    await program.publish(anItem({ code, version: (version += 1), conditions: ['有消防设施'] }))
    const again = good(await call(main, contracts.openDraft, owner, { itemCode: code }))
    expect([again.itemVersion, again.guideChanged, again.changedParts]).toEqual([version, false, []])
  })
})
