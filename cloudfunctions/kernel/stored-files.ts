import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'
import { DamagedFile, pictureLimits, withoutMetadata } from '@shared/domain/file-content'
import type { FileKind } from '@shared/domain/item'
import { cloud } from './database'
import { setting } from './environment'

/** Links live ten minutes (the centre's rule for private files). */
export const linkSeconds = 600

/** What the content of an upload turned out to be. */
export interface InspectedFile {
  readonly kind: FileKind
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly width?: number
  readonly height?: number
}
export type FileProblem = 'FILE_EMPTY' | 'FILE_TYPE_NOT_ACCEPTED' | 'FILE_DAMAGED' | 'IMAGE_TOO_LARGE'

const kindByExtension: Readonly<Record<string, FileKind>> = { jpg: 'jpeg', png: 'png', pdf: 'pdf' }

/** Reads the type from the content, measures a picture and takes out what its camera wrote about the person. */
export async function inspectFile(
  bytes: Uint8Array,
  accepts: readonly FileKind[],
): Promise<InspectedFile | FileProblem> {
  if (bytes.length === 0) return 'FILE_EMPTY'
  const type = await fileTypeFromBuffer(bytes)
  const kind = kindByExtension[type?.ext ?? '']
  if (kind === undefined || !accepts.includes(kind)) return 'FILE_TYPE_NOT_ACCEPTED'
  try {
    const clean = withoutMetadata(kind, bytes)
    const size = kind === 'pdf' ? undefined : imageSize(clean)
    if (
      size !== undefined &&
      (Math.max(size.width, size.height) > pictureLimits.side || size.width * size.height > pictureLimits.pixels)
    ) {
      return 'IMAGE_TOO_LARGE'
    }
    const sha256 = createHash('sha256').update(clean).digest('hex')
    return { kind, bytes: clean, sha256, ...(size === undefined ? {} : { width: size.width, height: size.height }) }
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof TypeError || error instanceof RangeError) return 'FILE_DAMAGED'
    throw error
  }
}

/** Puts an object into private storage. @returns its file id (`cloud://…`). */
export async function storeObject(cloudPath: string, bytes: Uint8Array): Promise<string> {
  const { fileID } = await cloud().uploadFile({ cloudPath, fileContent: Buffer.from(bytes) })
  return fileID
}

/** An object's bytes; undefined when there is none. */
export async function fetchObject(fileId: string): Promise<Uint8Array | undefined> {
  try {
    const { fileContent } = await cloud().downloadFile({ fileID: fileId })
    return Buffer.isBuffer(fileContent) ? fileContent : undefined
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'STORAGE_FILE_NONEXIST' || code === 'INVALID_PARAM') return undefined
    throw error
  }
}

/**
 * Deletes objects, at most 50; ones that are gone already do not matter.
 * @throws Error when one is still there, so that whoever keeps a record of it goes on keeping it
 */
export async function removeObjects(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  const { fileList } = await cloud().deleteFile({ fileList: [...fileIds] })
  const left = fileList.find(({ code }) => code !== 'SUCCESS' && code !== 'STORAGE_FILE_NONEXIST')
  if (left !== undefined) throw new Error(`not deleted: ${left.code}`)
}

/** A link to a private object that works for ten minutes; undefined when there is no such object. */
export async function linkTo(fileId: string): Promise<string | undefined> {
  const { fileList } = await cloud().getTempFileURL({ fileList: [{ fileID: fileId, maxAge: linkSeconds }] })
  const [first] = fileList as readonly { code?: string; tempFileURL?: string }[]
  if (first?.code === 'STORAGE_FILE_NONEXIST') return undefined
  if (first?.tempFileURL === undefined || first.tempFileURL === '') throw new Error(`no link: ${first?.code ?? ''}`)
  return first.tempFileURL
}

/** The file id an object at this path has in the environment. */
export function cloudFileId(cloudPath: string): string {
  return `cloud://${setting('STORAGE_BUCKET')}/${cloudPath}`
}
