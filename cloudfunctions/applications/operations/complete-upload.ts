import { completeUpload as contract } from '@shared/contracts/applications'
import { database } from '../../kernel/database'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { cloudFileId, fetchObject, inspectFile, removeObjects, storeObject } from '../../kernel/stored-files'
import { materialsView } from '../content'
import { applications, drafts, uploads, type StoredFile, type Upload } from '../store'
import { askedMaterial, filesOf, maxBytesOf, putFiles, type Holder } from '../uploads'

/** Takes an uploaded file in: type by content, metadata removed, kept under a private path of its own. */
export const completeUpload = implementCommand(contract, {
  async prepare({ input, openid }) {
    const upload = await database.get(uploads, input.fileId)
    if (upload?.ownerId !== openid) return fail('UPLOAD_NOT_FOUND')
    if (upload.file !== null) return { upload, file: upload.file }
    const holder = await holderOf(upload)
    if (holder === undefined) return fail('UPLOAD_NOT_FOUND')
    const material = await askedMaterial(holder, upload.material)
    if (isFailure(material)) return material
    const staging = cloudFileId(upload.stagingPath)
    const bytes = await fetchObject(staging)
    if (bytes === undefined) return fail('UPLOAD_NOT_FOUND')
    if (bytes.length > maxBytesOf(material)) return fail('FILE_TOO_LARGE')
    const inspected = await inspectFile(bytes, material.accepts)
    if (typeof inspected === 'string') return fail(inspected)
    const object = await storeObject(`materials/${upload._id}.${inspected.kind}`, inspected.bytes)
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
  async handle({ transaction, prepared: { upload, file } }) {
    const holder = await holderOf(upload, transaction)
    if (holder === undefined) return fail('UPLOAD_NOT_FOUND')
    const material = await askedMaterial(holder, upload.material)
    if (isFailure(material)) return material
    const files = filesOf(holder)
    const others = (files[material.code] ?? []).filter((each) => each.id !== file.id)
    if (others.length >= material.maxFiles) return fail('TOO_MANY_FILES')
    await putFiles(transaction, holder, { ...files, [material.code]: [...others, file] })
    await transaction.put(uploads, { ...upload, file, expiresAt: 0 })
    const [view] = materialsView({ [material.code]: [file] })[material.code] ?? []
    return view ?? fail('UPLOAD_NOT_FOUND')
  },
})

async function holderOf(upload: Upload, reader: Pick<typeof database, 'get'> = database): Promise<Holder | undefined> {
  if (upload.targetKind === 'draft') {
    const draft = await reader.get(drafts, upload.targetId)
    return draft === undefined ? undefined : { kind: 'draft', draft }
  }
  const application = await reader.get(applications, upload.targetId)
  return application === undefined ? undefined : { kind: 'correction', application }
}
