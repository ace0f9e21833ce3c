import { randomBytes } from 'node:crypto'
import { CloudError } from '../cloud-error'
import type { ActionHandler } from '../http'
import { isObjectPath, toSegment, type FileIds } from './object-path'
import type { Signatures } from './signatures'
import type { StoredObjects } from './stored-objects'

/** The most files one call may name (the service's documented limit). */
const MOST_FILES = 50
/** How long an announced upload may take to begin, in seconds. */
const UPLOAD_SECONDS = 30 * 60
/** How long a link works, in seconds: unless told, and at most (the service's documented default and limit). */
const LINK_SECONDS = 24 * 60 * 60

/** What the actions work on. */
export interface StorageParts {
  readonly objects: StoredObjects
  readonly signatures: Signatures
  readonly fileIds: FileIds
  /** Whole seconds since 1970. */
  readonly seconds: () => number
  /** Where the server is reached. */
  readonly url: () => string
}

/** Answers the SDK's `storage.*` actions. */
export function storageActions(parts: StorageParts): ActionHandler {
  return {
    prefixes: ['storage.'],
    async handle(action, parameters) {
      switch (action) {
        case 'storage.getUploadMetadata':
          return { data: announceUpload(parts, parameters.path) }
        case 'storage.batchGetDownloadUrl':
          return { data: { download_list: listed(parameters.file_list, 'file_list').map((file) => link(parts, file)) } }
        case 'storage.batchDeleteFile':
          return { data: { delete_list: await removeAll(parts, listed(parameters.fileid_list, 'fileid_list')) } }
        case 'storage.batchCopyFile':
          return { data: { copy_list: await copyAll(parts, listed(parameters.file_list, 'file_list')) } }
        default:
          throw new CloudError('INVALID_PARAM', `unknown action ${action}`)
      }
    },
  }
}

function announceUpload({ signatures, fileIds, seconds, url }: StorageParts, path: unknown): object {
  if (!isObjectPath(path)) throw new CloudError('INVALID_PARAM', 'path is no path of an object')
  const from = seconds()
  const fileId = fileIds.of(path)
  return {
    url: `${url()}/storage/upload/${toSegment(path)}`,
    ...signatures.passUpload(path, from, from + UPLOAD_SECONDS, randomBytes(16).toString('hex')),
    fileId,
    cosFileId: toSegment(fileId),
  }
}

function listed(files: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(files)) throw new CloudError('INVALID_PARAM', `${name} is not an array`)
  if (files.length > MOST_FILES) throw new CloudError('INVALID_PARAM', `${name} has more than ${String(MOST_FILES)}`)
  return files
}

function link({ objects, signatures, fileIds, seconds, url }: StorageParts, file: unknown): object {
  const { fileid, max_age: maxAge = LINK_SECONDS } = fieldsOf(file)
  const nothing = { fileID: fileid, fileid, tempFileURL: '', download_url: '' }
  if (typeof fileid !== 'string' || !isDuration(maxAge)) return { ...nothing, code: 'INVALID_PARAM' }
  const path = fileIds.pathOf(fileid)
  const object = path === undefined ? undefined : objects.find(path)
  if (object === undefined) return { ...nothing, code: 'STORAGE_FILE_NONEXIST' }
  const until = seconds() + Math.min(maxAge, LINK_SECONDS)
  const address = `${url()}/storage/download/${toSegment(object.path)}?${signatures.linkQuery(object.path, until)}`
  return { code: 'SUCCESS', fileID: fileid, fileid, tempFileURL: address, download_url: address, maxAge }
}

function isDuration(maxAge: unknown): maxAge is number {
  return typeof maxAge === 'number' && Number.isInteger(maxAge) && maxAge > 0
}

async function removeAll({ objects, fileIds }: StorageParts, fileIdList: readonly unknown[]): Promise<object[]> {
  const results: object[] = []
  for (const fileID of fileIdList) {
    if (typeof fileID !== 'string') throw new CloudError('INVALID_PARAM', 'a file id is not a string')
    const path = fileIds.pathOf(fileID)
    const removed = path !== undefined && (await objects.remove(path))
    results.push({ fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })
  }
  return results
}

async function copyAll({ objects, fileIds }: StorageParts, files: readonly unknown[]): Promise<object[]> {
  const results: object[] = []
  for (const file of files) {
    const { src_path: from, dst_path: to, overwrite = true, remove_original: moves } = fieldsOf(file)
    if (!isObjectPath(from) || !isObjectPath(to))
      throw new CloudError('INVALID_PARAM', 'a path is no path of an object')
    if (objects.find(from) === undefined) {
      results.push({ code: 'STORAGE_FILE_NONEXIST' })
      continue
    }
    const copied = await objects.copy(from, to, overwrite === true)
    if (copied && moves === true && from !== to) await objects.remove(from)
    results.push(copied ? { fileId: fileIds.of(to), code: 'SUCCESS' } : { code: 'STORAGE_FILE_EXIST' })
  }
  return results
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
