import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { startTestCloud, type TestCloud } from '../support/cloud'

// What the SDK would never send; the real service's gateway is not to be tried this way.

const COLLECTION = 'faults'

let test: TestCloud
let port: number

beforeAll(async () => {
  test = await startTestCloud({ collections: [{ CollectionName: COLLECTION, Indexes: [] }] })
  port = Number(new URL(test.cloud.url).port)
  await things().add({ _id: 'one', x: 1 })
})
// Whatever was sent, the server is alive and the document as it was.
afterEach(async () => expect((await things().get()).data).toEqual([{ _id: 'one', x: 1 }]))
afterAll(() => test.stop())

const things = () => test.app.database().collection(COLLECTION)

/** Sends bytes as they are and gives everything that comes back. */
function raw(bytes: string | Buffer, end = true): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(answer) : reject(error),
    )
    if (end) socket.end(bytes)
    else socket.write(bytes)
  })
}

interface Answer {
  readonly code?: string
  readonly data?: { readonly total: number }
  readonly requestId: string
}

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

/** A request with any header, `host` too, which fetch would not send. */
function ask({
  method = 'POST',
  path = '/admin',
  headers = {},
  body = '',
}: Asked): Promise<{ status: number; json: Answer }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, json: JSON.parse(text) as Answer }))
    })
    request.on('error', reject)
    request.end(body)
  })
}
const count = JSON.stringify({ action: 'database.calculateDocument', collectionName: COLLECTION })

describe('a body that is none', () => {
  it.each([
    ['no body', '', 'INVALID_PARAM'],
    ['half an object', '{"action":', 'INVALID_PARAM'],
    ['a list', '[]', 'INVALID_PARAM'],
    ['null', 'null', 'INVALID_PARAM'],
    ['no action', '{}', 'INVALID_ACTION'],
    ['an action that is no text', '{"action":{"$ne":1}}', 'INVALID_ACTION'],
    ['an action of nobody', '{"action":"cloudrun.restart"}', 'INVALID_ACTION'],
    ['an action of the prototype', '{"action":"__proto__"}', 'INVALID_ACTION'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'INVALID_PARAM'],
    [
      'EJSON that is wrong',
      JSON.stringify({
        action: 'database.insertDocument',
        collectionName: COLLECTION,
        data: ['{"at":{"$date":"soon"}}'],
      }),
      'INVALID_PARAM',
    ],
    ['nesting without end', '['.repeat(200_000), 'INVALID_PARAM'],
  ])('%s is refused in the service’s own style', async (_what, body, code) => {
    const { status, json } = await ask({ body })
    expect(status).toBe(200)
    expect(json).toMatchObject({
      code,
      message: expect.any(String),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('a request of more than 6 MB is refused, and the sender gets to read it', async () => {
    const body = JSON.stringify({ action: 'database.insertDocument', data: ['x'.repeat(7 * 1024 * 1024)] })
    expect((await ask({ body })).json).toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' })
  })
  it('a request without end is cut off', async () => {
    let sent = 0
    // Whether the refusal or the end of the connection is seen first is a matter of luck.
    const faults: string[] = []
    await new Promise<void>((resolve) => {
      const request = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/admin', agent: false })
      request.on('response', (answer) => answer.on('error', () => undefined).resume())
      request.on('error', ({ code = '' }: NodeJS.ErrnoException) => void faults.push(code))
      request.on('close', resolve)
      const chunk = Buffer.alloc(1024 * 1024, 'x')
      const more = () => {
        sent += 1
        if (sent < 300 && !request.destroyed) request.write(chunk, () => setImmediate(more))
        else request.end()
      }
      more()
    })
    expect(faults.filter((code) => !['ECONNRESET', 'EPIPE'].includes(code))).toEqual([])
    expect(sent).toBeLessThan(300)
  })

  it('a form is read as the SDK sends one, and a broken form refused', async () => {
    const form = new FormData()
    form.append('action', 'database.calculateDocument')
    form.append('collectionName', COLLECTION)
    const answer = await fetch(`${test.cloud.url}/admin`, { method: 'POST', body: form })
    expect(await answer.json()).toMatchObject({ data: { total: 1 } })
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x'])
      expect((await ask({ headers: { 'content-type': type }, body: '--y\r\n' })).json.code).toBe('INVALID_PARAM')
  })
})

describe('a request from elsewhere', () => {
  it.each(['evil.example', `evil.example:80`, '127.0.0.1.evil.example', '169.254.0.1'])(
    'to the host "%s" is refused',
    async (host) => {
      for (const path of ['/admin', '/local/health', '/'])
        expect(await ask({ path, headers: { host }, body: count })).toMatchObject({
          status: 403,
          json: { code: 'INVALID_HOST' },
        })
    },
  )
  it.each(['http://evil.example', 'https://127.0.0.1', 'null', 'http://127.0.0.1:1', 'http://localhost.evil.example'])(
    'from a page of %s is refused',
    async (origin) => {
      for (const path of ['/admin', '/local/sign-in', '/local/clock', '/local/health'])
        expect(await ask({ path, headers: { origin }, body: count })).toMatchObject({
          status: 403,
          json: { code: 'INVALID_REQUEST_SOURCE' },
        })
    },
  )
  it('from a page of its own is answered, by either of its names', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const headers = { host: `${name}:${String(port)}`, origin: `http://${name}:${String(port)}` }
      expect((await ask({ headers, body: count })).json).toMatchObject({ data: { total: 1 } })
    }
  })
})

describe('HTTP that is none', () => {
  it.each([
    ['noise', 'hello\r\n\r\n'],
    ['a request line of two words', 'GET HTTP/1.1\r\n\r\n'],
    ['a header with a line break', 'POST /admin HTTP/1.1\r\nhost: 127.0.0.1\r\nx y: z\r\n\r\n'],
    ['two lengths', 'POST /admin HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}'],
    ['a chunk of no size', 'POST /admin HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['a TLS handshake', Buffer.from([0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x00])],
  ])('%s is answered with 400', async (_what, bytes) => expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 400 /))

  it('an endless header is answered with 431', async () => {
    expect(await raw(`GET / HTTP/1.1\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })
  it('a path that is none is not found', async () => {
    for (const path of ['http://evil.example/admin', '//evil.example/x', '/admin2', '/local/unknown', '*'])
      expect((await raw(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`)).split(' ')[1]).toBe(
        '404',
      )
  })
  it('an action is posted', async () => {
    expect((await ask({ method: 'GET' })).json).toMatchObject({ code: 'INVALID_PARAM' })
  })
})

describe('a connection', () => {
  it('that is cut in the middle of a request changes nothing', async () => {
    const insert = JSON.stringify({
      action: 'database.insertDocument',
      collectionName: COLLECTION,
      data: ['{"_id":"two"}'],
    })
    const head = `POST /admin HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: ${String(insert.length)}\r\n\r\n`
    for (const length of [0, 1, insert.length - 1]) {
      const socket = connect(port, '127.0.0.1')
      await new Promise<void>((resolve) => socket.write(head + insert.slice(0, length), () => resolve()))
      await new Promise<void>((resolve) => setTimeout(resolve, 20))
      socket.destroy()
    }
  })
  it('whose request arrives byte by byte is answered', async () => {
    const bytes = `POST /admin HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\ncontent-length: ${String(count.length)}\r\n\r\n${count}`
    const answer = new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.setNoDelay(true)
      let text = ''
      socket.on('data', (chunk) => (text += chunk.toString()))
      socket.on('close', () => resolve(text))
      const send = (at: number) => {
        if (at < bytes.length) socket.write(bytes[at]!, () => setImmediate(() => send(at + 1)))
      }
      send(0)
    })
    expect(await answer).toContain('"total":1')
  })
  it('that is silent keeps nobody waiting', async () => {
    const silent = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'))
    silent.forEach((socket) => socket.on('error', () => undefined))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await ask({ body: count })).json).toMatchObject({ data: { total: 1 } })
    silent.forEach((socket) => socket.destroy())
  })
  it('may carry many requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => ask({ body: count })))
    expect(new Set(answers.map(({ json }) => json.data?.total))).toEqual(new Set([1]))
    expect(new Set(answers.map(({ json }) => json.requestId)).size).toBe(300)
  })
})

it('a second cloud on the same port or folder does not start, and the first one lives on', async () => {
  await expect(startTestCloud({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await expect(startTestCloud({ data: test.data })).rejects.toThrow('another server')
})
