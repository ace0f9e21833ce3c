import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { aFunction, FunctionBundles } from '../support/function-bundles'

// The gateway exists in the local cloud alone: it stands in for WeChat's client.

// Each function starts as a process of its own, which takes its time on a busy machine.
jest.setTimeout(60_000)

const personas = [
  { id: 'lan', name: '蓝', description: '居民', openid: 'openid-lan' },
  { id: 'wei', name: '韦', description: '窗口工作人员', openid: 'openid-wei' },
]
const bundles = new FunctionBundles({
  who: `exports.main = async (event, context) => {
    const { WX_OPENID = null, TCB_SOURCE } = JSON.parse(context.environment)
    return { event, WX_OPENID, TCB_SOURCE }
  }`,
  text: "exports.main = async () => '桂林'",
  nothing: 'exports.main = async () => undefined',
  throws: "exports.main = async () => { throw new Error('of purpose') }",
  loops: 'exports.main = async () => { for (;;) {} }',
  exits: 'exports.main = async () => process.exit(3)',
  tick: 'let ticks = 0; exports.main = async (event) => (event.Type === "Timer" ? ++ticks : ticks)',
})
const outside = mkdtempSync(join(tmpdir(), 'gateway-'))
const web = join(outside, 'web')

let test: TestCloud

beforeAll(async () => {
  mkdirSync(join(web, 'js'), { recursive: true })
  mkdirSync(join(outside, 'web-other'))
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  writeFileSync(join(outside, 'web-other/secret.txt'), 'secret')
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>政务</title>')
  writeFileSync(join(web, 'js/app.1a2b3c4d.js'), 'void 0')
  writeFileSync(join(web, 'js/app.js'), 'void 0')
  writeFileSync(join(web, '桂 林.svg'), '<svg/>')
  symlinkSync(join(outside, 'secret.txt'), join(web, 'link.txt'))
  test = await startTestCloud({
    personas,
    functions: [
      ...['who', 'text', 'nothing', 'throws', 'exits'].map((name) => aFunction(name)),
      aFunction('loops', { timeoutSeconds: 1 }),
      aFunction('tick', { triggers: [{ name: 'daily', cron: '0 0 9 * * * *' }] }),
    ],
    functionsFolder: bundles.folder,
    web,
    timers: true,
  })
})
afterAll(async () => {
  await test.stop()
  bundles.remove()
  rmSync(outside, { recursive: true })
})

/** A browser with one cookie. */
class Browser {
  cookie = ''
  constructor(private readonly cloudUrl = test.cloud.url) {}

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(this.cloudUrl + path, {
      method,
      headers: { ...(this.cookie === '' ? {} : { cookie: this.cookie }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const set = response.headers.get('set-cookie')
    if (set !== null) this.cookie = set.split(';')[0]!
    return response
  }
  async get(path: string) {
    return (await this.ask('GET', path)).json()
  }
  async post(path: string, body?: unknown) {
    return (await this.ask('POST', path, body)).json()
  }
}

describe('signing in', () => {
  it('shows who there is, without openids', async () => {
    const { personas: shown, current } = await new Browser().get('/local/personas')
    expect(shown).toEqual(personas.map(({ id, name, description }) => ({ id, name, description })))
    expect(current).toBeNull()
  })
  it('sets a cookie that no script and no other site can use', async () => {
    const response = await new Browser().ask('POST', '/local/sign-in', { persona: 'lan' })
    const cookie = response.headers.get('set-cookie')!
    expect(cookie).toMatch(/^local_session=[\w-]{43}; /)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    expect(await response.json()).toEqual({ current: 'lan' })
  })
  it('lasts until one signs out', async () => {
    const browser = new Browser()
    await browser.post('/local/sign-in', { persona: 'lan' })
    const kept = browser.cookie
    expect((await browser.get('/local/personas')).current).toBe('lan')
    await browser.post('/local/sign-out')
    expect((await browser.get('/local/personas')).current).toBeNull()
    browser.cookie = kept
    expect((await browser.get('/local/personas')).current).toBeNull()
  })
  it('as somebody else ends the session before', async () => {
    const browser = new Browser()
    await browser.post('/local/sign-in', { persona: 'lan' })
    const before = browser.cookie
    await browser.post('/local/sign-in', { persona: 'wei' })
    expect((await browser.get('/local/personas')).current).toBe('wei')
    browser.cookie = before
    expect((await browser.get('/local/personas')).current).toBeNull()
  })
  it('as nobody known is refused', async () => {
    expect(await new Browser().post('/local/sign-in', { persona: 'nobody' })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await new Browser().post('/local/sign-in', { persona: { $ne: '' } })).toMatchObject({
      code: 'INVALID_PARAM',
    })
    expect(await new Browser().post('/local/sign-in', '[]')).toMatchObject({ code: 'INVALID_PARAM' })
  })
  it('with a token of one’s own making is nobody', async () => {
    const browser = new Browser()
    for (const token of ['', 'x', 'lan', '__proto__', '../../sessions']) {
      browser.cookie = `local_session=${token}`
      expect((await browser.get('/local/personas')).current).toBeNull()
    }
  })
  it('leaves no token on disk', async () => {
    const browser = new Browser()
    await browser.post('/local/sign-in', { persona: 'lan' })
    const stored = readFileSync(join(test.data, 'sessions.json'), 'utf8')
    expect(stored).toContain('lan')
    expect(stored).not.toContain(browser.cookie.split('=')[1])
  })
  it('survives a restart', async () => {
    const first = await startTestCloud({ personas })
    const browser = new Browser(first.cloud.url)
    await browser.post('/local/sign-in', { persona: 'wei' })
    await first.cloud.close()
    const second = await startTestCloud({ personas, data: first.data })
    const again = new Browser(second.cloud.url)
    again.cookie = browser.cookie
    expect((await again.get('/local/personas')).current).toBe('wei')
    await second.stop()
    await first.stop()
  })
})

describe('calling a function', () => {
  it('carries the person who signed in', async () => {
    const browser = new Browser()
    await browser.post('/local/sign-in', { persona: 'lan' })
    expect(await browser.post('/local/functions/who', { x: '桂' })).toEqual({
      event: { x: '桂' },
      WX_OPENID: 'openid-lan',
      TCB_SOURCE: 'wx_client',
    })
  })
  it('carries nobody where nobody signed in, whatever the event says', async () => {
    const event = { WX_OPENID: 'openid-lan', userInfo: { openId: 'openid-lan' } }
    expect(await new Browser().post('/local/functions/who', event)).toEqual({
      event,
      WX_OPENID: null,
      TCB_SOURCE: 'wx_client',
    })
  })
  it('gives any JSON back', async () => {
    expect(await new Browser().post('/local/functions/text')).toBe('桂林')
    expect(await new Browser().post('/local/functions/nothing')).toBeNull()
  })
  it.each([
    ['nobody', 'FUNCTION_NOT_FOUND', 'nobody'],
    ['', 'FUNCTION_NOT_FOUND', ''],
    ['..%2fwho', 'FUNCTION_NOT_FOUND', ''],
    ['throws', 'FUNCTIONS_EXECUTE_FAIL', 'Error: of purpose'],
    ['exits', 'FUNCTIONS_EXECUTE_FAIL', 'code 3'],
    ['loops', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', '1 seconds'],
  ])('tells a fault of "%s" as the client SDK does: %s', async (name, errCode, message) => {
    const response = await new Browser().ask('POST', `/local/functions/${name}`, {})
    expect(response.status).toBe(200)
    const answer = await response.json()
    expect(answer).toMatchObject({ errCode, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(answer.errMsg).toContain(message)
  })
  it('refuses more than 6 MB, and what is no JSON', async () => {
    const browser = new Browser()
    const large = { x: 'x'.repeat(6 * 1024 * 1024) }
    expect(await browser.post('/local/functions/who', large)).toMatchObject({ errCode: 'EXCEED_MAX_PAYLOAD_SIZE' })
    expect(await browser.post('/local/functions/who', '{"x"')).toMatchObject({ errCode: 'INVALID_PARAM' })
  })
  it('may be given up by the browser before it is answered', async () => {
    const leaving = fetch(`${test.cloud.url}/local/functions/loops`, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(50),
    })
    await expect(leaving).rejects.toThrow()
    expect(await new Browser().post('/local/functions/text')).toBe('桂林')
  })
  it('is a POST', async () => {
    expect(await new Browser().get('/local/functions/who')).toMatchObject({ code: 'INVALID_PARAM' })
  })
})

describe('the clock', () => {
  it('is shown and moved, and its timers have run when the answer comes', async () => {
    const browser = new Browser()
    await browser.post('/local/clock', { to: '2026-05-11T08:00:00+08:00' })
    const before: number = await browser.post('/local/functions/tick', {})
    const { now, offset }: { now: string; offset: number } = await browser.post('/local/clock', {
      advanceMs: 2 * 3_600_000,
    })
    expect(Math.abs(Date.parse(now) - Date.parse('2026-05-11T10:00:00+08:00'))).toBeLessThan(60_000)
    expect(Math.abs(Date.now() + offset - Date.parse(now))).toBeLessThan(1000)
    expect(await browser.post('/local/functions/tick', {})).toBe(before + 1)
    expect((await browser.get('/local/clock')).offset).toBe(offset)
  })
  it.each([
    { to: 'tomorrow' },
    { to: 5 },
    {},
    { advanceMs: 'x' },
    { advanceMs: 1e300 },
    { to: '2026-05-11', advanceMs: 1 },
  ])('refuses %j', async (body) => {
    const { offset } = await new Browser().get('/local/clock')
    expect(await new Browser().post('/local/clock', body)).toMatchObject({ code: 'INVALID_PARAM' })
    expect((await new Browser().get('/local/clock')).offset).toBe(offset)
  })
  it('is asked by GET or POST', async () => {
    expect(await (await new Browser().ask('DELETE', '/local/clock')).json()).toMatchObject({ code: 'INVALID_PARAM' })
  })
})

it('the server says that it is well', async () => {
  expect(await new Browser().get('/local/health')).toEqual({ ok: true })
})

describe('the web app', () => {
  const file = async (path: string, method = 'GET') => {
    const response = await new Browser().ask(method, path)
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      cache: response.headers.get('cache-control'),
      text: await response.text(),
    }
  }

  it('begins with its index, which is always fetched anew', async () => {
    const index = {
      status: 200,
      type: 'text/html; charset=utf-8',
      cache: 'no-cache',
      text: expect.stringContaining('政务'),
    }
    expect(await file('/')).toEqual(index)
    expect(await file('/index.html')).toEqual(index)
    expect(await file('/?persona=lan')).toEqual(index)
  })
  it('has files that never change kept for good', async () => {
    const type = 'text/javascript; charset=utf-8'
    expect(await file('/js/app.1a2b3c4d.js')).toMatchObject({ type, cache: 'public, max-age=31536000, immutable' })
    expect(await file('/js/app.js')).toMatchObject({ type, cache: 'no-cache' })
  })
  it('may have any name', async () => {
    expect(await file('/%E6%A1%82%20%E6%9E%97.svg')).toMatchObject({ status: 200, type: 'image/svg+xml' })
  })
  it('is read only', async () => {
    expect(await file('/index.html', 'HEAD')).toMatchObject({ status: 200, text: '' })
    expect(await file('/index.html', 'PUT')).toMatchObject({ status: 405 })
  })
  it.each(['/nothing.js', '/js', '/js/', '/index.html/x', '/%zz', '/%00', `/${'x'.repeat(5000)}`])(
    'has nothing at %s',
    async (path) => expect((await file(path)).status).toBe(404),
  )
  it('lets nobody out of its folder', async () => {
    for (const path of [
      '/link.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/js/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/..%2fweb-other%2fsecret.txt',
      `/${encodeURIComponent(join(outside, 'secret.txt'))}`,
      '//etc/passwd',
    ])
      expect((await file(path)).status).toBe(404)
  })
})
