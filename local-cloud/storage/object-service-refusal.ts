import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** Refusals of the object storage (Tencent COS), by its codes. */
const refusals = {
  AccessDenied: [403, 'Access Denied.'],
  RequestHasExpired: [403, 'Request has expired'],
  SignatureDoesNotMatch: [403, 'The Signature you specified is invalid.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  InvalidURI: [400, 'Could not parse the specified URI.'],
} as const satisfies Record<string, readonly [status: number, message: string]>
export type ObjectServiceRefusal = keyof typeof refusals

/** Refuses in the storage's own way: XML with code, message and the ids to ask about. */
export function refuseObject(response: ServerResponse, refusal: ObjectServiceRefusal, resource: string): void {
  const [status, message] = refusals[refusal]
  const requestId = randomUUID()
  // The service gives an expired signature the code of any other denial.
  const code = refusal === 'RequestHasExpired' ? 'AccessDenied' : refusal
  const fields = {
    Code: code,
    Message: message,
    Resource: resource,
    RequestId: requestId,
    TraceId: Buffer.from(requestId).toString('base64'),
  }
  const body = Object.entries(fields).map(([name, text]) => `<${name}>${escaped(text)}</${name}>`)
  const xml = Buffer.from(`<?xml version='1.0' encoding='utf-8' ?>\n<Error>${body.join('')}</Error>`)
  response.writeHead(status, {
    'content-type': 'application/xml; charset=utf-8',
    'content-length': xml.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-cos-request-id': requestId,
  })
  response.end(xml)
}

function escaped(text: string): string {
  return text.replace(/[<>&'"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
}
