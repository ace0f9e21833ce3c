import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'
import type { Caller, FunctionDeclaration } from '../functions'
import { readBody, sendJson, type Route } from '../http'
import { environmentId } from '../sdk-environment'

export interface HttpAccessOptions {
  readonly declarations: readonly FunctionDeclaration[]
  /** Calls a function with JSON and gives its result as JSON. @throws CloudError */
  readonly invoke: (name: string, event: string, caller: Caller) => Promise<string>
}

/** The largest text body that the service passes on, and the largest of anything else (bytes). */
const LARGEST_TEXT = 100 * 1024
const LARGEST_BINARY = 6 * 1024 * 1024 * 0.7

/** Nobody is signed in behind a plain HTTP request. */
const nobody: Caller = { source: 'http_access' }

/**
 * Functions as plain HTTP addresses: `/http` and the path that a function declares, or anything below it. Requests become
 * the service's event, and what the function gives becomes the answer.
 */
export function httpAccessRoute({ declarations, invoke }: HttpAccessOptions): Route {
  const byPath = declarations
    .flatMap(({ name, httpPath }) => (httpPath === undefined ? [] : [{ name, httpPath }]))
    .sort((one, other) => other.httpPath.length - one.httpPath.length)
  return {
    prefix: '/http',
    async handle(request, response, url) {
      const path = url.pathname.slice('/http'.length) || '/'
      const found = byPath.find(({ httpPath }) => path === httpPath || path.startsWith(`${httpPath}/`))
      if (found === undefined) {
        refuse(response, 404, 'INVALID_PATH', `no function answers at ${path}`)
        return
      }
      try {
        answer(response, await invoke(found.name, await eventOf(request, path, url.searchParams), nobody))
      } catch (error) {
        if (!(error instanceof CloudError)) throw error
        refuse(response, statusOf(error.code), error.code, error.message)
      }
    },
  }
}

const statusOf = (code: string): number =>
  code === 'EXCEED_MAX_PAYLOAD_SIZE' ? 413 : code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED' ? 504 : 500

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  sendJson(response, status, { code, message, requestId: randomUUID() })
}

async function eventOf(request: IncomingMessage, path: string, query: URLSearchParams): Promise<string> {
  const isText = isTextual(request.headers['content-type'])
  const body = await readBody(request, isText ? LARGEST_TEXT : LARGEST_BINARY).catch((error: unknown) => {
    throw error instanceof CloudError ? new CloudError('EXCEED_MAX_PAYLOAD_SIZE', error.message) : error
  })
  return JSON.stringify({
    path,
    httpMethod: request.method,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    multiValueHeaders: Object.fromEntries(
      Object.entries(request.headersDistinct).map(([name, values]) => [name, values]),
    ),
    queryStringParameters: Object.fromEntries(query),
    requestContext: { requestId: randomUUID(), envId: environmentId, appId: 0, uin: 0 },
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  })
}

/** Whether a body travels as the text it is; anything else is put into base64. */
function isTextual(type = 'text/plain'): boolean {
  return /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded|[\w.-]+\+(json|xml)))/i.test(type)
}

/** What an integrated answer has; a function may also give any other value, which is the body itself. */
interface Integrated {
  readonly statusCode: number
  readonly headers?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly isBase64Encoded?: unknown
}

function answer(response: ServerResponse, result: string): void {
  const value = JSON.parse(result) as unknown
  if (!isIntegrated(value)) {
    const isObject = typeof value === 'object' && value !== null
    send(
      response,
      200,
      { 'content-type': `${isObject ? 'application/json' : 'text/plain'}; charset=utf-8` },
      bodyOf(value),
    )
    return
  }
  const { statusCode, headers = {}, body = '', isBase64Encoded } = value
  const given = Object.entries(headers).map(([name, each]): [string, string] => [name.toLowerCase(), String(each)])
  const content = isBase64Encoded === true ? Buffer.from(String(body), 'base64') : bodyOf(body)
  try {
    send(response, statusCode, { 'content-type': 'text/plain; charset=utf-8', ...Object.fromEntries(given) }, content)
  } catch {
    refuse(response, 500, 'FUNCTIONS_EXECUTE_FAIL', 'the function gave a header that cannot be sent')
  }
}

function isIntegrated(value: unknown): value is Integrated {
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) return false
  const { statusCode } = value
  return typeof statusCode === 'number' && Number.isInteger(statusCode) && statusCode >= 200 && statusCode <= 599
}

function bodyOf(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.alloc(0)
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': String(body.length) })
  response.end(body)
}
