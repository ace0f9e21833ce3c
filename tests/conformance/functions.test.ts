import { startTestCloud } from '../support/cloud'
import { aFunction, FunctionBundles, withSdk } from '../support/function-bundles'

// Functions are deployed with their code, so this suite runs against the local cloud alone.

type TestCloud = Awaited<ReturnType<typeof startTestCloud>>

// Each function starts as a process of its own, which takes its time on a busy machine.
jest.setTimeout(60_000)

const WORDS = 'function_words'

const bundles = new FunctionBundles({
  echo: 'exports.main = async (event, context) => ({ event, context })',
  plain: 'exports.main = (event) => event.x + 1',
  nothing: 'exports.main = async () => undefined',
  variables: 'exports.main = async () => ({ ...process.env })',
  identity: `${withSdk}
    exports.main = async (event, context) => {
      const seen = () => [tcb.getCloudbaseContext(context).WX_OPENID, process.env.WX_OPENID]
      const before = seen()
      await new Promise((resolve) => setTimeout(resolve, event.wait))
      return { before, after: seen(), process: process.pid }
    }`,
  database: `${withSdk}
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
    exports.main = async ({ word }) => {
      await app.database().collection('${WORDS}').add({ _id: word })
      return (await app.database().collection('${WORDS}').doc(word).get()).data
    }`,
  outer: `${withSdk}
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
    exports.main = async ({ depth }) =>
      (await app.callFunction({ name: depth > 1 ? 'outer' : 'echo', data: { depth: depth - 1 } })).result`,
  clock: `exports.main = async ({ wait }) => {
    const before = Date.now()
    for (const start = performance.now(); wait && Date.now() - before < 1000 && performance.now() - start < 5000; )
      await new Promise((resolve) => setTimeout(resolve, 5))
    const made = new Date()
    class Later extends Date { later() { return this.getTime() + 1 } }
    return {
      before, now: Date.now(), made: made.getTime(), text: typeof Date(), is: made instanceof Date,
      constructor: made.constructor === Date, fixed: new Date(2026, 0, 1, 8).getTime(), copy: new Date(5).getTime(),
      parsed: Date.parse('1970-01-01T00:00:01Z'), utc: Date.UTC(1970, 0, 2), later: new Later(5).later(),
      laterNow: new Later() instanceof Later, zone: new Date(0).getTimezoneOffset(), json: JSON.stringify(new Date(0)),
      thread: await new Promise((resolve) => setImmediate(() => resolve(Date.now()))),
    }
  }`,
  count: 'let count = 0; exports.main = async () => ++count',
  replaced: "exports.main = async () => 'first'",
  talk: `exports.main = async () => {
    console.log('one\\ntwo'); console.error('three'); process.stdout.write('no end'); return 'said'
  }`,
  throws: "exports.main = async () => { throw new TypeError('of purpose') }",
  throwsNothing: 'exports.main = async () => { throw undefined }',
  rejects: `exports.main = () => new Promise(() => { Promise.reject(new Error('nobody catches this')) })`,
  throwsLater: `exports.main = () => new Promise(() => { setTimeout(() => { throw new Error('later') }, 5) })`,
  exits: 'exports.main = () => process.exit(0)',
  kills: "exports.main = () => process.kill(process.pid, 'SIGKILL')",
  aborts: 'exports.main = () => process.abort()',
  loops: 'exports.main = async () => { for (;;) {} }',
  hangs: 'exports.main = () => new Promise(() => setInterval(() => undefined, 1000))',
  leaksObjects: 'exports.main = async () => { const all = []; for (;;) all.push({ x: Math.random() }) }',
  leaksAtOnce: 'exports.main = async () => new Array(3e8).fill(0.5).length',
  leaksParsing: "exports.main = async () => JSON.parse('[' + '1,'.repeat(5e7) + '1]').length",
  leaksMap: 'exports.main = async () => { const map = new Map(); for (let at = 0; ; at++) map.set(at, { at }) }',
  circular: 'exports.main = async () => { const a = {}; a.a = a; return a }',
  bigint: 'exports.main = async () => 5n',
  large: "exports.main = async ({ bytes }) => 'x'.repeat(bytes - 2)",
  size: 'exports.main = async ({ text }) => text.length',
  broken: "throw new Error('while loading')",
  unreadable: 'exports.main = async ( => 1',
  noMain: 'exports.other = 1',
  meddles: `exports.main = async ({ meddle }) => {
    if (meddle) { process.removeAllListeners('message'); process.chdir('/') }
    return typeof process.send
  }`,
  crashesAfterwards: `let calls = 0
    exports.main = async () => { setTimeout(() => { throw new Error('after the answer') }, 20); return ++calls }`,
})

const lines: string[] = []
let test: TestCloud

beforeAll(async () => {
  const limited: Record<string, number> = { loops: 1, hangs: 1, meddles: 1 }
  const names = [
    'echo plain nothing variables identity database outer clock count replaced talk throws throwsNothing rejects',
    'throwsLater exits kills aborts loops hangs leaksObjects leaksAtOnce leaksParsing leaksMap circular bigint large size',
    'broken unreadable noMain meddles crashesAfterwards missing',
  ].flatMap((row) => row.split(' '))
  test = await startTestCloud({
    collections: [{ CollectionName: WORDS, Indexes: [] }],
    functions: [
      ...names.map((name) =>
        aFunction(name, { timeoutSeconds: limited[name] ?? 20, memoryMb: name.startsWith('leaks') ? 64 : 128 }),
      ),
      aFunction('some', { environment: ['ONE'] }),
    ],
    functionsFolder: bundles.folder,
    environment: { ONE: '1', TWO: '2' },
    log: (line) => lines.push(line),
  })
  bundles.write('some', 'exports.main = async () => [process.env.ONE, process.env.TWO]')
})

afterAll(async () => {
  await test.stop()
  bundles.remove()
})

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- every function answers something else
const call = async (name: string, data?: object): Promise<any> => (await test.app.callFunction({ name, data })).result
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error as { code: string }).code,
  )
const messageOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error as { message: string }).message,
  )
const until = async (condition: () => boolean): Promise<void> => {
  for (const start = Date.now(); !condition();) {
    if (Date.now() - start > 5000) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('a call through the SDK', () => {
  it('takes the event there and the result back', async () => {
    const event = { text: '桂林', list: [1, null, { x: true }] }
    expect((await call('echo', event)).event).toEqual(event)
    expect(await call('plain', { x: 1 })).toBe(2)
  })
  it('without data brings an empty event, and nothing brings null back', async () => {
    expect((await call('echo')).event).toEqual({})
    expect(await call('nothing')).toBeNull()
  })
  it('gives the context that the platform gives', async () => {
    const { context } = await call('echo')
    expect(context).toMatchObject({
      function_name: 'echo',
      function_version: '$LATEST',
      namespace: 'local',
      time_limit_in_ms: 20_000,
      memory_limit_in_mb: 128,
    })
    expect(context.request_id).toMatch(/^[0-9a-f-]{36}$/)
    expect(context.environ).toContain('TCB_ENV=local')
  })
  it('refuses a function that does not exist', async () => {
    expect(await codeOf(call('nobody'))).toBe('FUNCTION_NOT_FOUND')
    expect(await codeOf(call('../echo'))).toBe('FUNCTION_NOT_FOUND')
  })
  it('a function reads and writes documents through the SDK', async () => {
    expect(await call('database', { word: 'pavilion' })).toEqual([{ _id: 'pavilion' }])
    const { data } = await test.app.database().collection(WORDS).doc('pavilion').get()
    expect(data).toEqual([{ _id: 'pavilion' }])
  })
})

describe('the caller', () => {
  const environmentOf = async (caller: { source: string; openid?: string }): Promise<Record<string, string>> => {
    const { context } = (await test.cloud.invoke('echo', {}, caller)) as { context: { environment: string } }
    return JSON.parse(context.environment) as Record<string, string>
  }

  it('is a person where one signed in', async () => {
    const environment = await environmentOf({ source: 'wx_client', openid: 'o-lan' })
    expect(environment).toMatchObject({ WX_OPENID: 'o-lan', TCB_SOURCE: 'wx_client', TRIGGER_SRC: 'own_app' })
    expect(environment.WX_CONTEXT_KEYS?.split(',')).toContain('WX_OPENID')
    expect(environment.WX_API_TOKEN).toBeTruthy()
  })
  it('is nobody where nobody signed in', async () => {
    const environment = await environmentOf({ source: 'wx_client' })
    expect(environment.WX_OPENID).toBeUndefined()
    expect(environment.WX_CONTEXT_KEYS).toBe('')
    expect(environment.WX_API_TOKEN).toBeUndefined()
  })
  it('is the SDK, which adds its own run environment to the way', async () => {
    const { context } = await call('echo')
    expect(JSON.parse(context.environment)).toMatchObject({ TCB_SOURCE: ',scf' })
  })
  it('is passed on from function to function, with one more station each', async () => {
    const last = async (depth: number) => {
      const { context } = (await test.cloud.invoke('outer', { depth }, { source: 'wx_client', openid: 'o-mei' })) as {
        context: { environment: string }
      }
      return JSON.parse(context.environment) as unknown
    }
    expect(await last(1)).toMatchObject({ TCB_SOURCE: 'wx_client,scf', WX_OPENID: 'o-mei' })
    expect(await last(2)).toMatchObject({ TCB_SOURCE: 'wx_client,scf,scf', WX_OPENID: 'o-mei' })
  })
  it('of one call never shows in another one, however many there are at once', async () => {
    const people = Array.from({ length: 40 }, (_unused, at) => (at % 5 === 0 ? undefined : `o-${String(at)}`))
    const seen = (await Promise.all(
      people.map((openid, at) =>
        test.cloud.invoke(
          'identity',
          { wait: at % 7 },
          { source: 'wx_client', ...(openid === undefined ? {} : { openid }) },
        ),
      ),
    )) as { before: unknown[]; after: unknown[]; process: number }[]
    seen.forEach(({ before, after }, at) => {
      const expected = [people[at] ?? null, people[at] ?? null]
      expect([before, after]).toEqual([expected, expected])
    })
    expect(new Set(seen.map((one) => one.process)).size).toBe(4)
  })
})

describe('the environment of a function', () => {
  it('has its variables and the platform’s, and nothing of the server’s own', async () => {
    process.env.SECRET_OF_THE_SERVER = 'x'
    const variables = await call('variables')
    expect(variables).toMatchObject({ ONE: '1', TWO: '2', TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'local' })
    expect(variables.SECRET_OF_THE_SERVER).toBeUndefined()
  })
  it('has only the variables that the function declares, where it declares any', async () => {
    expect(await call('some')).toEqual(['1', null])
  })
  it('keeps what a module holds between calls', async () => {
    expect([await call('count'), await call('count')]).toEqual([1, 2])
  })
  it('is made anew from a bundle that was built again', async () => {
    expect(await call('replaced')).toBe('first')
    bundles.write('replaced', "exports.main = async () => 'second'")
    expect(await call('replaced')).toBe('second')
  })
  it('writes what the function says to the log, with its name', async () => {
    expect(await call('talk')).toBe('said')
    await until(() => ['[talk] one', '[talk] two', '[talk] three'].every((line) => lines.includes(line)))
  })
})

describe('the clock', () => {
  it('of a function is the cloud’s', async () => {
    test.cloud.clock.move(Date.parse('2031-02-03T04:05:06Z'))
    const at = test.cloud.clock.now()
    const times = await call('clock', {})
    expect(times.now - at).toBeLessThan(5000)
    expect(times.now).toBeGreaterThanOrEqual(at)
    expect(times.made).toBeGreaterThanOrEqual(at)
    expect(times.thread).toBeGreaterThanOrEqual(times.made)
  })
  it('leaves everything else of Date as it is; the time zone is UTC', async () => {
    expect(await call('clock', {})).toMatchObject({
      text: 'string',
      is: true,
      constructor: true,
      fixed: Date.UTC(2026, 0, 1, 8),
      copy: 5,
      parsed: 1000,
      utc: 86_400_000,
      later: 6,
      laterNow: true,
      zone: 0,
      json: '"1970-01-01T00:00:00.000Z"',
    })
  })
  it('is moved during a call too', async () => {
    await call('clock', {})
    const times = call('clock', { wait: true })
    await new Promise((resolve) => setTimeout(resolve, 50))
    test.cloud.clock.advance(3_600_000)
    const { before, now } = await times
    expect(now - before).toBeGreaterThan(3_500_000)
  })
})

describe('a function that fails', () => {
  // Whatever happened, the server and every function are there again at the next call.
  afterEach(async () => {
    expect(await call('plain', { x: 1 })).toBe(2)
  })

  it.each([
    ['throws', 'TypeError: of purpose'],
    ['throwsNothing', 'undefined'],
    ['rejects', 'nobody catches this'],
    ['throwsLater', 'later'],
    ['exits', 'code 0'],
    ['kills', 'SIGKILL'],
    ['aborts', 'SIGABRT'],
    ['circular', 'circular'],
    ['bigint', 'BigInt'],
    ['broken', 'while loading'],
    ['unreadable', 'SyntaxError'],
    ['noMain', 'does not export main'],
    ['missing', 'is missing'],
  ])('%s is answered as a failed execution, again and again', async (name, message) => {
    for (let time = 0; time < 2; time++) {
      expect(await codeOf(call(name))).toBe('FUNCTIONS_EXECUTE_FAIL')
      expect(await messageOf(call(name))).toContain(message)
    }
  })

  it.each(['loops', 'hangs'])('%s is stopped at its time limit', async (name) => {
    const start = Date.now()
    expect(await messageOf(call(name))).toContain('Invoking task timed out after 1 seconds')
    expect(await codeOf(call(name))).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED')
    expect(Date.now() - start).toBeLessThan(15_000)
  })

  it.each(['leaksObjects', 'leaksAtOnce', 'leaksParsing', 'leaksMap'])(
    '%s is stopped at its memory limit',
    async (name) => {
      expect(await codeOf(call(name))).toBe('FUNCTIONS_MEMORY_LIMIT_EXCEEDED')
    },
  )

  it('may give 6 MB back and no more', async () => {
    const limit = 6 * 1024 * 1024
    expect(await call('large', { bytes: limit })).toHaveLength(limit - 2)
    expect(await codeOf(call('large', { bytes: limit + 1 }))).toBe('EXCEED_MAX_PAYLOAD_SIZE')
  })
  it('may be given 6 MB and no more', async () => {
    const half = '桂'.repeat(1024 * 1024)
    expect(await call('size', { text: half })).toBe(1024 * 1024)
    const event = { text: 'x'.repeat(6 * 1024 * 1024) }
    expect(await codeOf(test.cloud.invoke('size', event, { source: 'wx_client' }))).toBe('EXCEED_MAX_PAYLOAD_SIZE')
    expect(await codeOf(call('size', event))).toBe('EXCEED_REQUEST_SIZE_LIMIT')
  })
  it('that takes its process apart loses that process only', async () => {
    expect(await call('meddles', {})).toBe('undefined')
    expect(await call('meddles', { meddle: true })).toBe('undefined')
    // Deaf, the process ends by itself or at the time limit of the next call.
    await codeOf(call('meddles', {}))
    expect(await call('meddles', {})).toBe('undefined')
  })
  it('after its answer does not spoil the next call for good', async () => {
    expect(await call('crashesAfterwards')).toBe(1)
    await until(() => lines.some((line) => line.includes('after the answer')))
    expect(await call('crashesAfterwards')).toBe(1)
  })
  it('twenty crashes at once are twenty errors', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(call('exits'))))
    expect(new Set(codes)).toEqual(new Set(['FUNCTIONS_EXECUTE_FAIL']))
  })
})

it('unknown actions about functions are refused', async () => {
  const post = async (body: object): Promise<unknown> =>
    (
      (await (await fetch(`${test.cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) })).json()) as {
        code: string
      }
    ).code
  expect(await post({ action: 'functions.deleteFunction', function_name: 'echo' })).toBe('INVALID_ACTION')
  expect(await post({ action: 'functions.invokeFunction', function_name: 5 })).toBe('INVALID_PARAM')
  expect(await post({ action: 'functions.invokeFunction', function_name: 'echo', request_data: '{' })).toBe(
    'INVALID_PARAM',
  )
})
