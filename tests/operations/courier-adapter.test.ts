import fc from 'fast-check'
import { kuaidi100, kuaidi100Sign } from '../../cloudfunctions/deliveries/carriers/kuaidi100'
import { readTrack } from '../../cloudfunctions/deliveries/carriers/track-report'
import { startTrackingGateway, trackLine } from '../support/tracking-gateway'

jest.setTimeout(30_000)

const parcel = { carrier: 'ems', waybill: '1198765432101', phoneTail: '5678' }
const bySf = { carrier: 'sf', waybill: 'SF1234567890123', phoneTail: '5678' }

let gateway: Awaited<ReturnType<typeof startTrackingGateway>>
beforeAll(async () => {
  gateway = await startTrackingGateway()
})
beforeEach(() => {
  gateway.fail(undefined)
  gateway.tracks.clear()
  gateway.asked.splice(0)
  Object.assign(process.env, {
    KUAIDI100_URL: gateway.url,
    KUAIDI100_KEY: 'key',
    KUAIDI100_CUSTOMER: 'customer',
    KUAIDI100_SALT: 'salt',
    COURIER_CALLBACK_URL: 'https://centre.example/courier-push',
  })
})
afterAll(() => gateway.stop())

describe('the adapter of the tracking aggregator', () => {
  it('subscribes with the company, the number, the key, the callback and its salt', async () => {
    expect(await kuaidi100.subscribe(parcel)).toEqual({ kind: 'done' })
    expect(gateway.asked).toMatchObject([
      {
        path: '/poll',
        param: {
          company: 'ems',
          number: '1198765432101',
          key: 'key',
          parameters: { callbackurl: 'https://centre.example/courier-push', salt: 'salt', resultv2: '4' },
        },
      },
    ])
  })

  it('names the end of the phone to companies that insist on it, and to no other', async () => {
    await kuaidi100.subscribe(parcel)
    await kuaidi100.query(parcel)
    expect(JSON.stringify(gateway.asked)).not.toContain('5678')
    await kuaidi100.subscribe(bySf)
    await kuaidi100.query(bySf)
    expect(gateway.asked.slice(2)).toMatchObject([
      { param: { company: 'shunfeng', parameters: { phone: '5678' } } },
      { param: { com: 'shunfeng', phone: '5678' } },
    ])
  })

  it('takes a subscription that runs already for a good one', async () => {
    gateway.fail({ result: false, returnCode: '501', message: '重复订阅' })
    expect(await kuaidi100.subscribe(parcel)).toEqual({ kind: 'done' })
  })

  it('reads the whole track', async () => {
    gateway.tracks.set(parcel.waybill, [
      trackLine('2026-05-11T11:00:00+08:00', '已收寄', '103'),
      trackLine('2026-05-12T10:30:00+08:00', '已签收，签收人：本人', '301'),
    ])
    expect(await kuaidi100.query(parcel)).toEqual({
      kind: 'track',
      scans: [
        {
          at: Date.parse('2026-05-12T10:30:00+08:00'),
          text: '已签收，签收人：本人',
          progress: 'signed',
          signer: 'self',
        },
        { at: Date.parse('2026-05-11T11:00:00+08:00'), text: '已收寄', progress: 'in-transit' },
      ],
    })
  })

  it('knows a parcel that nobody has scanned from a fault', async () => {
    expect(await kuaidi100.query(parcel)).toEqual({ kind: 'unknown' })
  })

  it.each([
    [503, 'unavailable'],
    [500, 'unavailable'],
    [429, 'unavailable'],
    [404, 'refused'],
    [{ result: false, returnCode: '600', message: '授权Key出错' }, 'refused'],
    [{ result: false, returnCode: '701', message: '拒绝订阅的快递公司' }, 'refused'],
    [{ result: false, returnCode: '408', message: '验证码错误' }, 'refused'],
    [{ result: false, returnCode: '999', message: '' }, 'unavailable'],
    [{ nu: 'SOMEBODY-ELSE', data: [] }, 'unavailable'],
    [[], 'unavailable'],
    [{}, 'unavailable'],
  ])('answered %j, says that it is %s', async (trouble, kind) => {
    gateway.fail(trouble)
    expect(await kuaidi100.query(parcel)).toMatchObject({ kind })
  })

  it('gives up on a silent gateway within seconds, and on one that is not there', async () => {
    gateway.fail('silence')
    const from = performance.now()
    const answers = await Promise.all([kuaidi100.query(parcel), kuaidi100.subscribe(parcel)])
    expect(answers).toMatchObject([{ kind: 'unavailable' }, { kind: 'unavailable' }])
    expect(performance.now() - from).toBeLessThan(8000)
    process.env.KUAIDI100_URL = 'http://127.0.0.1:1'
    expect(await kuaidi100.query(parcel)).toMatchObject({ kind: 'unavailable' })
  })

  it('asks nobody without an account', async () => {
    process.env.KUAIDI100_KEY = ''
    expect(await kuaidi100.subscribe(parcel)).toEqual({ kind: 'off' })
    expect(await kuaidi100.query(parcel)).toEqual({ kind: 'off' })
    expect(gateway.asked).toEqual([])
  })

  it('signs as the format wants it: MD5 in capitals', () => {
    expect(kuaidi100Sign('a')).toBe('0CC175B9C0F1B6A831C399E269772661')
  })
})

describe('a report of a track', () => {
  const report = (data: readonly object[], state = '0') => readTrack({ nu: '1198765432101', com: 'ems', state, data })

  it('leaves out lines that have no time or no text', () => {
    const lines = [
      { context: '好', ftime: '2026-05-11 09:00:00' },
      { context: '没有时间' },
      { context: '假的时间', ftime: '2026-02-30 09:00:00' },
      { context: '假的时间', ftime: '2026-05-11 25:00:00' },
      { context: ' \n ', ftime: '2026-05-11 09:00:00' },
      { context: '没有秒', time: '2026-05-11 09:01' },
    ]
    expect(report(lines)?.scans.map(({ text }) => text)).toEqual(['好', '没有秒'])
  })

  it('without fine states gives its own state to the newest line', () => {
    const lines = [
      { context: '某某', ftime: '2026-05-12 09:00:00' },
      { context: '某某', ftime: '2026-05-11 09:00:00' },
    ]
    expect(report(lines, '3')?.scans.map(({ progress }) => progress)).toEqual(['signed', 'in-transit'])
  })

  it('is read or refused, never a fault, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (value) => (readTrack(value), true)))
    fc.assert(
      fc.property(
        fc.array(fc.record({ context: fc.string(), ftime: fc.string(), statusCode: fc.string() })),
        (data) => {
          return (report(data)?.scans.length ?? 0) <= data.length
        },
      ),
    )
  })
})
