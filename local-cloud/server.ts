import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudError } from './cloud-error'
import { readBody, sendJson, type ActionHandler, type Route } from './http'

/** The largest request of the SDK that the real service takes (bytes). */
const LARGEST_REQUEST = 6 * 1024 * 1024
/** How long a request may take to arrive (milliseconds). */
const LONGEST_ARRIVAL = 120_000

/** A running server on the loopback address. */
export interface Server {
  readonly url: string
  /** Ends every connection and stops listening. */
  close(): Promise<void>
}

export interface ServerOptions {
  readonly actions: readonly ActionHandler[]
  readonly routes: readonly Route[]
  /** 0 for any free one. */
  readonly port: number
  readonly log: (line: string) => void
}

/**
 * Serves the SDK's actions at `/admin` and the routes by their prefixes. Only this machine can reach it, and browsers
 * only from pages that it served itself, because nothing here checks a signature.
 * @throws Error with the code `EADDRINUSE` when the port is taken
 */
export async function serve({ actions, routes, port, log }: ServerOptions): Promise<Server> {
  const admin: Route = { prefix: '/admin', handle: (request, response) => answerAction(actions, request, response) }
  const byLength = [admin, ...routes].sort((one, other) => other.prefix.length - one.prefix.length)
  const server = createServer((request, response) => {
    answer(byLength, request, response).catch((error: unknown) => refuse(error, request, response, log))
  })
  server.requestTimeout = LONGEST_ARRIVAL
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A name that merely resolves to this machine belongs to someone else's page.
  const host = hostOf(request)
  if (host !== '127.0.0.1' && host !== 'localhost') {
    sendJson(response, 403, refusal('INVALID_HOST', `this server is not ${host}`))
    return
  }
  if (!isSameOrigin(request)) {
    sendJson(response, 403, refusal('INVALID_REQUEST_SOURCE', 'only pages of this server may ask it'))
    return
  }
  const url = urlOf(request)
  const route = url && routes.find(({ prefix }) => url.pathname === prefix || isBelow(url.pathname, prefix))
  if (url === undefined || route === undefined) {
    sendJson(response, 404, refusal('INVALID_PARAM', 'unknown path'))
    return
  }
  await route.handle(request, response, url)
}

const isBelow = (path: string, prefix: string): boolean => path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)

/** Whether a request comes from a page of this server, or from no page at all. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin === undefined || origin === `http://${host ?? ''}`
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '')
}

function urlOf(request: IncomingMessage): URL | undefined {
  try {
    return new URL(`http://${request.headers.host ?? ''}${request.url ?? '/'}`)
  } catch {
    return undefined
  }
}

async function answerAction(
  handlers: readonly ActionHandler[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID()
  if (request.method !== 'POST') throw new CloudError('INVALID_PARAM', 'actions are posted')
  const parameters = await parametersOf(request)
  const { action } = parameters
  const handler =
    typeof action === 'string'
      ? handlers.find(({ prefixes }) => prefixes.some((prefix) => action.startsWith(prefix)))
      : undefined
  if (handler === undefined) throw new CloudError('INVALID_ACTION', `unknown action ${String(action)}`)
  sendJson(response, 200, { ...(await handler.handle(String(action), parameters, request)), requestId })
}

/** The parameters the SDK posts as JSON, or as a form where it expects something else than JSON back. */
async function parametersOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await readBody(request, LARGEST_REQUEST)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return parse(body.toString('utf8'))
  try {
    return Object.fromEntries(
      await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData(),
    )
  } catch {
    throw new CloudError('INVALID_PARAM', 'the body is not a form')
  }
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

/** Errors travel as `{code, message, requestId}` with HTTP 200, as the real service sends them. */
function refuse(error: unknown, request: IncomingMessage, response: ServerResponse, log: (line: string) => void): void {
  if (!(error instanceof CloudError) && request.readableAborted) return
  if (!(error instanceof CloudError))
    log(
      `${request.method ?? ''} ${request.url ?? ''} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  if (response.headersSent || response.destroyed) response.destroy()
  else if (error instanceof CloudError) sendJson(response, 200, refusal(error.code, error.message))
  else sendJson(response, 200, refusal('SYS_ERR', error instanceof Error ? error.message : String(error)))
}

const refusal = (code: string, message: string) => ({ code, message, requestId: randomUUID() })
