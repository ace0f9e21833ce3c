import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudError } from './cloud-error'
import type { Documents } from './documents'

/** The largest request of the real service. */
const largestRequest = 6 * 1024 * 1024

/** A running server on the loopback address. */
export interface AdminServer {
  readonly url: string
  close(): Promise<void>
}

/** Serves what the SDK posts to `/admin`; errors travel as `{code, message, requestId}` with HTTP 200. */
export async function serveAdmin(documents: Documents, port = 0): Promise<AdminServer> {
  const server = createServer((request, response) => {
    const requestId = randomUUID()
    answer(request, documents)
      .catch((error: unknown) => refusal(error))
      .then((body) => {
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        response.end(JSON.stringify({ ...body, requestId }))
      })
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, documents: Documents): Promise<Record<string, unknown>> {
  const host = (request.headers.host ?? '').split(':')[0]
  if (host !== '127.0.0.1' && host !== 'localhost') throw new CloudError('INVALID_PARAM', 'unknown host')
  if (request.method !== 'POST' || !(request.url ?? '').startsWith('/admin'))
    throw new CloudError('INVALID_PARAM', 'unknown path')
  const parameters = parse(await bodyOf(request))
  const { action } = parameters
  if (typeof action !== 'string' || !action.startsWith('database.'))
    throw new CloudError('INVALID_PARAM', `unknown action ${String(action)}`)
  return documents.handle(action, parameters)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > largestRequest) throw new CloudError('EXCEED_REQUEST_LIMIT', 'the request is larger than 6 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  } catch {
    throw new CloudError('INVALID_PARAM', 'the body is not JSON')
  }
  throw new CloudError('INVALID_PARAM', 'the body is not an object')
}

function refusal(error: unknown): Record<string, unknown> {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) }
}
