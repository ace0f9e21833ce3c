import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from './cloud-error'

/** A group of the SDK's actions, known by how their names begin, e.g. `storage.`. */
export interface ActionHandler {
  readonly prefixes: readonly string[]
  /**
   * One action with the JSON body the SDK posted.
   * @param request for its headers; the body was read
   * @returns the answer's body without `requestId`
   * @throws CloudError for a refusal
   */
  handle(
    action: string,
    parameters: Record<string, unknown>,
    request: IncomingMessage,
  ): Promise<Record<string, unknown>>
}

/** A group of HTTP paths; where two groups match, the longer prefix has it. */
export interface Route {
  /** E.g. `/storage/`. */
  readonly prefix: string
  /** Answers the request; a CloudError that it throws is answered as `{code, message, requestId}`. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>
}

/** How much of a request that is too large is still read, so that its sender gets to see the answer (bytes). */
const PATIENCE = 64 * 1024 * 1024

/**
 * The body of a request, whole.
 * @param limit bytes
 * @throws CloudError `EXCEED_REQUEST_SIZE_LIMIT` for a longer one, Error when the connection breaks before its end
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
    else chunks.length = 0
    // Leaving the loop ends the connection.
    if (length > limit + PATIENCE) break
  }
  if (length > limit)
    throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', `the request is larger than ${String(limit)} bytes`)
  return Buffer.concat(chunks)
}

/** Answers with JSON that no cache keeps. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    // The SDK compares this very text.
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}
