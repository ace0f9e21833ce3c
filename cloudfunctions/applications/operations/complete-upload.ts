import { completeUpload as contract } from '@shared/contracts/applications'
import { isEditableByApplicant } from '@shared/domain/application-workflow'
import type { Material } from '@shared/domain/item'
import { database } from '../../kernel/database'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import { cloudFileId, fetchObject, inspectFile, removeObjects, storeObject } from '../../kernel/stored-files'
import { materialsView } from '../content'
import { applications, drafts, uploads, type StoredFile, type Upload } from '../store'
import { askedMaterial, filesOf, isOpenTo, maxBytesOf, putFiles, takenInPath, type Holder } from '../uploads'

/** Takes an uploaded file in: type by content, metadata removed, kept under a private path of its own. */
export const completeUpload = implementCommand(contract, {
  async prepare({ input, openid, now }) {
    const upload = await database.get(uploads, input.fileId)
    if (!isOpenTo(upload, openid, now)) return fail('UPLOAD_NOT_FOUND')
    if (upload.file !== null) return { upload, file: upload.file }
    const holder = await holderOf(upload)
    if (isFailure(holder)) return holder
    const material = await askedMaterial(holder, upload.material)
    if (isFailure(material)) return material
    const staging = cloudFileId(upload.stagingPath)
    const bytes = (await fetchObject(staging)) ?? (await fetchTakenIn(upload, material))
    if (bytes === undefined) return fail('UPLOAD_NOT_FOUND')
    if (bytes.length > maxBytesOf(material)) return fail('FILE_TOO_LARGE')
    const inspected = await inspectFile(bytes, material.accepts)
    if (typeof inspected === 'string') return fail(inspected)
    const object = await storeObject(takenInPath(upload._id, inspected.kind), inspected.bytes)
    // Before the answer: what the camera wrote about the person goes first.
    await removeObjects([staging])
    const { kind, sha256, width, height } = inspected
    const file: StoredFile = {
      id: upload._id,
      name: upload.name,
      kind,
      bytes: inspected.bytes.length,
      sha256,
      object,
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    }
    return { upload, file }
  },
  async handle({ openid, now, transaction, prepared: { upload, file } }) {
    if (!isOpenTo(await transaction.get(uploads, upload._id), openid, now)) return fail('UPLOAD_NOT_FOUND')
    const holder = await holderOf(upload, transaction)
    if (isFailure(holder)) return holder
    const material = await askedMaterial(holder, upload.material)
    if (isFailure(material)) return material
    const others = (filesOf(holder)[material.code] ?? []).filter((each) => each.id !== file.id)
    if (others.length >= material.maxFiles) return fail('TOO_MANY_FILES')
    await putFiles(transaction, holder, material.code, [...others, file])
    await transaction.put(uploads, { ...upload, file, expiresAt: 0 })
    const [view] = materialsView({ [material.code]: [file] })[material.code] ?? []
    return view ?? fail('UPLOAD_NOT_FOUND')
  },
})

/** What a run that broke off before its end took in already. */
async function fetchTakenIn(upload: Upload, { accepts }: Pick<Material, 'accepts'>): Promise<Uint8Array | undefined> {
  for (const kind of accepts) {
    const bytes = await fetchObject(cloudFileId(takenInPath(upload._id, kind)))
    if (bytes !== undefined) return bytes
  }
  return undefined
}

/** What the upload was announced for, if it may still take it. */
async function holderOf(
  upload: Upload,
  reader: Pick<typeof database, 'get'> = database,
): Promise<Holder | Failure<'UPLOAD_NOT_FOUND' | 'WRONG_STATE'>> {
  if (upload.targetKind === 'draft') {
    const draft = await reader.get(drafts, upload.targetId)
    return draft === undefined ? fail('UPLOAD_NOT_FOUND') : { kind: 'draft', draft }
  }
  const application = await reader.get(applications, upload.targetId)
  if (application === undefined) return fail('UPLOAD_NOT_FOUND')
  return isEditableByApplicant(application.state) ? { kind: 'correction', application } : fail('WRONG_STATE')
}
