import * as applications from '@shared/contracts/applications'
import * as deliveryContracts from '@shared/contracts/deliveries'
import * as notifications from '@shared/contracts/notifications'
import fc from 'fast-check'
import { main as applicationsMain } from '../../cloudfunctions/applications'
import { main as deliveriesMain } from '../../cloudfunctions/deliveries'
import { pollParcels } from '../../cloudfunctions/deliveries/operations/poll-parcels'
import type { Parcel } from '../../cloudfunctions/deliveries/store'
import { verifyChain } from '../../cloudfunctions/kernel/audit'
import type { Delivery } from '../../cloudfunctions/kernel/delivery-store'
import { openPersonName } from '../../cloudfunctions/kernel/outbox'
import { serve } from '../../cloudfunctions/kernel/serve'
import type { AuditEntry, PhoneTask } from '../../cloudfunctions/kernel/store'
import { main as notificationsMain } from '../../cloudfunctions/notifications'
import { post, push, salt, ship } from '../support/a-parcel'
import { applicant } from '../support/an-application'
import { anItem } from '../support/an-item'
import { call, good, startProgram } from '../support/program'
import { pushBody, pushOf, startTrackingGateway, trackLine, type TrackLine } from '../support/tracking-gateway'

jest.setTimeout(120_000)

const staff = { reviewer: 'reviewer-li', desk: 'courier-bai' }
let program: Awaited<ReturnType<typeof startProgram>>
let gateway: Awaited<ReturnType<typeof startTrackingGateway>>
let people = 0
const nobodyYet = () => `resident-${String((people += 1))}-openid`

beforeAll(async () => {
  program = await startProgram()
  gateway = await startTrackingGateway()
  await program.publish(anItem({ channels: ['pre-review', 'online-full', 'online-courier'] }))
  await program.addStaff('reviewer-li', '李审核', ['市市场监督管理局'])
  await program.addStaff('courier-bai', '白航', ['市市场监督管理局'], ['courier-desk'])
})
beforeEach(() => {
  program.setClock('2026-05-11T10:00:00+08:00')
  gateway.fail(undefined)
  gateway.asked.splice(0)
  Object.assign(process.env, {
    KUAIDI100_URL: gateway.url,
    KUAIDI100_KEY: 'key',
    KUAIDI100_CUSTOMER: 'customer',
    KUAIDI100_SALT: salt,
    COURIER_CALLBACK_URL: 'https://centre.example/courier-push',
  })
})
afterAll(async () => {
  await program.stop()
  await gateway.stop()
})

const collected = trackLine('2026-05-11T13:00:00+08:00', '已收寄', '103')
const left = trackLine('2026-05-11T16:00:00+08:00', '离开【桂林】，下一站【南宁】', '1002')
const arrived = trackLine('2026-05-12T05:00:00+08:00', '到达【南宁】', '1001')
const delivering = trackLine('2026-05-12T08:30:00+08:00', '安排投递，投递员：韦军', '5')
const refused = trackLine('2026-05-12T11:00:00+08:00', '未妥投，备注：收件人电话无人接听', '206')
const again = trackLine('2026-05-13T08:30:00+08:00', '安排再次投递', '5')
const signed = trackLine('2026-05-13T10:30:00+08:00', '已签收，签收人：本人', '301')
const returning = trackLine('2026-05-13T09:00:00+08:00', '邮件退回中', '6')
const returned = trackLine('2026-05-15T15:00:00+08:00', '退回件已由寄件人签收', '4')
const toTheSignature = [collected, left, arrived, delivering, refused, again, signed]
const backAgain = [collected, left, arrived, delivering, refused, returning, returned]

/** Ships to somebody new; then the clock stands some days later. */
async function shipped() {
  const owner = nobodyYet()
  const parcel = await ship(owner, staff)
  program.setClock('2026-05-18T10:00:00+08:00')
  return { owner, ...parcel }
}
type Shipped = Awaited<ReturnType<typeof shipped>>

const documentOf = async <Document>(collection: string, id: string) =>
  ((await program.database.collection(collection).doc(id).get()) as { data: Document[] }).data[0] as Document
const foundIn = async <Document>(collection: string, where: Readonly<Record<string, string>>) =>
  ((await program.database.collection(collection).where(where).get()) as { data: Document[] }).data
const entriesOf = (subject: string) => foundIn<AuditEntry>('audit_entries', { subject })
const eventsOf = async (subject: string) => (await entriesOf(subject)).map(({ event }) => event)
/** Calls to be made about a case, the oldest first. */
const callsAbout = async (subject: string) =>
  (await foundIn<PhoneTask>('notifications_phone_tasks', { subject })).sort((left, right) => left.at - right.at)
const parcelOf = (id: string) => documentOf<Parcel>('deliveries_parcels', id)
const deliveryOf = (id: string) => documentOf<Delivery>('deliveries', id)

/** What stands in the database of one parcel and all that follows from it, without the times of writing. */
async function standing({ owner, applicationId, parcelId }: Shipped) {
  const [parcel, delivery] = [await parcelOf(parcelId), await deliveryOf(applicationId)]
  const { state } = good(await call(applicationsMain, applications.getApplication, owner, { applicationId }))
  const inbox = good(await call(notificationsMain, notifications.listInbox, owner, {})).messages
  const events = [...(await eventsOf(applicationId)), ...(await eventsOf(`delivery:${applicationId}`))]
  const count = (event: string) => events.filter((each) => each === event).length
  const said = inbox.map(({ lines }) => lines[2]?.text ?? '')
  const invitation = await documentOf<object | undefined>('surveys_invitations', applicationId)
  return {
    delivery: delivery.state,
    progress: parcel.progress,
    signer: parcel.signer,
    scans: parcel.scans.map(({ text }) => text),
    application: state,
    closings: count('signed-for'),
    signatures: count('parcel-signed'),
    returns: count('parcel-returned'),
    told: said,
    signedTold: said.filter((each) => each === '已签收').length,
    invitations: invitation === undefined ? 0 : 1,
    parcelId,
  }
}

const timer = serve([pollParcels])
const poll = async () => good(await call(timer, deliveryContracts.pollParcels, 'timer', {}))

describe('a callback of the carrier', () => {
  it('that the parcel is signed for closes the application, invites to rate and tells once, in one go', async () => {
    const parcel = await shipped()
    expect(await push(parcel.waybill, toTheSignature)).toEqual({
      status: 200,
      result: true,
      returnCode: '200',
      message: '成功',
    })
    expect(await standing(parcel)).toMatchObject({
      delivery: 'signed',
      progress: 'signed',
      signer: 'self',
      application: 'closed',
      closings: 1,
      signatures: 1,
      signedTold: 1,
      invitations: 1,
    })
  })

  it('that comes again changes nothing at all', async () => {
    const parcel = await shipped()
    await push(parcel.waybill, toTheSignature)
    const before = program.dump()
    for (const lines of [toTheSignature, toTheSignature.slice(0, 3), []]) {
      expect(await push(parcel.waybill, lines)).toMatchObject({ status: 200, result: true })
    }
    expect(program.dump()).toEqual(before)
  })

  it('that comes late says nothing that is older than what is known', async () => {
    const parcel = await shipped()
    await push(parcel.waybill, [again])
    const { told } = await standing(parcel)
    await push(parcel.waybill, [collected, left, arrived, delivering, refused])
    expect(await standing(parcel)).toMatchObject({ progress: 'out-for-delivery', told })
    await push(parcel.waybill, [signed])
    expect(await standing(parcel)).toMatchObject({ progress: 'signed', delivery: 'signed', signedTold: 1 })
  })

  it('that the parcel came back leaves the application open and lets the applicant choose', async () => {
    const parcel = await shipped()
    await push(parcel.waybill, backAgain.slice(0, 5))
    expect(await standing(parcel)).toMatchObject({ delivery: 'shipped', progress: 'failed' })
    await push(parcel.waybill, backAgain)
    expect(await standing(parcel)).toMatchObject({
      delivery: 'returned',
      progress: 'returned',
      application: 'approved',
      returns: 1,
      closings: 0,
      invitations: 0,
    })
  })

  it('tells of each thing once, however often the parcel gets there', async () => {
    const parcel = await shipped()
    for (let count = 1; count <= toTheSignature.length; count += 1)
      await push(parcel.waybill, toTheSignature.slice(0, count))
    const { told } = await standing(parcel)
    expect(told.filter((each) => ['派送中', '派送失败', '已签收'].includes(each)).sort()).toEqual(
      ['已签收', '派送中', '派送失败'].sort(),
    )
  })

  it('corrects the company, and is found by the new one as by the old one afterwards', async () => {
    const parcel = await shipped()
    const corrected = (lines: readonly TrackLine[], com: string) => {
      const report = pushOf(parcel.waybill, lines)
      return {
        ...report,
        comOld: 'ems',
        comNew: 'youzhengguonei',
        lastResult: { ...(report.lastResult as object), com },
      }
    }
    await post(pushBody(corrected([collected], 'youzhengguonei'), salt))
    expect(await parcelOf(parcel.parcelId)).toMatchObject({ carrier: 'post', progress: 'in-transit' })
    const byTheNew = pushOf(parcel.waybill, [collected, left])
    await post(
      pushBody({ ...byTheNew, lastResult: { ...(byTheNew.lastResult as object), com: 'youzhengguonei' } }, salt),
    )
    expect(await parcelOf(parcel.parcelId)).toMatchObject({ carrier: 'post', scans: { length: 2 } })
  })

  it('that corrects the company is entered in the delivery’s chain, and the parcel waits for that company’s round', async () => {
    const parcel = await shipped()
    const report = pushOf(parcel.waybill, [collected])
    const corrected = { comOld: 'ems', comNew: 'youzhengguonei' }
    const lastResult = { ...(report.lastResult as object), com: 'youzhengguonei' }
    const close = (carrier: string) => call(deliveriesMain, deliveryContracts.closeRound, staff.desk, { carrier })
    await post(pushBody({ ...report, ...corrected, lastResult }, salt))
    await post(pushBody({ ...report, ...corrected, lastResult }, salt))
    expect(await parcelOf(parcel.parcelId)).toMatchObject({
      carrier: 'post',
      roundOf: 'post',
      expectedOn: '2026-05-16',
    })
    const events = await eventsOf(`delivery:${parcel.applicationId}`)
    expect(events.filter((each) => each === 'carrier-corrected')).toHaveLength(1)
    const { timeline } = good(
      await call(applicationsMain, applications.getApplication, parcel.owner, { applicationId: parcel.applicationId }),
    )
    expect(timeline.at(-1)).toMatchObject({ note: '实际由邮政快递包裹承运，原登记为中国邮政EMS' })
    good(await close('post'))
    expect(await parcelOf(parcel.parcelId)).toMatchObject({ roundOf: '' })
    // What was handed over already stays on the sheet it is on.
    await post(
      pushBody({ ...pushOf(parcel.waybill, [collected, left]), comOld: 'youzhengguonei', comNew: 'ems' }, salt),
    )
    expect(await parcelOf(parcel.parcelId)).toMatchObject({ carrier: 'ems', roundOf: '' })
    const { audit } = await deliveryOf(parcel.applicationId)
    expect(verifyChain(await entriesOf(`delivery:${parcel.applicationId}`), audit)).toBeUndefined()
  })

  it.each([
    ['could not be handed over', 5, '派送失败'],
    ['came back', 7, '已退回'],
  ])('that a parcel %s has staff phone whom WeChat cannot tell', async (_what, lines, last) => {
    const parcel = await shipped()
    const flush = async () => good(await call(notificationsMain, notifications.flushOutbox, 'timer', {}))
    await flush()
    const before = await callsAbout(parcel.applicationId)
    await push(parcel.waybill, backAgain.slice(0, lines))
    await flush()
    expect((await standing(parcel)).told[0]).toBe(last)
    const more = (await callsAbout(parcel.applicationId)).slice(before.length)
    expect(more).toMatchObject([{ title: '快递送达通知', why: '没有可用的订阅授权', done: false }])
    expect(more.map(({ subject, personName }) => openPersonName(subject, personName))).toEqual([applicant.name])
  })

  it('by which the carrier gives a number up puts the parcel on the desk’s list of those to look into', async () => {
    const parcel = await shipped()
    const abort = { status: 'abort', message: '3天查询无记录' }
    expect(await push(parcel.waybill, [], abort)).toMatchObject({ status: 200, result: true })
    expect(await parcelOf(parcel.parcelId)).toMatchObject({ isGivenUp: true, isStuck: true })
    expect(await deliveryOf(parcel.applicationId)).toMatchObject({ deskList: 'stuck' })
    const before = program.dump()
    await push(parcel.waybill, [], abort)
    expect(program.dump()).toEqual(before)
    await push(parcel.waybill, [collected])
    expect(await deliveryOf(parcel.applicationId)).toMatchObject({ deskList: 'shipped', isScanned: true })
  })

  it('about scans of long before or of the future is about another parcel, or of a wrong clock', async () => {
    const parcel = await shipped()
    const before = program.dump()
    await push(parcel.waybill, [
      trackLine('2025-05-01T10:00:00+08:00', '已签收，签收人：本人', '301'),
      trackLine('2026-05-19T10:00:00+08:00', '已签收，签收人：本人', '301'),
    ])
    expect(program.dump()).toEqual(before)
  })

  it('about a number of nobody is taken and logged, so that it does not come again', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const before = program.dump()
    expect(await push('EE999999996CN', toTheSignature)).toMatchObject({ status: 200, result: true })
    expect(program.dump()).toEqual(before)
    expect(said.mock.calls.join()).toContain('no parcel has this waybill')
    expect(said.mock.calls.join()).not.toContain('EE999999996CN')
    said.mockRestore()
  })
})

describe('what is no callback of the carrier', () => {
  const right = () => pushBody(pushOf('EE999999996CN', toTheSignature), salt)
  const signedText = (param: string) => {
    const body = pushBody(0, salt)
    expect(body).toContain('param=0')
    return post(new URLSearchParams({ param, sign: signOf(param) }).toString())
  }
  const signOf = (param: string) => new URLSearchParams(pushBody(JSON.parse(param) as unknown, salt)).get('sign') ?? ''

  it.each([
    ['a forged one', () => post(pushBody(pushOf('EE999999996CN', toTheSignature), 'another salt')), 401],
    ['one without a signature', () => post('param=%7B%7D'), 400],
    ['one with an empty signature', () => post('param=%7B%7D&sign='), 401],
    ['one whose text was changed', () => post(right().replace('301', '304')), 401],
    ['one with two texts', () => post(`${right()}&param=%7B%7D`), 400],
    ['one in base64', () => post(Buffer.from(right()).toString('base64'), { isBase64Encoded: true }), 400],
    ['one of more than 100 KB', () => post(`${right()}&more=${'x'.repeat(101 * 1024)}`), 413],
    ['a GET', () => post('', { httpMethod: 'GET' }), 405],
    ['no form', () => post('{"param":1}'), 400],
    ['a body that is no text', () => post(5), 400],
    ['no body', () => post(undefined), 400],
    ['an event that says nothing', () => post('', { httpMethod: undefined }), 400],
  ])('is refused: %s', async (_what, send, status) => {
    const before = program.dump()
    expect(await send()).toMatchObject({ status, result: false, returnCode: '500' })
    expect(program.dump()).toEqual(before)
  })

  it.each([
    'null',
    '[]',
    '5',
    '{}',
    '{"status":"polling"}',
    '{"status":5,"lastResult":{"nu":"1","data":[]}}',
    '{"status":"polling","lastResult":null}',
    '{"status":"polling","lastResult":{"nu":5}}',
    '{"status":"polling","lastResult":{"nu":"1","data":{}}}',
    '{"status":"polling","lastResult":{"nu":"1","data":[5]}}',
  ])('is refused although it is signed: %s', async (param) => {
    expect(await signedText(param)).toMatchObject({ status: 400, result: false })
  })

  it('is everything, where no salt is set', async () => {
    process.env.KUAIDI100_SALT = ''
    expect(await post(pushBody(pushOf('EE999999996CN', []), ''))).toMatchObject({ status: 401, result: false })
  })

  it('is a signature in small letters not: it counts like one in capitals', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const form = new URLSearchParams(right())
    form.set('sign', (form.get('sign') ?? '').toLowerCase())
    expect(await post(form.toString())).toMatchObject({ status: 200, result: true })
    said.mockRestore()
  })

  it('is answered without a fault, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (body) => {
        expect((await post(body)).result).toBe(false)
      }),
    )
  })
})

describe('asking the carrier', () => {
  it('finds out what no callback told', async () => {
    const parcel = await shipped()
    gateway.tracks.set(parcel.waybill, toTheSignature)
    await poll()
    expect(await standing(parcel)).toMatchObject({
      delivery: 'signed',
      application: 'closed',
      signedTold: 1,
      closings: 1,
    })
    const asked = gateway.asked.length
    program.advance(24 * 3_600_000)
    await poll()
    expect(gateway.asked.slice(asked).map(({ number }) => number)).not.toContain(parcel.waybill)
  })

  it('about one number happens every half an hour at most, however often the timer runs', async () => {
    const parcel = await shipped()
    gateway.tracks.set(parcel.waybill, [collected, delivering])
    const times: number[] = []
    for (let minute = 0; minute <= 120; minute += 10) {
      const from = gateway.asked.length
      await poll()
      if (gateway.asked.slice(from).some(({ number, path }) => number === parcel.waybill && path !== '/poll'))
        times.push(minute)
      program.advance(600_000)
    }
    expect(times.length).toBeGreaterThan(1)
    times.slice(1).forEach((minute, place) => expect(minute - (times[place] ?? 0)).toBeGreaterThanOrEqual(30))
  })

  it('waits longer each time where the carrier does not answer, and goes on when it does', async () => {
    const parcel = await shipped()
    gateway.tracks.set(parcel.waybill, toTheSignature)
    gateway.fail(503)
    const queries = () =>
      gateway.asked.filter(({ number, path }) => number === parcel.waybill && path !== '/poll').length
    const gaps: number[] = []
    let since = 0
    for (let hour = 0; hour < 48; hour += 0.5) {
      const before = queries()
      await poll()
      if (queries() > before) {
        gaps.push(hour - since)
        since = hour
      }
      program.advance(1_800_000)
    }
    const pauses = gaps.slice(1)
    expect(pauses.length).toBeGreaterThan(3)
    expect([...pauses].sort((left, right) => left - right)).toEqual(pauses)
    gateway.fail(undefined)
    program.advance(12 * 3_600_000)
    await poll()
    expect(await standing(parcel)).toMatchObject({ application: 'closed' })
  })

  it('while the carrier says nothing at all loses nothing', async () => {
    const parcel = await shipped()
    gateway.tracks.set(parcel.waybill, toTheSignature)
    gateway.fail('silence')
    await poll()
    expect(await standing(parcel)).toMatchObject({ delivery: 'shipped', application: 'approved' })
    gateway.fail(undefined)
    program.advance(12 * 3_600_000)
    await poll()
    expect(await standing(parcel)).toMatchObject({ delivery: 'signed', application: 'closed', closings: 1 })
  })

  it('and its callback at the same moment close the application once', async () => {
    for (const lines of [toTheSignature, backAgain]) {
      const parcel = await shipped()
      gateway.tracks.set(parcel.waybill, lines)
      await Promise.all([poll(), push(parcel.waybill, lines), push(parcel.waybill, lines), poll()])
      const found = await standing(parcel)
      expect(found.scans).toHaveLength(lines.length)
      expect(found.signatures + found.returns).toBe(1)
      expect(found.closings).toBe(lines === toTheSignature ? 1 : 0)
      expect(found.told).toHaveLength(new Set(found.told).size)
    }
  })
})

describe('a subscription', () => {
  it('is asked for right after the shipping', async () => {
    const parcel = await shipped()
    expect(gateway.asked.filter(({ path }) => path === '/poll').map(({ number }) => number)).toEqual([parcel.waybill])
  })

  it('that did not go through is asked for again by the timer, and the shipping stands all the same', async () => {
    gateway.fail(500)
    const parcel = await shipped()
    expect(await standing(parcel)).toMatchObject({ delivery: 'shipped' })
    gateway.fail(undefined)
    gateway.asked.splice(0)
    await poll()
    await poll()
    expect(gateway.asked.filter(({ path, number }) => path === '/poll' && number === parcel.waybill)).toHaveLength(1)
  })

  it('that is refused is not asked for again', async () => {
    gateway.fail({ result: false, returnCode: '600', message: '授权Key出错' })
    const parcel = await shipped()
    gateway.asked.splice(0)
    await poll()
    expect(gateway.asked.filter(({ path, number }) => path === '/poll' && number === parcel.waybill)).toEqual([])
  })
})

describe('a burst of callbacks', () => {
  it('for several parcels, all at once, mixed and with repeats, ends as it would one after another', async () => {
    const all = [await shipped(), await shipped(), await shipped()]
    const news = all.flatMap(({ waybill }) => toTheSignature.map((line) => ({ waybill, line })))
    const sent = [...news, ...news].map((each, place) => ({ ...each, order: (place * 29) % (news.length * 2) }))
    sent.sort((left, right) => left.order - right.order)
    const answers = await Promise.all(sent.map(({ waybill, line }) => push(waybill, [line])))
    expect(answers.filter(({ result }) => !result)).toEqual([])
    for (const parcel of all)
      expect(await standing(parcel)).toMatchObject({
        application: 'closed',
        closings: 1,
        signedTold: 1,
        invitations: 1,
      })
  })
})

describe('the track of a parcel, told in any order, in any portions, with repeats', () => {
  it.each([
    [
      'to the signature',
      toTheSignature,
      {
        delivery: 'signed',
        progress: 'signed',
        application: 'closed',
        closings: 1,
        signatures: 1,
        returns: 0,
        signedTold: 1,
        invitations: 1,
      },
    ],
    [
      'back to the centre',
      backAgain,
      {
        delivery: 'returned',
        progress: 'returned',
        application: 'approved',
        closings: 0,
        signatures: 0,
        returns: 1,
        signedTold: 0,
        invitations: 0,
      },
    ],
  ] as const)('%s always ends the same, and nothing is told twice', async (_way, lines, end) => {
    const portions = fc
      .tuple(
        fc.shuffledSubarray([...lines], { minLength: lines.length }),
        fc.array(fc.constantFrom(...lines), { maxLength: 6 }),
      )
      .chain(([all, repeats]) =>
        fc.tuple(
          fc.shuffledSubarray([...all, ...repeats], { minLength: all.length + repeats.length }),
          fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 13, maxLength: 13 }),
        ),
      )
      .map(([shuffled, sizes]) => {
        const rest = [...shuffled]
        return sizes.map((size) => rest.splice(0, size)).filter(({ length }) => length > 0)
      })
    await fc.assert(
      fc.asyncProperty(portions, fc.boolean(), async (pushes, atOnce) => {
        program.setClock('2026-05-11T10:00:00+08:00')
        const parcel = await shipped()
        if (atOnce) await Promise.all(pushes.map((each) => push(parcel.waybill, each)))
        else for (const each of pushes) await push(parcel.waybill, each)
        const found = await standing(parcel)
        expect(found).toMatchObject(end)
        expect([...found.scans].sort()).toEqual(lines.map(({ context }) => context).sort())
        expect(found.told).toHaveLength(new Set(found.told).size)
      }),
      { numRuns: 8 },
    )
  })
})
