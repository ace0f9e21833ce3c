import * as applications from '@shared/contracts/applications'
import * as decisions from '@shared/contracts/applications-decision'
import * as windows from '@shared/contracts/applications-window'
import type { InputOf, OutputOf } from '@shared/contracts/contract'
import * as contracts from '@shared/contracts/deliveries'
import * as notifications from '@shared/contracts/notifications'
import * as supervision from '@shared/contracts/supervision'
import type { Channel } from '@shared/domain/item'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { main } from '../../cloudfunctions/deliveries'
import { shipParcel as shipOperation } from '../../cloudfunctions/deliveries/operations/ship-parcel'
import type { Parcel } from '../../cloudfunctions/deliveries/store'
import type { Delivery } from '../../cloudfunctions/kernel/delivery-store'
import { findStaff } from '../../cloudfunctions/kernel/operation'
import { deliverSoon } from '../../cloudfunctions/kernel/outbox'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { main as supervisionMain } from '../../cloudfunctions/supervision'
import { messageTemplates } from '../../config/centre/message-templates'
import { acceptAndTake, approve } from '../support/an-accepted-application'
import { answers, applicant, look, submit, submitAndClaim } from '../support/an-application'
import { anItem } from '../support/an-item'
import { aWaybill, push, salt } from '../support/a-parcel'
import { call, good, refusalOf, startProgram } from '../support/program'
import { trackLine } from '../support/tracking-gateway'

jest.setTimeout(60_000)

const [reviewer, desk, otherDesk, elsewhere] = ['reviewer-li', 'desk-bai', 'desk-su', 'desk-elsewhere']
const [supervisor, stranger, onPhone] = ['supervisor-wei', 'resident-stranger', 'resident-with-phone']
const market = '市市场监督管理局'
const hour = 3_600_000
const nowhere = 'AAAAAAAAAAAAAAAAAAAA'
const address = {
  name: '秦漓江',
  phone: '13877312345',
  province: '广西壮族自治区',
  city: '桂林市',
  district: '临桂区',
  detail: '西城中路8号2栋301',
  handOver: 'in-person',
} as const

let program: Awaited<ReturnType<typeof startProgram>>
let people = 0
const somebody = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram({ phones: [onPhone] })
  const [photo] = anItem().materials
  if (photo === undefined) throw new Error('the item has no material')
  const originals = [{ ...photo, code: 'lease', name: '租赁合同', originals: 1 }]
  const channels: Channel[] = ['pre-review', 'online-full', 'online-courier']
  await program.publish(
    anItem({ channels }),
    anItem({ code: 'window-only' }),
    anItem({ code: 'any-carrier', channels, otherCarriersAllowed: true }),
    anItem({ code: 'with-originals', channels: [...channels, 'onsite-courier'], materials: originals }),
    anItem({ code: 'paper-licence', channels: ['onsite-courier'], materials: originals }),
  )
  await program.addStaff(reviewer, '李审核', [market])
  await program.addStaff(supervisor, '韦国强', [market], ['supervisor'])
  await program.addStaff(desk, '白航', [market], ['courier-desk'])
  await program.addStaff(otherDesk, '苏青', [market], ['courier-desk'])
  await program.addStaff(elsewhere, '何远', ['市公安局'], ['courier-desk'])
  process.env.KUAIDI100_SALT = salt
})
beforeEach(() => program.setClock('2026-05-11T10:00:00+08:00'))
afterAll(() => program.stop())

type View = OutputOf<typeof contracts.getDelivery>
type Choice = InputOf<typeof contracts.chooseDelivery>['choice']
const byCourier = (change: Partial<contracts.DeliveryAddress> = {}): Choice => ({
  way: 'courier',
  address: { ...address, ...change },
  consented: true,
})
const toWindow: Choice = { way: 'window' }

const seen = async (owner: string, applicationId: string): Promise<View> =>
  good(await call(main, contracts.getDelivery, owner, { applicationId }))
const choosing = (
  owner: string,
  { applicationId, version }: { applicationId: string; version: number },
  choice: Choice,
) => call(main, contracts.chooseDelivery, owner, { applicationId, version, choice })
const choose = async (...parameters: Parameters<typeof choosing>) => good(await choosing(...parameters))

/** A decided application whose result waits for an address. */
async function decided(owner: string, options: { channel?: Channel; itemCode?: string } = {}): Promise<View> {
  const taken = await acceptAndTake(owner, reviewer, { channel: 'online-courier', ...options })
  await approve(reviewer, taken)
  return seen(owner, taken.id)
}
/** One whose result can be sent. */
const ready = async (owner: string, itemCode = 'tea-house-licence') =>
  choose(owner, await decided(owner, { itemCode }), byCourier())

const shipping = (
  by: string,
  { applicationId, version }: { applicationId: string; version: number },
  { carrier = 'ems', waybill = aWaybill() } = {},
) => call(main, contracts.shipParcel, by, { applicationId, version, carrier, waybill })
/** One that is under way. */
async function shipped(owner: string) {
  const waybill = aWaybill()
  const row = good(await shipping(desk, await ready(owner), { waybill }))
  return { ...(await seen(owner, row.id)), waybill }
}

const inbox = async (owner: string) => good(await call(notificationsMain, notifications.listInbox, owner, {})).messages
/** What somebody was told about parcels, the latest first: where it stands and what follows. */
const told = async (owner: string) =>
  (await inbox(owner))
    .filter(({ title }) => title === messageTemplates.parcel.title)
    .map(({ lines }) => [lines[2]?.text, lines[4]?.text])
const documentOf = async <Document>(collection: string, id: string): Promise<Document> =>
  ((await program.database.collection(collection).doc(id).get()) as { data: Document[] }).data[0] as Document
const rowsOf = async (list: keyof typeof contracts.deskLists, by = desk) =>
  good(await call(main, contracts.listDesk, by, { list })).rows
const idsIn = async (list: keyof typeof contracts.deskLists) => (await rowsOf(list)).map(({ id }) => id)
/** Everything that is kept, without how often somebody called. */
const kept = () => ({ ...program.dump(), rate_windows: [] })

const collected = trackLine('2026-05-11T13:00:00+08:00', '已收寄', '103')
const refused = trackLine('2026-05-12T11:00:00+08:00', '未妥投，备注：收件人电话无人接听', '206')
const signed = trackLine('2026-05-13T10:30:00+08:00', '已签收，签收人：本人', '301')

describe('choosing how a result comes', () => {
  it('is possible before the decision: the result is sent as soon as there is one', async () => {
    const owner = somebody()
    const { id: applicationId, version } = await acceptAndTake(owner, reviewer, { channel: 'online-full' })
    const before = await seen(owner, applicationId)
    expect(before).toMatchObject({ state: 'none', version: 0, actions: ['arrange'], courierOffered: true })
    expect(await choose(owner, before, byCourier())).toMatchObject({ state: 'awaiting-result', address })
    expect(await idsIn('ready')).not.toContain(applicationId)
    await approve(reviewer, { id: applicationId, version })
    expect((await seen(owner, applicationId)).state).toBe('ready')
    const row = (await rowsOf('ready')).find(({ id }) => id === applicationId)
    expect(row).toMatchObject({ documentNumber: '桂市监许〔2026〕12号', dueOn: '2026-05-25' })
    expect(await told(owner)).toEqual([])
  })

  it('is asked for where the channel promised a courier and there is no address yet, by message', async () => {
    const owner = somebody()
    expect(await decided(owner)).toMatchObject({
      state: 'awaiting-address',
      actions: ['change-address', 'collect-instead'],
    })
    expect(await told(owner)).toEqual([['待填地址', '请填写收件地址，或改为到窗口领取']])
  })

  it('can be changed until the parcel is shipped, and not from then on', async () => {
    const owner = somebody()
    const first = await ready(owner)
    const moved = await choose(owner, first, byCourier({ detail: '漓江路18号1栋', handOver: 'locker' }))
    expect(moved.address).toMatchObject({ detail: '漓江路18号1栋', handOver: 'locker' })
    good(await shipping(desk, moved))
    const underWay = await seen(owner, moved.applicationId)
    expect(underWay.actions).toEqual(['sign'])
    for (const choice of [byCourier(), toWindow])
      expect(refusalOf(await choosing(owner, underWay, choice))).toBe('WRONG_STATE')
  })

  it('goes by what the page showed: an older version changes nothing', async () => {
    const owner = somebody()
    const first = await ready(owner)
    await choose(owner, first, byCourier({ detail: '漓江路18号1栋' }))
    expect(refusalOf(await choosing(owner, first, toWindow))).toBe('VERSION_CHANGED')
    expect((await seen(owner, first.applicationId)).state).toBe('ready')
  })

  it('may turn to the window and back, as often as wanted', async () => {
    const owner = somebody()
    const atWindow = await choose(owner, await ready(owner), toWindow)
    expect(atWindow).toMatchObject({ state: 'collecting', actions: ['courier-instead'] })
    expect(await idsIn('ready')).not.toContain(atWindow.applicationId)
    expect((await choose(owner, atWindow, byCourier())).state).toBe('ready')
  })

  it('is not offered for an item whose result is collected', async () => {
    const owner = somebody()
    const { applicationId } = await submit(owner, { itemCode: 'window-only' })
    const view = await seen(owner, applicationId)
    expect(view).toMatchObject({ state: 'none', actions: [], courierOffered: false })
    expect(refusalOf(await choosing(owner, view, byCourier()))).toBe('COURIER_NOT_OFFERED')
  })

  it('needs the consent that the courier gets the address', async () => {
    const owner = somebody()
    const view = await decided(owner)
    const answer = await choosing(owner, view, { ...byCourier(), consented: false } as unknown as Choice)
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { 'choice.consented': '请先同意把收件信息提供给快递公司' } },
    })
    expect((await seen(owner, view.applicationId)).state).toBe('awaiting-address')
  })

  it('names exactly the couriers that may carry this result', async () => {
    const carriersOf = async (itemCode: string) =>
      (await decided(somebody(), { itemCode })).carriers.map(({ code }) => code)
    expect(await carriersOf('tea-house-licence')).toEqual(['ems', 'post'])
    expect(await carriersOf('any-carrier')).toEqual(['ems', 'post', 'sf'])
  })

  it.each([
    [{ phone: '0773-5813252' }, 'phone', '请填写11位手机号码，快递员送件前会联系'],
    [{ detail: '8-2-301' }, 'detail', '请写明街道、小区和门牌号'],
    [{ handOver: 'named' }, 'handOverTo', '请填写代收人的姓名'],
  ] as const)('says of an address with %j what to mend', async (change, field, sentence) => {
    const owner = somebody()
    const answer = await choosing(owner, await decided(owner), byCourier(change))
    expect(answer).toMatchObject({ ok: false, error: { code: 'ADDRESS_INCOMPLETE', fields: { [field]: sentence } } })
  })

  it('brings a number to its form, and keeps nobody else named than who may sign', async () => {
    const owner = somebody()
    const change = { phone: '+86 138 7731 2345', district: '', handOverTo: '秦小妹' }
    const { address: stored } = await choose(owner, await decided(owner), byCourier(change))
    expect(stored?.phone).toBe('13877312345')
    expect(stored).not.toHaveProperty('handOverTo')
    expect(stored).not.toHaveProperty('district')
  })

  it('is the applicant’s alone: for others there is nothing', async () => {
    const owner = somebody()
    const view = await ready(owner)
    const { applicationId } = view
    for (const by of [stranger, reviewer, desk]) {
      expect(refusalOf(await call(main, contracts.getDelivery, by, { applicationId }))).toBe('NOT_FOUND')
      expect(refusalOf(await choosing(by, view, toWindow))).toBe('NOT_FOUND')
    }
  })

  it('ends with an application that ends without a result', async () => {
    const [withdrawing, refusedOne] = [somebody(), somebody()]
    const { applicationId } = await submit(withdrawing, { channel: 'online-full' })
    await choose(withdrawing, await seen(withdrawing, applicationId), byCourier())
    good(await call(applicationsMain, applications.withdrawApplication, withdrawing, { applicationId, version: 1 }))
    expect(await seen(withdrawing, applicationId)).toMatchObject({ state: 'cancelled', actions: [] })
    const claimed = await submitAndClaim(refusedOne, reviewer, { channel: 'online-full' })
    await choose(refusedOne, await seen(refusedOne, claimed.id), byCourier())
    const rejection = { applicationId: claimed.id, version: claimed.version, reason: '不属于本部门职权范围' }
    good(await call(applicationsMain, applications.rejectApplication, reviewer, rejection))
    expect((await seen(refusedOne, claimed.id)).state).toBe('cancelled')
  })

  it('of a case taken in on site is made by who links it; until then staff are asked to phone', async () => {
    const intake: InputOf<typeof windows.acceptOnSite> = {
      itemCode: 'paper-licence',
      channel: 'onsite-courier',
      applicant,
      answers,
      compared: ['lease'],
    }
    const { id, version, receiptNumber } = good(await call(applicationsMain, windows.acceptOnSite, reviewer, intake))
    const take = { applicationId: id, version }
    await approve(reviewer, good(await call(applicationsMain, decisions.takeApplication, reviewer, take)))
    const tasks = good(await call(notificationsMain, notifications.listPhoneTasks, reviewer, {})).tasks
    expect(tasks.filter((task) => task.receiptNumber === receiptNumber).length).toBeGreaterThan(0)
    const owner = somebody()
    const { identityNumber } = applicant
    good(await call(applicationsMain, windows.linkApplication, owner, { receiptNumber, identityNumber }))
    expect((await choose(owner, await seen(owner, id), byCourier())).state).toBe('ready')
  })
})

describe('shipping', () => {
  it('makes the parcel, takes the number and tells the applicant, in the case’s timeline by name', async () => {
    const owner = somebody()
    const waybill = aWaybill()
    const row = good(await shipping(desk, await ready(owner), { waybill: waybill.toLowerCase() }))
    expect(row).toMatchObject({ standing: '待揽收', actions: ['correct-waybill', 'return'] })
    expect(row.parcel).toMatchObject({ waybill, carrier: { code: 'ems', phone: '11183' }, expectedOn: '2026-05-14' })
    expect(await told(owner)).toEqual([
      ['已寄出', `运单号${waybill}`],
      ['待填地址', '请填写收件地址，或改为到窗口领取'],
    ])
    const { timeline } = await look(owner, row.id)
    expect(timeline.slice(-4).map(({ label, actor }) => [label, actor.name])).toEqual([
      ['作出准予决定', '李审核'],
      ['结果已出，待填写地址', '李审核'],
      ['填写收件地址', '申请人'],
      ['寄出', '白航'],
    ])
    expect(timeline.map(({ sequence }) => sequence)).toEqual(timeline.map((_entry, place) => place + 1))
  })

  it('is for the desk of the department', async () => {
    const view = await ready(somebody())
    expect(refusalOf(await shipping(reviewer, view))).toBe('FORBIDDEN')
    expect(refusalOf(await shipping(stranger, view))).toBe('FORBIDDEN')
    expect(refusalOf(await shipping(elsewhere, view))).toBe('NOT_FOUND')
  })

  it('leaves official documents to the post, unless the item says otherwise', async () => {
    const sf = { carrier: 'sf', waybill: 'SF9876543210123' }
    expect(refusalOf(await shipping(desk, await ready(somebody()), sf))).toBe('CARRIER_NOT_ALLOWED')
    good(await shipping(desk, await ready(somebody(), 'any-carrier'), sf))
  })

  it('says what is wrong with a number, and keeps nothing of it', async () => {
    const view = await ready(somebody())
    const before = kept()
    const waybill = aWaybill()
    const wrong = `${waybill.slice(0, 10)}${String((Number(waybill[10]) + 1) % 10)}CN`
    const answer = await shipping(desk, view, { waybill: wrong })
    expect(answer).toMatchObject({ ok: false, error: { code: 'WAYBILL_INVALID' } })
    expect(answer.ok ? '' : answer.error.fields?.waybill).toContain('校验位对不上')
    expect(kept()).toEqual(before)
  })

  it('takes a number once, whichever of the post’s services it is given to; after a year again', async () => {
    const waybill = aWaybill()
    good(await shipping(desk, await ready(somebody()), { waybill }))
    const second = await ready(somebody())
    const before = kept()
    for (const carrier of ['ems', 'post'])
      expect(refusalOf(await shipping(desk, second, { waybill, carrier }))).toBe('WAYBILL_USED')
    expect(kept()).toEqual(before)
    program.setClock('2027-05-12T10:00:00+08:00')
    good(await shipping(desk, second, { waybill }))
  })

  it('by two desks at once is done by one', async () => {
    const view = await ready(somebody())
    const ships = await Promise.all([desk, otherDesk].map((by) => shipping(by, view)))
    expect(ships.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['VERSION_CHANGED', 'ok'])
    const { data } = await program.database
      .collection('deliveries_parcels')
      .where({ applicationId: view.applicationId })
      .get()
    expect(data).toHaveLength(1)
  })

  it('with one number at once takes it for one parcel', async () => {
    const waybill = aWaybill()
    const both = [await ready(somebody()), await ready(somebody())]
    const ships = await Promise.all(
      both.map((view, place) => shipping([desk, otherDesk][place] ?? desk, view, { waybill })),
    )
    expect(ships.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['WAYBILL_USED', 'ok'])
  })

  it('can be put right until the first scan: the new number counts, the old one is free', async () => {
    const owner = somebody()
    const { applicationId, waybill } = await shipped(owner)
    const correct = async (number: string, by = desk) => {
      const { version } = await seen(owner, applicationId)
      return call(main, contracts.correctWaybill, by, { applicationId, version, carrier: 'post', waybill: number })
    }
    const right = aWaybill()
    expect(refusalOf(await correct(right, elsewhere))).toBe('NOT_FOUND')
    expect(good(await correct(right)).parcel).toMatchObject({ waybill: right, carrier: { code: 'post' } })
    expect((await told(owner))[0]).toEqual(['已寄出', `新运单号${right}`])
    good(await shipping(desk, await ready(somebody()), { waybill }))
    program.setClock('2026-05-11T15:00:00+08:00')
    await push(right, [collected])
    expect(refusalOf(await correct(aWaybill()))).toBe('WRONG_STATE')
  })

  it('survives the power going before the message is sent: it is there, and the timer sends it once', async () => {
    await program.allowOnPhone(onPhone, messageTemplates.parcel.id)
    const granted = [{ key: 'parcel', choice: 'accept' }] as const
    const view = await ready(onPhone)
    good(await call(notificationsMain, notifications.recordConsent, onPhone, { answers: [...granted] }))
    const before = program.messagesOn(onPhone).length
    const now = Date.now()
    const input = { applicationId: view.applicationId, version: view.version, carrier: 'ems', waybill: aWaybill() }
    const staff = await findStaff(desk)
    // The process that has just committed is gone: nothing is delivered, nobody is answered.
    await shipOperation.run(
      { input, openid: desk, signedIn: true, staff, now, requestId: 'power-cut-request' },
      deliverSoon(now),
    )
    expect((await seen(onPhone, view.applicationId)).state).toBe('shipped')
    expect(program.messagesOn(onPhone)).toHaveLength(before)
    const flush = async () => good(await call(notificationsMain, notifications.flushOutbox, 'timer', {}))
    await flush()
    expect(program.messagesOn(onPhone)).toHaveLength(before + 1)
    program.advance(hour)
    await flush()
    // Shipped again by the phone that got no answer: the same answer, nothing more.
    good(await call(main, contracts.shipParcel, desk, input, 'power-cut-request'))
    expect(program.messagesOn(onPhone)).toHaveLength(before + 1)
  })
})

describe('handing over at the window', () => {
  const deliver = async (applicationId: string) => {
    const { version } = await look(reviewer, applicationId)
    return call(applicationsMain, decisions.deliverResult, reviewer, { applicationId, version, recipient: '秦漓江' })
  }

  it('is refused while the parcel is under way, and nothing of it stays', async () => {
    const { applicationId } = await shipped(somebody())
    await look(reviewer, applicationId)
    const before = kept()
    expect(refusalOf(await deliver(applicationId))).toBe('UNDER_WAY')
    expect(kept()).toEqual(before)
  })

  it('ends the delivery where nothing is under way: before it was shipped, or after it came back', async () => {
    const [owing, waiting, collecting, back] = [somebody(), somebody(), somebody(), somebody()]
    const { applicationId, version } = await shipped(back)
    good(await call(main, contracts.recordReturn, desk, { applicationId, version }))
    for (const [owner, id] of [
      [owing, (await decided(owing)).applicationId],
      [waiting, (await ready(waiting)).applicationId],
      [collecting, (await choose(collecting, await ready(collecting), toWindow)).applicationId],
      [back, applicationId],
    ] as const) {
      expect(good(await deliver(id)).state).toBe('delivered')
      expect(await seen(owner, id)).toMatchObject({ state: 'collected', actions: [] })
      expect((await look(owner, id)).timeline.at(-1)?.label).toBe('窗口领取')
    }
  })
})

describe('a parcel’s end', () => {
  it('by the applicant’s word closes the application, invites to rate and tells once, in one go', async () => {
    const owner = somebody()
    const { applicationId, version, parcel, waybill } = await shipped(owner)
    const confirmed = good(await call(main, contracts.confirmParcel, owner, { applicationId, version }))
    expect(confirmed).toMatchObject({ state: 'signed', actions: [] })
    expect((await look(owner, applicationId)).state).toBe('closed')
    expect(await documentOf('surveys_invitations', applicationId)).toMatchObject({ ownerId: owner, state: 'open' })
    const said = [['已签收', '您已确认收到，本件办结']]
    expect((await told(owner)).slice(0, 1)).toEqual(said)
    // The carrier says the same later: nobody hears of it twice.
    program.setClock('2026-05-14T10:00:00+08:00')
    await push(waybill, [collected, signed])
    expect((await told(owner)).filter(([standing]) => standing === '已签收')).toEqual(said)
    expect(await documentOf<Parcel>('deliveries_parcels', parcel?.id ?? '')).toMatchObject({ progress: 'signed' })
    expect(refusalOf(await call(main, contracts.confirmParcel, owner, { applicationId, version }))).toBe(
      'VERSION_CHANGED',
    )
  })

  it('is confirmed by nobody but the applicant, and not before it was shipped', async () => {
    const owner = somebody()
    const view = await ready(owner)
    const { applicationId } = view
    const confirm = (by: string, version: number) => call(main, contracts.confirmParcel, by, { applicationId, version })
    expect(refusalOf(await confirm(owner, view.version))).toBe('WRONG_STATE')
    const { version } = good(await shipping(desk, view))
    expect(refusalOf(await confirm(stranger, version))).toBe('NOT_FOUND')
    expect(refusalOf(await confirm(desk, version))).toBe('NOT_FOUND')
  })

  it('that failed is asked about: the choice goes to the desk, which says when it is done', async () => {
    const owner = somebody()
    const { applicationId, version, waybill } = await shipped(owner)
    const answer = (seenVersion: number, choice: InputOf<typeof contracts.answerFailure>['choice']) =>
      call(main, contracts.answerFailure, owner, { applicationId, version: seenVersion, choice })
    expect(refusalOf(await answer(version, { kind: 'redeliver' }))).toBe('WRONG_STATE')
    program.setClock('2026-05-12T12:00:00+08:00')
    await push(waybill, [collected, refused])
    expect(await idsIn('failed')).toContain(applicationId)
    expect((await told(owner))[0]?.[0]).toBe('派送失败')
    const failed = await seen(owner, applicationId)
    expect(failed.actions).toContain('instruct')
    const wrong = await answer(failed.version, { kind: 'new-address', address: { ...address, detail: '8-2-301' } })
    expect(refusalOf(wrong)).toBe('ADDRESS_INCOMPLETE')
    const moved = { ...address, detail: '漓江路18号1栋' }
    const chosen = good(await answer(failed.version, { kind: 'new-address', address: moved }))
    expect(chosen.instruction).toMatchObject({ choice: 'new-address', done: false, address: moved })
    const row = (await rowsOf('failed')).find(({ id }) => id === applicationId)
    expect(row).toMatchObject({ instruction: '改送到新的地址：广西壮族自治区 桂林市 临桂区' })
    expect(row?.actions).toContain('carry-out')
    const input = { applicationId, version: chosen.version, note: '已致电揽投部，改送新址' }
    expect(refusalOf(await call(main, contracts.carryOutInstruction, elsewhere, input))).toBe('NOT_FOUND')
    expect(good(await call(main, contracts.carryOutInstruction, desk, input)).instruction).toBeUndefined()
    expect(await seen(owner, applicationId)).toMatchObject({ address: moved, instruction: { done: true } })
    expect((await look(owner, applicationId)).timeline.at(-1)).toMatchObject({ note: '已致电揽投部，改送新址' })
  })

  it('that came back is sent again, as a second parcel, after the applicant has said where', async () => {
    const owner = somebody()
    const first = await shipped(owner)
    const { applicationId, version } = first
    good(await call(main, contracts.recordReturn, desk, { applicationId, version, note: '收件人搬家' }))
    expect((await told(owner))[0]).toEqual(['已退回', '请选择重新寄送，或到窗口领取'])
    const back = await seen(owner, applicationId)
    expect(back).toMatchObject({ state: 'returned', actions: ['change-address', 'collect-instead'] })
    expect(refusalOf(await shipping(desk, back))).toBe('WRONG_STATE')
    const again = await choose(owner, back, byCourier({ detail: '漓江路18号1栋' }))
    const waybill = aWaybill()
    good(await shipping(desk, again, { waybill }))
    expect(again).toMatchObject({ state: 'ready', earlier: [{ waybill: first.waybill }] })
    expect(again.parcel).toBeUndefined()
    const twice = await seen(owner, applicationId)
    expect(twice.parcel?.waybill).toBe(waybill)
    expect(twice.earlier.map((parcel) => parcel.waybill)).toEqual([first.waybill])
    // What is scanned of the first one moves nothing any more.
    program.setClock('2026-05-14T10:00:00+08:00')
    await push(first.waybill, [collected, signed])
    expect((await seen(owner, applicationId)).state).toBe('shipped')
  })
})

describe('what WeChat shows of a message about a parcel', () => {
  const scanned = (at: string, text: string, code: string) => trackLine(`2026-05-13T${at}:00+08:00`, text, code)
  /** One parcel that meets this. */
  const meets = async (...lines: readonly ReturnType<typeof trackLine>[]) => {
    const { waybill } = await shipped(somebody())
    program.setClock('2026-05-13T20:00:00+08:00')
    await push(waybill, lines)
    program.setClock('2026-05-11T10:00:00+08:00')
  }

  it('is all of what it says, with the longest waybill too', async () => {
    const owner = somebody()
    const bySf = await ready(owner, 'any-carrier')
    good(await shipping(desk, bySf, { carrier: 'sf', waybill: 'SF5551234567123' }))
    const { applicationId, version } = await seen(owner, bySf.applicationId)
    const corrected = { applicationId, version, carrier: 'sf', waybill: 'SF5551234567124' }
    good(await call(main, contracts.correctWaybill, desk, corrected))
    await meets(scanned('08:00', '安排投递', '5'))
    await meets(refused)
    for (const code of ['3', '301', '303', '304']) await meets(scanned('10:00', '已签收', code))
    await meets(scanned('09:00', '退回件已由寄件人签收', '4'))
    const { data } = (await program.database
      .collection('notifications_messages')
      .where({ template: 'parcel' })
      .limit(1000)
      .get()) as { data: { lines: { text: string }[]; data: Readonly<Record<string, string>> }[] }
    expect(data.length).toBeGreaterThan(10)
    for (const { lines, data: sent } of data)
      expect([sent['phrase3'], sent['thing5']]).toEqual([lines[2]?.text, lines[4]?.text])
    const advice = data.map(({ lines }) => lines[4]?.text)
    expect(advice).toEqual(
      expect.arrayContaining(['运单号SF5551234567123', '新运单号SF5551234567124', '已放快递柜或驿站，请凭取件码取']),
    )
  })
})

describe('originals sent in', () => {
  const passedCase = async (owner: string) => {
    const claimed = await submitAndClaim(owner, reviewer, { itemCode: 'with-originals' })
    const pass = { applicationId: claimed.id, version: claimed.version }
    good(await call(applicationsMain, applications.passApplication, reviewer, pass))
    return claimed.id
  }
  const sending = (owner: string, applicationId: string, waybill = aWaybill(), materials = ['lease']) =>
    call(main, contracts.sendOriginals, owner, { applicationId, carrier: 'ems', waybill, materials })

  it('are announced with their number, tracked, and received by the desk', async () => {
    const owner = somebody()
    const applicationId = await passedCase(owner)
    expect((await seen(owner, applicationId)).originalsWanted).toMatchObject({
      to: expect.stringContaining('西城中路69号') as string,
      materials: [{ code: 'lease', name: '租赁合同' }],
      carriers: [{ code: 'ems' }, { code: 'post' }, { code: 'sf' }],
    })
    const waybill = aWaybill()
    const { originals } = good(await sending(owner, applicationId, waybill))
    expect(originals).toMatchObject([
      { state: 'sent', actions: ['withdraw'], materials: [{ name: '租赁合同' }], parcel: { waybill } },
    ])
    program.setClock('2026-05-11T15:00:00+08:00')
    await push(waybill, [collected])
    const [row] = good(await call(main, contracts.findAtDesk, desk, { text: waybill })).rows
    expect(row).toMatchObject({
      standing: '运输中',
      materials: ['租赁合同'],
      actions: ['receive', 'receive-incomplete'],
    })
    const parcelId = row?.id ?? ''
    const receive = (by: string, complete: boolean, note = '') =>
      call(main, contracts.receiveOriginals, by, { parcelId, complete, note })
    expect(refusalOf(await receive(elsewhere, true))).toBe('NOT_FOUND')
    expect(refusalOf(await receive(desk, false))).toBe('NOTE_MISSING')
    good(await receive(desk, false, '缺少第二页'))
    expect((await told(owner))[0]).toEqual(['原件不齐', '缺少第二页'])
    expect((await seen(owner, applicationId)).originals).toMatchObject([{ state: 'incomplete', note: '缺少第二页' }])
    expect(refusalOf(await receive(desk, true))).toBe('WRONG_STATE')
    expect((await rowsOf('originals')).map(({ id }) => id)).not.toContain(parcelId)
  })

  it('that are incomplete are told in short where the desk wrote much, and phoned about', async () => {
    const owner = somebody()
    const applicationId = await passedCase(owner)
    const [parcel] = good(await sending(owner, applicationId)).originals
    const note = '租赁合同只有封面，缺第二页和签字页，请补寄原件或带到窗口'
    const receiving = { parcelId: parcel?.id ?? '', complete: false, note }
    good(await call(main, contracts.receiveOriginals, desk, receiving))
    expect((await told(owner))[0]).toEqual(['原件不齐', '请按说明补寄，或带到窗口'])
    expect((await seen(owner, applicationId)).originals).toMatchObject([{ note }])
    const calls = (await program.database
      .collection('notifications_phone_tasks')
      .where({ subject: applicationId })
      .get()) as { data: { title: string }[] }
    expect(calls.data.map(({ title }) => title)).toContain(messageTemplates.parcel.title)
  })

  it('can be taken back, and then their number is free', async () => {
    const owner = somebody()
    const applicationId = await passedCase(owner)
    const waybill = aWaybill()
    const [sent] = good(await sending(owner, applicationId, waybill)).originals
    expect(refusalOf(await sending(owner, applicationId, waybill))).toBe('WAYBILL_USED')
    const withdraw = (by: string) =>
      call(main, contracts.withdrawOriginals, by, { applicationId, parcelId: sent?.id ?? '' })
    expect(refusalOf(await withdraw(stranger))).toBe('NOT_FOUND')
    expect(good(await withdraw(owner)).originals).toMatchObject([{ state: 'withdrawn', actions: [] }])
    expect(refusalOf(await withdraw(owner))).toBe('WRONG_STATE')
    good(await sending(owner, applicationId, waybill))
  })

  it('are taken only while they are wanted, and only those that are', async () => {
    const owner = somebody()
    const { applicationId } = await submit(owner, { itemCode: 'with-originals' })
    expect(refusalOf(await sending(owner, applicationId))).toBe('WRONG_STATE')
    const passed = await passedCase(owner)
    expect(refusalOf(await sending(owner, passed, aWaybill(), ['site-photo']))).toBe('WRONG_STATE')
    expect(refusalOf(await sending(stranger, passed))).toBe('NOT_FOUND')
    expect(refusalOf(await sending(owner, passed, 'EE123456789CN'))).toBe('WAYBILL_INVALID')
  })
})

describe('tracking without the account', () => {
  const track = (receiptNumber: string, lastFour: string) =>
    call(main, contracts.trackParcel, undefined, { receiptNumber, lastFour })

  it('takes the receipt number and the last four digits, and shows no more of the person than that', async () => {
    const owner = somebody()
    const { receiptNumber, waybill } = await shipped(owner)
    const found = good(await track(receiptNumber.toLowerCase(), '2345'))
    expect(found).toMatchObject({ standing: '待揽收', recipient: '秦**', parcel: { waybill } })
    for (const secret of ['秦漓江', '13877312345', address.detail]) expect(JSON.stringify(found)).not.toContain(secret)
  })

  it('answers a wrong number and wrong digits alike', async () => {
    const { receiptNumber } = await shipped(somebody())
    const unknown = `GL${'9'.repeat(17)}`
    const [wrong, none] = [await track(receiptNumber, '0000'), await track(unknown, '0000')]
    expect([refusalOf(wrong), refusalOf(none)]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    expect({ ...wrong, at: 0, requestId: '' }).toEqual({ ...none, at: 0, requestId: '' })
    for (let times = 0; times < 4; times += 1) await track(unknown, '0000')
    expect(refusalOf(await track(unknown, '0000'))).toBe('LOCKED')
  })

  it('is locked for an hour after five wrong tries, for the right digits as well', async () => {
    const owner = somebody()
    const { receiptNumber } = await shipped(owner)
    const tries = await Promise.all(
      ['0001', '0002', '0003', '0004', '0005', '0006'].map((each) => track(receiptNumber, each)),
    )
    expect(tries.map(refusalOf).sort()).toEqual(['LOCKED', ...Array.from({ length: 5 }, () => 'NOT_FOUND')])
    expect(refusalOf(await track(receiptNumber, '2345'))).toBe('LOCKED')
    program.advance(hour - 60_000)
    expect(refusalOf(await track(receiptNumber, '2345'))).toBe('LOCKED')
    program.advance(2 * 60_000)
    good(await track(receiptNumber, '2345'))
  })

  it('is not used up by being right', async () => {
    const { receiptNumber } = await shipped(somebody())
    for (let times = 0; times < 8; times += 1) good(await track(receiptNumber, '2345'))
  })
})

describe('the address book', () => {
  const save = (by: string, change: Partial<InputOf<typeof contracts.saveAddress>> = {}) =>
    call(main, contracts.saveAddress, by, { address, isDefault: false, ...change })
  const list = async (by: string) => good(await call(main, contracts.listAddresses, by, {})).addresses

  it('keeps up to ten, one of them the default, each for its owner alone', async () => {
    const owner = somebody()
    const [first] = good(await save(owner)).addresses
    expect(first).toMatchObject({ ...address, isDefault: true })
    for (let place = 2; place <= 10; place += 1)
      good(await save(owner, { address: { ...address, detail: `漓江路${String(place)}号` }, isDefault: place === 10 }))
    expect(refusalOf(await save(owner))).toBe('TOO_MANY_ADDRESSES')
    const kept10 = await list(owner)
    expect(kept10.map(({ isDefault }) => isDefault)).toEqual([true, ...Array.from({ length: 9 }, () => false)])
    expect(kept10[0]?.detail).toBe('漓江路10号')
    const addressId = kept10[0]?.id ?? ''
    const moved = { ...address, detail: '中山中路100号' }
    expect(good(await save(owner, { addressId, address: moved, isDefault: true })).addresses[0]?.detail).toBe(
      moved.detail,
    )
    expect(await list(stranger)).toEqual([])
    expect(refusalOf(await save(stranger, { addressId }))).toBe('NOT_FOUND')
    expect(refusalOf(await call(main, contracts.removeAddress, stranger, { addressId }))).toBe('NOT_FOUND')
    const left = good(await call(main, contracts.removeAddress, owner, { addressId })).addresses
    expect([left.length, left.filter(({ isDefault }) => isDefault).length]).toEqual([9, 1])
    expect(JSON.stringify(program.dump().deliveries_addresses)).not.toContain('漓江路')
  })

  it('takes only addresses that somebody can be found at', async () => {
    expect(refusalOf(await save(somebody(), { address: { ...address, phone: '12345678901' } }))).toBe(
      'ADDRESS_INCOMPLETE',
    )
  })
})

describe('the desk', () => {
  it('sees what finds a case, never the whole person, and of its departments only', async () => {
    const owner = somebody()
    const { applicationId, receiptNumber } = await ready(owner)
    const [row] = good(await call(main, contracts.findAtDesk, desk, { text: receiptNumber })).rows
    expect(row).toMatchObject({
      id: applicationId,
      recipient: '秦**',
      phone: '138****2345',
      region: '广西壮族自治区 桂林市 临桂区',
      handOver: '本人签收',
      carriers: [{ code: 'ems' }, { code: 'post' }],
    })
    for (const rows of [[row], await rowsOf('ready')])
      for (const secret of ['秦漓江', '13877312345', address.detail]) expect(JSON.stringify(rows)).not.toContain(secret)
    expect(await rowsOf('ready', elsewhere)).toEqual([])
    expect(good(await call(main, contracts.findAtDesk, elsewhere, { text: receiptNumber })).rows).toEqual([])
    expect(refusalOf(await call(main, contracts.listDesk, reviewer, { list: 'ready' }))).toBe('FORBIDDEN')
    for (const stored of program.dump().deliveries ?? []) expect(stored).not.toContain(address.detail)
  })

  it('sees the whole address with a reason, which the applicant sees', async () => {
    const owner = somebody()
    const { applicationId } = await ready(owner)
    const reveal = (by: string) => call(main, contracts.revealAddress, by, { applicationId, reason: '核对门牌号' })
    expect(refusalOf(await reveal(elsewhere))).toBe('NOT_FOUND')
    expect(refusalOf(await reveal(reviewer))).toBe('FORBIDDEN')
    expect(good(await reveal(desk)).address).toEqual(address)
    expect((await look(owner, applicationId)).timeline.at(-1)).toMatchObject({
      label: '查看完整收件地址',
      note: '核对门牌号',
      actor: { kind: 'staff', name: '白航' },
    })
    expect(
      refusalOf(await call(main, contracts.revealAddress, desk, { applicationId: nowhere, reason: '核对门牌号' })),
    ).toBe('NOT_FOUND')
  })

  it('has its lists in order of what the law wants first, page by page', async () => {
    const late = await ready(somebody())
    program.setClock('2026-05-08T10:00:00+08:00')
    const early = await ready(somebody())
    const ids: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = good(
        await call(main, contracts.listDesk, desk, { list: 'ready', ...(cursor === undefined ? {} : { cursor }) }),
      )
      ids.push(...page.rows.map(({ id }) => id))
      if (page.next === undefined) break
      cursor = page.next
    }
    expect(ids.indexOf(early.applicationId)).toBeLessThan(ids.indexOf(late.applicationId))
    expect(new Set(ids).size).toBe(ids.length)
    expect(good(await call(main, contracts.countDesk, desk, {})).counts.ready).toBe(ids.length)
  })
})

describe('a person’s parcels', () => {
  it('stand in both directions, by whose turn it is', async () => {
    const owner = somebody()
    const [owing, going] = [await decided(owner), await shipped(owner)]
    const { parcels } = good(await call(main, contracts.listMyParcels, owner, {}))
    expect(parcels.map(({ applicationId, standing, group }) => [applicationId, standing, group])).toEqual([
      [going.applicationId, '待揽收', 'running'],
      [owing.applicationId, '待填地址', 'needs-you'],
    ])
    expect(good(await call(main, contracts.listMyParcels, stranger, {})).parcels).toEqual([])
  })
})

describe('the sweep', () => {
  const sweep = async () => good(await call(main, contracts.sweepDeliveries, 'timer', {}))

  it('reminds once, in the morning of the second working day, who still owes an address', async () => {
    const [owing, given] = [somebody(), somebody()]
    await decided(owing)
    await ready(given)
    const reminders = async (owner: string) => (await told(owner)).length - 1
    program.setClock('2026-05-13T08:50:00+08:00')
    await sweep()
    expect(await reminders(owing)).toBe(0)
    program.setClock('2026-05-13T09:10:00+08:00')
    await sweep()
    expect([await reminders(owing), await reminders(given)]).toEqual([1, 0])
    program.setClock('2026-05-20T09:10:00+08:00')
    await sweep()
    expect(await reminders(owing)).toBe(1)
  })

  it('flags what nobody has signed for after seven working days, a holiday not counted', async () => {
    program.setClock('2026-09-28T10:00:00+08:00')
    const [lost, arrived] = [somebody(), somebody()]
    const { applicationId } = await shipped(lost)
    const { applicationId: signedFor, version } = await shipped(arrived)
    good(await call(main, contracts.confirmParcel, arrived, { applicationId: signedFor, version }))
    // 29, 30 September; 1–7 October is the national holiday, the 10th a Saturday that is worked; 8, 9, 10, 12, 13.
    program.setClock('2026-10-13T17:00:00+08:00')
    await sweep()
    expect(await idsIn('stuck')).not.toContain(applicationId)
    program.setClock('2026-10-14T00:10:00+08:00')
    await sweep()
    expect(await idsIn('stuck')).toContain(applicationId)
    expect((await seen(lost, applicationId)).parcel?.stuck).toBe(true)
    expect(await idsIn('stuck')).not.toContain(signedFor)
    const delivery = await documentOf<Delivery>('deliveries', applicationId)
    expect(delivery.isStuck).toBe(true)
  })
})

describe('the record of a delivery', () => {
  it('is part of the auditor’s, each chain verified by itself', async () => {
    const owner = somebody()
    const { applicationId } = await shipped(owner)
    const timeline = async () =>
      good(await call(supervisionMain, supervision.getTimeline, supervisor, { applicationId }))
    const { entries, verification } = await timeline()
    expect(verification).toMatchObject({ isWhole: true, faults: [] })
    expect(entries.slice(-3).map(({ chain, sequence, event }) => [chain, sequence, event])).toEqual([
      ['delivery', 1, 'delivery-address-wanted'],
      ['delivery', 2, 'delivery-address-given'],
      ['delivery', 3, 'parcel-shipped'],
    ])
    for (const secret of ['秦漓江', '13877312345', address.detail])
      expect(JSON.stringify(entries)).not.toContain(secret)
    await program.database.collection('audit_entries').doc(`delivery:${applicationId}:2`).update({ label: '改过' })
    expect((await timeline()).verification).toMatchObject({
      isWhole: false,
      faults: [{ chain: 'delivery', sequence: 2, kind: 'altered' }],
    })
  })
})
