import { startTestCloud } from '../support/cloud'
import { aFunction, FunctionBundles, withSdk } from '../support/function-bundles'

// The clock is moved, so this suite runs against the local cloud alone.

type TestCloud = Awaited<ReturnType<typeof startTestCloud>>

// Each function starts as a process of its own, which takes its time on a busy machine.
jest.setTimeout(60_000)

const RUNS = 'timer_runs'
const MORNING = Date.parse('2026-05-11T08:59:00+08:00')
const HOUR = 3_600_000

const bundles = new FunctionBundles({
  sweep: `${withSdk}
    const runs = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database().collection('${RUNS}')
    let running = 0
    exports.main = async (event, context) => {
      running += 1
      const { TCB_SOURCE, TRIGGER_SRC, WX_OPENID, WX_TRIGGER_API_TOKEN_V0 } = JSON.parse(context.environment)
      const { id } = await runs.add({
        event, TCB_SOURCE, TRIGGER_SRC, openid: WX_OPENID ?? null, token: typeof WX_TRIGGER_API_TOKEN_V0, running,
        at: Date.now(),
      })
      await new Promise((resolve) => setTimeout(resolve, 50))
      running -= 1
      if (event.TriggerName === 'failing') throw new Error('the timer fails')
      return { id }
    }`,
})

const lines: string[] = []
let test: TestCloud
let runs: ReturnType<ReturnType<TestCloud['app']['database']>['collection']>

beforeEach(async () => {
  lines.splice(0)
  test = await startTestCloud({
    collections: [{ CollectionName: RUNS, Indexes: [] }],
    functionsFolder: bundles.folder,
    functions: [
      aFunction('sweep', {
        triggers: [
          { name: 'daily', cron: '0 0 9 * * * *' },
          { name: 'weekly', cron: '0 30 9 * * MON *' },
          { name: 'failing', cron: '0 0 12 * * * *' },
        ],
      }),
    ],
    timers: true,
    at: new Date(MORNING).toISOString(),
    log: (line) => lines.push(line),
  })
  runs = test.app.database().collection(RUNS)
})
afterEach(async () => test.stop())
afterAll(() => bundles.remove())

/** Names and times of the runs so far, in their order. */
async function seen(): Promise<[string, string][]> {
  await test.cloud.timersSettled()
  const { data } = await runs.orderBy('at', 'asc').get()
  return data.map(({ event }: { event: { TriggerName: string; Time: string } }) => [event.TriggerName, event.Time])
}

it('a timer runs when the clock is moved past its time, with the platform’s event and no person', async () => {
  expect(await seen()).toEqual([])
  test.cloud.clock.advance(2 * 60_000)
  await test.cloud.timersSettled()
  const { data } = await runs.get()
  expect(data).toHaveLength(1)
  expect(data[0]).toMatchObject({
    event: { Type: 'Timer', TriggerName: 'daily', Time: '2026-05-11T01:00:00Z', Message: '' },
    TCB_SOURCE: 'wx_trigger',
    TRIGGER_SRC: 'timer',
    openid: null,
    token: 'string',
  })
  expect(data[0].at).toBeGreaterThanOrEqual(MORNING + 60_000)
})

it('a timer runs by itself when its time comes', async () => {
  test.cloud.clock.move(MORNING + 59_900)
  for (const start = performance.now(); (await seen()).length === 0;)
    expect(performance.now() - start).toBeLessThan(5000)
  expect(await seen()).toEqual([['daily', '2026-05-11T01:00:00Z']])
})

it('a timer that was passed many times runs once, with the first of its times', async () => {
  test.cloud.clock.advance(10 * 24 * HOUR)
  expect((await seen()).sort()).toEqual([
    ['daily', '2026-05-11T01:00:00Z'],
    ['failing', '2026-05-11T04:00:00Z'],
    ['weekly', '2026-05-11T01:30:00Z'],
  ])
  test.cloud.clock.advance(24 * HOUR)
  expect((await seen()).filter(([name]) => name === 'daily')).toHaveLength(2)
})

it('a timer runs again after the clock was moved back', async () => {
  test.cloud.clock.advance(2 * 60_000)
  expect(await seen()).toHaveLength(1)
  test.cloud.clock.move(MORNING)
  expect(await seen()).toHaveLength(1)
  test.cloud.clock.advance(2 * 60_000)
  expect(await seen()).toHaveLength(2)
})

it('a timer never runs beside itself', async () => {
  for (let day = 0; day < 4; day++) test.cloud.clock.advance(24 * HOUR)
  await test.cloud.timersSettled()
  const { data } = await runs.where({ 'event.TriggerName': 'daily' }).get()
  expect(data).toHaveLength(1)
})

it('a timer that is run by hand waits for its run under way', async () => {
  test.cloud.clock.advance(2 * 60_000)
  await Promise.all([1, 2].map(() => test.cloud.runTimer('sweep', 'daily')))
  const { data } = await runs.get()
  expect(data.map(({ running }: { running: number }) => running)).toEqual([1, 1, 1])
})

it('a run that fails is logged, and the next one comes', async () => {
  test.cloud.clock.advance(4 * HOUR)
  await test.cloud.timersSettled()
  expect(lines).toContain('timer sweep/failing failed: Error: the timer fails')
  test.cloud.clock.advance(24 * HOUR)
  expect((await seen()).filter(([name]) => name === 'failing')).toHaveLength(2)
})

it('a timer that does not exist is refused', async () => {
  await expect(test.cloud.runTimer('sweep', 'hourly')).rejects.toThrow('no timer hourly of sweep')
})

it('a schedule that is none keeps the cloud from starting', async () => {
  const functions = [aFunction('sweep', { triggers: [{ name: 'odd', cron: '*/5 * * * *' }] })]
  await expect(startTestCloud({ functions })).rejects.toThrow('is no schedule')
})

it('the clock stays where it was put over a restart, and runs on', async () => {
  test.cloud.clock.move(Date.parse('2030-01-01T00:00:00Z'))
  await test.cloud.close()
  const again = await startTestCloud({ data: test.data })
  const passed = again.cloud.clock.now() - Date.parse('2030-01-01T00:00:00Z')
  expect(passed).toBeGreaterThanOrEqual(0)
  expect(passed).toBeLessThan(60_000)
  await again.cloud.close()
})
