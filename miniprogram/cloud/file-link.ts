import { getFileLink } from '@shared/contracts/applications'
import { getSampleLink } from '@shared/contracts/catalogue'
import type { FileKind } from '@shared/domain/item'
import type { LocalFile } from '../platform/local-file'
import { call } from './call'
import { serverNow } from './server-time'

/** A short-lived link to a file, or the sentence why there is none. */
export type FileLink =
  | { readonly ok: true; readonly url: string; readonly kind: FileKind }
  | { readonly ok: false; readonly sentence: string }

/** A link is used no more this long before it ends (ms): opening takes a moment. */
const margin = 60_000
const links = new Map<string, { readonly url: string; readonly kind: FileKind; readonly expiresAt: number }>()
const localFiles = new Map<string, string>()

/** Remembers that a file's content is still on this device, so that its picture needs no download. */
export function showLocally(fileId: string, local: LocalFile): void {
  localFiles.set(fileId, local.path)
}

/** Where the content of a file lies on this device, if it was sent from here since the program started. */
export function localPathOf(fileId: string): string | undefined {
  return localFiles.get(fileId)
}

/** A link to an uploaded file, asked for again only when the last one has run out. Staff name the application. */
export async function linkToFile(fileId: string, applicationId?: string): Promise<FileLink> {
  return remembered(`${applicationId ?? ''}/${fileId}`, () =>
    call(getFileLink, { fileId, ...(applicationId === undefined ? {} : { applicationId }) }),
  )
}

/** A link to a sample 样例 or a blank form 空白表格 of a guide. */
export async function linkToSample(path: string): Promise<FileLink> {
  return remembered(`sample:${path}`, () => call(getSampleLink, { path }))
}

type Answered =
  | { readonly ok: true; readonly data: { readonly url: string; readonly kind: FileKind; readonly expiresAt: number } }
  | { readonly ok: false; readonly error: { readonly message: string } }

async function remembered(key: string, ask: () => Promise<Answered>): Promise<FileLink> {
  const before = links.get(key)
  if (before !== undefined && before.expiresAt - margin > serverNow())
    return { ok: true, url: before.url, kind: before.kind }
  const reply = await ask()
  if (!reply.ok) return { ok: false, sentence: reply.error.message }
  links.set(key, reply.data)
  return { ok: true, url: reply.data.url, kind: reply.data.kind }
}
