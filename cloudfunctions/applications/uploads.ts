import { applicationLimitsOfInput } from '@shared/contracts/applications'
import { editableParts, partKey } from '@shared/domain/correction-notice'
import { isEditableByApplicant } from '@shared/domain/application-workflow'
import { applicableMaterials, conditionHolds, type FileKind, type Item, type Material } from '@shared/domain/item'
import { database, type Transaction } from '../kernel/database'
import { makeId } from '../kernel/ids'
import { fail, type Failure } from '../kernel/operation'
import { findItemVersion } from '../kernel/published-items'
import {
  cloudFileId,
  fetchObject,
  inspectFile,
  removeObjects,
  storeObject,
  type FileProblem,
} from '../kernel/stored-files'
import { openContent, sealFileName } from './content'
import { draftIdOf } from './drafts'
import {
  applications,
  drafts,
  unusedFiles,
  uploads,
  type Application,
  type Draft,
  type Materials,
  type StoredFile,
  type Upload,
} from './store'

export type UploadTarget =
  | { readonly kind: 'draft'; readonly itemCode: string }
  | { readonly kind: 'correction'; readonly applicationId: string }

/** What an upload goes into: a draft, or the replacements of an application under correction. */
export type Holder =
  { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'correction'; readonly application: Application }

interface Reader {
  get: Transaction['get']
}
/** Reads outside a transaction with a transaction's words. */
export const plainReader: Reader = { get: (handle, id) => database.get(handle, id) }

/** The caller's own draft or application under correction. */
export async function ownHolder(
  reader: Reader,
  target: UploadTarget,
  openid: string,
): Promise<Holder | Failure<'DRAFT_NOT_FOUND' | 'NOT_FOUND' | 'WRONG_STATE'>> {
  if (target.kind === 'draft') {
    const draft = await reader.get(drafts, draftIdOf(openid, target.itemCode))
    return draft === undefined ? fail('DRAFT_NOT_FOUND') : { kind: 'draft', draft }
  }
  const application = await reader.get(applications, target.applicationId)
  if (application?.ownerId !== openid) return fail('NOT_FOUND')
  return isEditableByApplicant(application.state) ? { kind: 'correction', application } : fail('WRONG_STATE')
}

export function holderId(holder: Holder): string {
  return holder.kind === 'draft' ? holder.draft._id : holder.application._id
}
export function filesOf(holder: Holder): Materials {
  return holder.kind === 'draft' ? holder.draft.materials : holder.application.replacements
}

/** The material if it is asked for now: it applies to the answers or, while correcting, it is marked. */
export async function askedMaterial(holder: Holder, code: string): Promise<Material | Failure<'MATERIAL_NOT_ASKED'>> {
  const item = await itemOf(holder)
  const material = item?.materials.find((each) => each.code === code)
  if (material === undefined) return fail('MATERIAL_NOT_ASKED')
  if (holder.kind === 'draft') {
    const { answers } = openContent(holder.draft._id, holder.draft.content)
    // A form saved a moment ago on the phone may not have arrived yet: any material of the guide with a condition is taken.
    return material.when !== undefined || conditionHolds(material.when, answers) ? material : fail('MATERIAL_NOT_ASKED')
  }
  const { application } = holder
  const { answers } = openContent(application._id, application.content)
  const isMarked = editableParts(application.rounds).has(partKey({ part: 'material', code }))
  // One that did not apply before may become asked for by a corrected answer.
  const isNew = item !== undefined && !applicableMaterials(item, answers).includes(material)
  return isMarked || isNew ? material : fail('MATERIAL_NOT_ASKED')
}

async function itemOf(holder: Holder): Promise<Item | undefined> {
  const { itemCode, itemVersion } = holder.kind === 'draft' ? holder.draft : holder.application
  return findItemVersion(itemCode, itemVersion)
}

/** The most bytes a file of this material may have. */
export function maxBytesOf(material: Pick<Material, 'maxMegabytes'>): number {
  return Math.min(material.maxMegabytes * 1024 * 1024, applicationLimitsOfInput.fileBytes)
}

/** Where a file that was taken in lies: known before it is there, so that nothing of a run that broke off is forgotten. */
export function takenInPath(uploadId: string, kind: FileKind): string {
  return `materials/${uploadId}.${kind}`
}

/**
 * Takes an uploaded file in: type by content, metadata removed, kept under a private path of its own. What a run that
 * broke off took in already is found there again.
 */
export async function takeIn(
  upload: Upload,
  { accepts, maxBytes }: { readonly accepts: readonly FileKind[]; readonly maxBytes: number },
): Promise<StoredFile | Failure<'UPLOAD_NOT_FOUND' | 'FILE_TOO_LARGE' | FileProblem>> {
  const staging = cloudFileId(upload.stagingPath)
  const bytes = (await fetchObject(staging)) ?? (await fetchTakenIn(upload, accepts))
  if (bytes === undefined) return fail('UPLOAD_NOT_FOUND')
  if (bytes.length > maxBytes) return fail('FILE_TOO_LARGE')
  const inspected = await inspectFile(bytes, accepts)
  if (typeof inspected === 'string') return fail(inspected)
  const object = await storeObject(takenInPath(upload._id, inspected.kind), inspected.bytes)
  // Before the answer: what the camera wrote about the person goes first.
  await removeObjects([staging])
  const { kind, sha256, width, height } = inspected
  return {
    id: upload._id,
    name: upload.name,
    kind,
    bytes: inspected.bytes.length,
    sha256,
    object,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}

async function fetchTakenIn(upload: Upload, accepts: readonly FileKind[]): Promise<Uint8Array | undefined> {
  for (const kind of accepts) {
    const bytes = await fetchObject(cloudFileId(takenInPath(upload._id, kind)))
    if (bytes !== undefined) return bytes
  }
  return undefined
}

/** An announced upload that never arrives is cleared after a day. */
const patienceMs = 24 * 3_600_000

/** Announces an upload; gives where the phone may put the file. */
export async function announceUpload(
  transaction: Transaction,
  upload: Pick<Upload, 'ownerId' | 'targetKind' | 'targetId' | 'material'>,
  name: string,
  now: number,
): Promise<{ readonly fileId: string; readonly cloudPath: string }> {
  const id = makeId()
  const stagingPath = `uploads/${id}`
  await transaction.add(uploads, {
    _id: id,
    ...upload,
    name: sealFileName(id, name),
    stagingPath,
    file: null,
    expiresAt: now + patienceMs,
  })
  return { fileId: id, cloudPath: stagingPath }
}

/** Whether the owner may (again) complete the upload: its time is not over. */
export function isOpenTo(upload: Upload | undefined, openid: string, now: number): upload is Upload {
  if (upload?.ownerId !== openid) return false
  return upload.file === null ? upload.expiresAt > now : upload.expiresAt === 0
}

/** Whether an upload was taken in before and its file removed since: it does not come back. */
export function wasRemoved({ file }: Pick<Upload, 'file'>, listed: readonly Pick<StoredFile, 'id'>[]): boolean {
  return file !== null && !listed.some(({ id }) => id === file.id)
}

/** Writes a holder's files back with those of one material changed; a draft need not ask for that one again. */
export async function putFiles(
  transaction: Transaction,
  holder: Holder,
  material: string,
  changed: readonly StoredFile[],
): Promise<void> {
  const files = { ...filesOf(holder), [material]: changed }
  if (holder.kind === 'draft') {
    const changedParts = holder.draft.changedParts.filter(
      (key) => key !== partKey({ part: 'material', code: material }),
    )
    await transaction.put(drafts, { ...holder.draft, materials: files, changedParts })
  } else await transaction.put(applications, { ...holder.application, replacements: files })
}

/**
 * Leaves files that nothing holds any more to the timer, in one write however many they are: objects are deleted after the
 * change is safe, never before.
 */
export async function expireFiles(
  transaction: Transaction,
  files: readonly Pick<StoredFile, 'id'>[],
  now: number,
): Promise<void> {
  if (files.length === 0) return
  await transaction.add(unusedFiles, { _id: makeId(), fileIds: files.map(({ id }) => id), at: now })
}

/** The same for one file that its owner took off a list: from now on it is theirs to open no more. */
export async function expireFile(transaction: Transaction, fileId: string, now: number): Promise<void> {
  const upload = await transaction.get(uploads, fileId)
  if (upload !== undefined) await transaction.put(uploads, { ...upload, expiresAt: now })
}
