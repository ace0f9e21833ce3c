import { startTestCloud, type TestCloud } from '../support/cloud'
import { aFunction, FunctionBundles } from '../support/function-bundles'

// Requests go to this machine's server: the suite runs against the local cloud alone.
jest.setTimeout(60_000)

const bundles = new FunctionBundles({
  echo: `exports.main = async (event, context) => ({ event, environment: JSON.parse(context.environment) })`,
  below: `exports.main = async () => 'the longer path'`,
  answer: `exports.main = async ({ body }) => JSON.parse(body)`,
  slow: `exports.main = () => new Promise((resolve) => setTimeout(resolve, 60_000))`,
  broken: `exports.main = async () => { throw new Error('broken') }`,
  hidden: `exports.main = async () => 'hidden'`,
})

let test: TestCloud
beforeAll(async () => {
  test = await startTestCloud({
    functionsFolder: bundles.folder,
    functions: [
      aFunction('echo', { httpPath: '/echo' }),
      aFunction('below', { httpPath: '/echo/below' }),
      aFunction('answer', { httpPath: '/answer' }),
      aFunction('slow', { httpPath: '/slow', timeoutSeconds: 1 }),
      aFunction('broken', { httpPath: '/broken' }),
      aFunction('hidden'),
    ],
  })
})
afterAll(async () => {
  await test.stop()
  bundles.remove()
})

const ask = (path: string, request?: RequestInit) => fetch(`${test.cloud.url}/http${path}`, request)
const post = (path: string, body: string | Uint8Array, type: string) =>
  ask(path, { method: 'POST', headers: { 'content-type': type }, body: body as BodyInit })
interface Echoed {
  readonly event: Readonly<Record<string, unknown>> & { readonly headers: Readonly<Record<string, string>> }
  readonly environment: Readonly<Record<string, string>>
}
const echoed = async (answer: Promise<Response>) => (await (await answer).json()) as Echoed

describe('a request to the HTTP access service', () => {
  it('reaches the function that declares the path, as the event of the service', async () => {
    const { event, environment } = await echoed(
      post('/echo/any/where?a=1&b=%E6%A1%82', 'sign=1&param=%7B%7D', 'application/x-www-form-urlencoded'),
    )
    expect(event).toMatchObject({
      path: '/echo/any/where',
      httpMethod: 'POST',
      queryStringParameters: { a: '1', b: '桂' },
      body: 'sign=1&param=%7B%7D',
      isBase64Encoded: false,
      requestContext: { envId: 'local' },
    })
    expect(event.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(environment.WX_OPENID).toBeUndefined()
  })

  it('carries nobody, whatever the request claims', async () => {
    const { environment } = await echoed(ask('/echo', { headers: { 'x-wx-openid': 'o-lan', cookie: 'session=x' } }))
    expect(environment.WX_OPENID).toBeUndefined()
    expect(environment.TCB_SOURCE).not.toMatch(/wx_/)
  })

  it('goes to the longest path that fits', async () => {
    expect(await (await ask('/echo/below/this')).text()).toBe('the longer path')
    expect((await echoed(ask('/echo/belowthis'))).event.path).toBe('/echo/belowthis')
  })

  it('with a body that is no text carries it in base64', async () => {
    const { event } = await echoed(post('/echo', new Uint8Array([0, 255, 1]), 'application/octet-stream'))
    expect(event).toMatchObject({ isBase64Encoded: true, body: Buffer.from([0, 255, 1]).toString('base64') })
  })

  it('is refused where no function declares the path', async () => {
    for (const path of ['/hidden', '/echoes', '', '/']) {
      const answer = await ask(path)
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'INVALID_PATH'])
    }
  })

  it('with more than 100 KB of text is refused before the function sees it', async () => {
    expect((await post('/echo', 'x'.repeat(100 * 1024), 'text/plain')).status).toBe(200)
    const answer = await post('/echo', 'x'.repeat(100 * 1024 + 1), 'text/plain')
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'EXCEED_MAX_PAYLOAD_SIZE'])
  })
})

describe('what a function gives', () => {
  const given = (value: unknown) => post('/answer', JSON.stringify(value), 'application/json')

  it('is the answer itself where it is integrated', async () => {
    const answer = await given({
      statusCode: 201,
      headers: { 'Content-Type': 'text/html', 'x-one': 1 },
      body: '<p>好</p>',
    })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-one')]).toEqual([
      201,
      'text/html',
      '1',
    ])
    expect(await answer.text()).toBe('<p>好</p>')
  })

  it('is decoded where it says that it is base64', async () => {
    const answer = await given({
      statusCode: 200,
      isBase64Encoded: true,
      body: Buffer.from([0, 255]).toString('base64'),
    })
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255])
  })

  it.each([
    [{ a: '好' }, 'application/json; charset=utf-8', '{"a":"好"}'],
    ['text', 'text/plain; charset=utf-8', 'text'],
    [5, 'text/plain; charset=utf-8', '5'],
    [null, 'text/plain; charset=utf-8', ''],
    [{ statusCode: 99 }, 'application/json; charset=utf-8', '{"statusCode":99}'],
  ])('is the body where it is anything else: %j', async (value, type, body) => {
    const answer = await given(value)
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, type, body])
  })

  it('that cannot be sent is a fault of the function, and the server goes on', async () => {
    expect((await given({ statusCode: 200, headers: { 'x-bad': 'a\r\nb' } })).status).toBe(500)
    expect((await given('well')).status).toBe(200)
  })

  it.each([
    ['/broken', 500, 'FUNCTIONS_EXECUTE_FAIL'],
    ['/slow', 504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
  ])('nothing, at %s: status %i', async (path, status, code) => {
    const answer = await ask(path)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code])
  })
})
