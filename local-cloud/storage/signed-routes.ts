import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import type { Route } from '../http'
import { fromSegment } from './object-path'
import { refuseObject, type ObjectServiceRefusal } from './object-service-refusal'
import { receiveContent } from './receive-content'
import type { StorageParts } from './sdk-actions'
import type { SignatureProblem } from './signatures'
import type { StoredObject } from './stored-objects'

const refusalOf: Readonly<Record<SignatureProblem, ObjectServiceRefusal>> = {
  missing: 'AccessDenied',
  wrong: 'SignatureDoesNotMatch',
  expired: 'RequestHasExpired',
}

/** `PUT /storage/upload/…`: takes an upload that the SDK announced. */
export function uploadRoute(parts: StorageParts, limit: number): Route {
  const { objects, signatures, seconds } = parts
  return {
    prefix: '/storage/upload/',
    async handle(request, response, { pathname }) {
      const path = fromSegment(pathname.slice('/storage/upload/'.length))
      const problem = (): ObjectServiceRefusal | undefined => {
        if (request.method !== 'PUT') return 'MethodNotAllowed'
        if (path === undefined) return 'InvalidURI'
        const { authorization, 'x-cos-security-token': token } = request.headers
        const pass = { authorization: authorization ?? '', token: typeof token === 'string' ? token : '' }
        const wrong = signatures.checkUpload(path, pass, seconds())
        return wrong === undefined ? undefined : refusalOf[wrong]
      }
      const refusal = problem()
      if (path === undefined || refusal !== undefined) {
        // What the client is still sending is let through, or it would see a broken connection and no reason.
        request.resume()
        refuseObject(response, refusal ?? 'InvalidURI', pathname)
        return
      }
      const received = await receiveContent(request, objects, limit)
      if (received === 'too-large') {
        refuseObject(response, 'EntityTooLarge', path)
        return
      }
      await objects.keep(path, received, true)
      response.writeHead(200, { 'content-length': 0, etag: `"${received.hash}"` })
      response.end()
    },
  }
}

/** `GET /storage/download/…`: a link to a private object, for as long as it was made for. */
export function downloadRoute({ objects, signatures, seconds }: StorageParts): Route {
  return {
    prefix: '/storage/download/',
    async handle(request, response, { pathname, searchParams }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        refuseObject(response, 'MethodNotAllowed', pathname)
        return
      }
      const path = fromSegment(pathname.slice('/storage/download/'.length))
      if (path === undefined) {
        refuseObject(response, 'InvalidURI', pathname)
        return
      }
      const wrong = signatures.checkLink(path, searchParams, seconds())
      if (wrong !== undefined) {
        refuseObject(response, refusalOf[wrong], path)
        return
      }
      const object = objects.find(path)
      if (object === undefined) {
        refuseObject(response, 'NoSuchKey', path)
        return
      }
      await sendObject(request, response, object, objects.fileOf(object))
    },
  }
}

async function sendObject(
  request: IncomingMessage,
  response: ServerResponse,
  object: StoredObject,
  file: string,
): Promise<void> {
  const shown = object.type !== 'application/octet-stream'
  response.writeHead(200, {
    'content-type': object.type,
    'content-length': object.bytes,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodedName(object.path)}`,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'none',
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    etag: `"${object.hash}"`,
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const stream = createReadStream(file)
  stream.on('error', () => response.destroy())
  stream.pipe(response)
  await finished(response).catch(() => stream.destroy())
}

/** The last segment of a path as RFC 5987 writes names. */
function encodedName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
