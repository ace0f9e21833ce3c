import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SharedClock } from '../clock'
import { CloudError } from '../cloud-error'
import type { Caller } from '../functions'
import { readBody, sendJson, type Route } from '../http'
import type { Persona } from './persona'
import type { Sessions } from './sessions'

export interface GatewayOptions {
  readonly personas: readonly Persona[]
  readonly sessions: Sessions
  readonly clock: SharedClock
  /** Calls a function with JSON and gives its result as JSON. @throws CloudError */
  readonly invoke: (name: string, event: string, caller: Caller) => Promise<string>
  /** Resolves when no timer's run is under way. */
  readonly timersSettled: () => Promise<void>
}

/** The largest event of a function (bytes), and the largest request of anything else. */
const LARGEST_EVENT = 6 * 1024 * 1024
const LARGEST_REQUEST = 64 * 1024

/** What a browser asks of the cloud in the place of WeChat's client: who one is, functions, and the clock. */
export function gatewayRoutes({ personas, sessions, clock, invoke, timersSettled }: GatewayOptions): Route[] {
  const time = () => ({ now: new Date(clock.now()).toISOString(), offset: clock.offset })
  return [
    only('GET', '/local/health', (_request, response) => sendJson(response, 200, { ok: true })),

    only('GET', '/local/personas', (request, response) =>
      sendJson(response, 200, {
        personas: personas.map(({ id, name, description }) => ({ id, name, description })),
        current: sessions.personaOf(request)?.id ?? null,
      }),
    ),

    only('POST', '/local/sign-in', async (request, response) => {
      const { persona: id } = await objectIn(request)
      const persona = personas.find((one) => one.id === id)
      if (persona === undefined) throw new CloudError('INVALID_PARAM', `there is no persona ${String(id)}`)
      response.setHeader('set-cookie', sessions.signIn(request, persona))
      sendJson(response, 200, { current: persona.id })
    }),

    only('POST', '/local/sign-out', (request, response) => {
      response.setHeader('set-cookie', sessions.signOut(request))
      sendJson(response, 200, { current: null })
    }),

    only('POST', '/local/functions/', async (request, response, url) => {
      const name = url.pathname.slice('/local/functions/'.length)
      try {
        const event = await eventIn(request)
        const openid = sessions.personaOf(request)?.openid
        const result = await invoke(name, event, { source: 'wx_client', ...(openid === undefined ? {} : { openid }) })
        sendText(response, result)
      } catch (error) {
        if (!(error instanceof CloudError)) throw error
        sendJson(response, 200, { errCode: error.code, errMsg: error.message, requestId: randomUUID() })
      }
    }),

    {
      prefix: '/local/clock',
      async handle(request, response) {
        if (request.method === 'POST') {
          moveClock(clock, await objectIn(request))
          // Whoever moved the clock sees what its timers did.
          await timersSettled()
        } else if (request.method !== 'GET') throw new CloudError('INVALID_PARAM', 'GET or POST')
        sendJson(response, 200, time())
      },
    },
  ]
}

function only(
  method: string,
  prefix: string,
  handle: (...parts: Parameters<Route['handle']>) => Promise<void> | void,
): Route {
  return {
    prefix,
    async handle(request, response, url) {
      if (request.method !== method) throw new CloudError('INVALID_PARAM', `${prefix} takes ${method}`)
      await handle(request, response, url)
    },
  }
}

async function objectIn(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = parsed(await readBody(request, LARGEST_REQUEST))
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  throw new CloudError('INVALID_PARAM', 'the body is not an object')
}

async function eventIn(request: IncomingMessage): Promise<string> {
  const body = await readBody(request, LARGEST_EVENT).catch((error: unknown) => {
    throw error instanceof CloudError ? new CloudError('EXCEED_MAX_PAYLOAD_SIZE', error.message) : error
  })
  if (body.length === 0) return '{}'
  parsed(body)
  return body.toString('utf8')
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new CloudError('INVALID_PARAM', 'the body is not JSON')
  }
}

function moveClock(clock: SharedClock, { to, advanceMs }: Record<string, unknown>): void {
  const instant = typeof to === 'string' ? Date.parse(to) : undefined
  try {
    if (instant !== undefined && Number.isFinite(instant) && advanceMs === undefined) clock.move(instant)
    else if (typeof advanceMs === 'number' && Number.isFinite(advanceMs) && to === undefined) clock.advance(advanceMs)
    else throw new CloudError('INVALID_PARAM', '{"to": ISO instant} or {"advanceMs": number}')
  } catch (error) {
    throw error instanceof RangeError ? new CloudError('INVALID_PARAM', error.message) : error
  }
}

function sendText(response: ServerResponse, json: string): void {
  const text = Buffer.from(json)
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}
