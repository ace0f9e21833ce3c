import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson, type Route } from '../http'
import { isObjectPath, type FileIds } from './object-path'
import { receiveContent } from './receive-content'
import type { StoredObjects } from './stored-objects'

/** Who may upload from a browser, and where to. */
export interface BrowserUploadRules {
  /** The person signed in, if any. */
  readonly personaOf: (request: IncomingMessage) => object | undefined
  readonly isSameOrigin: (request: IncomingMessage) => boolean
  /** What every path begins with. */
  readonly prefix: string
  /** Bytes. */
  readonly limit: number
}

const refusals = {
  PERMISSION_DENIED: [403, '只能从本站上传文件'],
  UNAUTHENTICATED: [401, '请先登录'],
  METHOD_NOT_ALLOWED: [405, '请用 POST 上传'],
  INVALID_PARAM: [400, '文件路径不正确'],
  STORAGE_EXCEED_AUTHORITY: [403, '不能上传到这个路径'],
  STORAGE_FILE_EXIST: [409, '文件已存在，不能覆盖'],
  ENTITY_TOO_LARGE: [413, '文件太大'],
} as const

/** `POST /local/storage/upload?path=…`: an upload by the person signed in; never over a file that is there already. */
export function browserUploadRoute(objects: StoredObjects, fileIds: FileIds, rules: BrowserUploadRules): Route {
  return {
    prefix: '/local/storage/upload',
    async handle(request, response, { searchParams }) {
      const path = searchParams.get('path')
      const refusal = refusalBefore(request, path, objects, rules)
      if (refusal !== undefined || path === null) {
        request.resume()
        refuse(response, refusal ?? 'INVALID_PARAM')
        return
      }
      const received = await receiveContent(request, objects, rules.limit)
      if (received === 'too-large') {
        refuse(response, 'ENTITY_TOO_LARGE')
        return
      }
      if (!(await objects.keep(path, received, false))) {
        refuse(response, 'STORAGE_FILE_EXIST')
        return
      }
      sendJson(response, 200, { fileID: fileIds.of(path) })
    },
  }
}

function refusalBefore(
  request: IncomingMessage,
  path: string | null,
  objects: StoredObjects,
  { personaOf, isSameOrigin, prefix }: BrowserUploadRules,
): keyof typeof refusals | undefined {
  if (!isSameOrigin(request)) return 'PERMISSION_DENIED'
  if (request.method !== 'POST') return 'METHOD_NOT_ALLOWED'
  if (personaOf(request) === undefined) return 'UNAUTHENTICATED'
  if (!isObjectPath(path)) return 'INVALID_PARAM'
  if (!path.startsWith(prefix)) return 'STORAGE_EXCEED_AUTHORITY'
  return objects.find(path) === undefined ? undefined : 'STORAGE_FILE_EXIST'
}

function refuse(response: ServerResponse, code: keyof typeof refusals): void {
  const [status, message] = refusals[code]
  sendJson(response, status, { code, message })
}
