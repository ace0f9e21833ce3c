import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aFunction, FunctionBundles } from '../support/function-bundles'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../local-cloud'

// The stand-in for the tracking gateway; the real one has no test account.
jest.setTimeout(60_000)

const account = { key: 'test-key', customer: 'test-customer' }
const MORNING = '2026-05-11T09:00:00+08:00'
const HOUR = 3_600_000
const md5 = (text: string) => createHash('md5').update(text).digest('hex').toUpperCase()

interface Track {
  readonly nu: string
  readonly state: string
  readonly data: readonly { readonly context: string; readonly ftime: string; readonly statusCode: string }[]
}
interface Push {
  readonly status: string
  readonly lastResult: Track
}

let folder: string
let cloud: LocalCloud
let listener: Server
let pushes: Push[]
/** How the listener answers; undefined acknowledges. */
let trouble: (() => number) | undefined

const start = (change: Partial<LocalCloudOptions> = {}) =>
  startLocalCloud({ data: folder, courier: account, timers: false, ...change })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'courier-'))
  pushes = []
  trouble = undefined
  listener = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
      const param = form.get('param') ?? ''
      expect(form.get('sign')).toBe(md5(`${param}the-salt`))
      const status = trouble?.() ?? 200
      if (status === 200) pushes.push(JSON.parse(param) as Push)
      response.writeHead(status).end(JSON.stringify({ result: status === 200 }))
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  cloud = await start({ at: MORNING })
})
afterEach(async () => {
  await cloud.close()
  listener.closeAllConnections()
  await new Promise((resolve) => listener.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const post = async (
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>>> => {
  const answer = await fetch(`${cloud.url}/courier${path}`, { method: 'POST', body: new URLSearchParams(form) })
  return (await answer.json()) as Readonly<Record<string, unknown>>
}
const subscribe = (number: string, change: object = {}, parameters: object = {}) =>
  post('/poll', {
    schema: 'json',
    param: JSON.stringify({
      company: 'ems',
      number,
      key: account.key,
      parameters: {
        callbackurl: `http://127.0.0.1:${String((listener.address() as AddressInfo).port)}/push`,
        salt: 'the-salt',
        resultv2: '4',
        ...parameters,
      },
      ...change,
    }),
  })
const query = (num: string, com = 'ems', key = account.key) => {
  const param = JSON.stringify({ com, num })
  return post('/poll/query.do', { customer: account.customer, sign: md5(param + key + account.customer), param })
}
const codesOf = ({ data }: Track) => data.map(({ statusCode }) => statusCode)

describe('a subscribed parcel', () => {
  it.each([
    ['1198765432101', ['301', '5', '1001', '1002', '103']],
    ['1198765432105', ['304', '501', '5', '1001', '1002', '103']],
    ['1198765432107', ['301', '5', '206', '5', '1001', '1002', '103']],
    ['1198765432109', ['4', '6', '203', '5', '1001', '1002', '103']],
    ['EE123456785CN', ['304', '501', '5', '1001', '1002', '103']],
  ])('%s has the fate of its last digit, told as a whole and newest first', async (number, codes) => {
    expect(await subscribe(number)).toEqual({ result: true, returnCode: '200', message: '提交成功' })
    cloud.clock.advance(7 * 24 * HOUR)
    await cloud.pushParcels()
    expect(pushes.map(({ status }) => status)).toEqual(['shutdown'])
    expect(codesOf((pushes[0] as Push).lastResult)).toEqual(codes)
    const times = (pushes[0] as Push).lastResult.data.map(({ ftime }) => ftime)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('is told of step by step as the clock moves, each step once', async () => {
    await subscribe('1198765432101')
    await cloud.pushParcels()
    expect(pushes).toHaveLength(0)
    for (const [hours, lines] of [
      [3, 1],
      [0, 1],
      [2, 2],
      [24, 5],
      [48, 5],
    ] as const) {
      cloud.clock.advance(hours * HOUR)
      await cloud.pushParcels()
      expect(pushes.at(-1)?.lastResult.data).toHaveLength(lines)
    }
    expect(pushes).toHaveLength(3)
    expect(pushes.map(({ status }) => status)).toEqual(['polling', 'polling', 'shutdown'])
  })

  it('that nobody scans is given up after three days', async () => {
    await subscribe('1198765432000')
    cloud.clock.advance(71 * HOUR)
    await cloud.pushParcels()
    expect(pushes).toHaveLength(0)
    cloud.clock.advance(2 * HOUR)
    await cloud.pushParcels()
    await cloud.pushParcels()
    expect(pushes.map(({ status }) => status)).toEqual(['abort'])
  })

  it('is told of again half an hour later where nobody acknowledged, and survives a restart', async () => {
    await subscribe('1198765432101')
    trouble = () => 503
    cloud.clock.advance(3 * HOUR)
    await cloud.pushParcels()
    expect(pushes).toHaveLength(0)
    await cloud.close()
    cloud = await start()
    trouble = undefined
    await cloud.pushParcels()
    expect(pushes).toHaveLength(0)
    cloud.clock.advance(31 * 60_000)
    await cloud.pushParcels()
    expect(pushes.map(({ lastResult }) => codesOf(lastResult))).toEqual([['103']])
  })

  it('is told of by itself where timers run, as soon as the clock is moved', async () => {
    await cloud.close()
    cloud = await start({ timers: true })
    await subscribe('1198765432101')
    await fetch(`${cloud.url}/local/clock`, { method: 'POST', body: JSON.stringify({ advanceMs: 72 * HOUR }) })
    expect(pushes.map(({ status }) => status)).toEqual(['shutdown'])
  })
})

describe('a callback to the server itself', () => {
  it('follows it to another port', async () => {
    const bundles = new FunctionBundles({
      push: `exports.main = async ({ body }) => { console.log('told'); return { result: body.includes('sign=') } }`,
    })
    const lines: string[] = []
    const functions = {
      functionsFolder: bundles.folder,
      functions: [aFunction('push', { httpPath: '/push' })],
      log: (line: string) => void lines.push(line),
    }
    await cloud.close()
    cloud = await start(functions)
    await subscribe('1198765432101', {}, { callbackurl: `${cloud.url}/http/push` })
    await cloud.close()
    cloud = await start(functions)
    cloud.clock.advance(3 * HOUR)
    await cloud.pushParcels()
    expect(lines.filter((line) => line.includes('told'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('did not take'))).toHaveLength(0)
    bundles.remove()
  })
})

describe('a query', () => {
  it('gives the track until now, without a subscription', async () => {
    expect(await query('1198765432101')).toMatchObject({ result: false, returnCode: '500' })
    cloud.clock.advance(3 * HOUR)
    const track = (await query('1198765432101')) as unknown as Track
    expect([track.nu, track.state, codesOf(track)]).toEqual(['1198765432101', '103', ['103']])
    cloud.clock.advance(72 * HOUR)
    expect(await query('1198765432101')).toMatchObject({ state: '301', ischeck: '1' })
  })

  it('with a wrong signature is refused', async () => {
    expect(await query('1198765432101', 'ems', 'another key')).toMatchObject({ returnCode: '503' })
  })

  it('about 顺丰 wants the last digits of the phone', async () => {
    expect(await query('SF1234567890123', 'shunfeng')).toMatchObject({ returnCode: '408' })
  })
})

describe('a subscription is refused', () => {
  it.each([
    ['with a wrong key', { key: 'another key' }, {}, '600'],
    ['for an unknown company', { company: 'nobody' }, {}, '701'],
    ['for something that is no number', { number: '好' }, {}, '700'],
    ['with a callback to another machine', {}, { callbackurl: 'http://example.com/' }, '700'],
    ['for 顺丰 without the phone', { company: 'shunfeng', number: 'SF1234567890123' }, {}, '700'],
  ])('%s', async (_why, change, parameters, returnCode) => {
    expect(await subscribe('1198765432101', change, parameters)).toMatchObject({ result: false, returnCode })
  })

  it('the second time', async () => {
    await subscribe('1198765432101')
    expect(await subscribe('1198765432101')).toMatchObject({ returnCode: '501' })
  })

  it('where it is no JSON at all', async () => {
    expect(await post('/poll', { schema: 'json', param: '{' })).toMatchObject({ returnCode: '700' })
    expect(await post('/poll', {})).toMatchObject({ returnCode: '700' })
  })
})
