import { completeUpload as contract } from '@shared/contracts/applications'
import { isEditableByApplicant } from '@shared/domain/application-workflow'
import { database } from '../../kernel/database'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import { filesView } from '../content'
import { applications, drafts, uploads, type Upload } from '../store'
import { askedMaterial, filesOf, isOpenTo, maxBytesOf, putFiles, takeIn, wasRemoved, type Holder } from '../uploads'

/** Takes an uploaded file in: type by content, metadata removed, kept under a private path of its own. */
export const completeUpload = implementCommand(contract, {
  async prepare({ input, openid, now }) {
    const upload = await database.get(uploads, input.fileId)
    if (!isOpenTo(upload, openid, now) || upload.targetKind === 'result') return fail('UPLOAD_NOT_FOUND')
    if (upload.file !== null) return { upload, file: upload.file }
    const holder = await holderOf(upload)
    if (isFailure(holder)) return holder
    const material = await askedMaterial(holder, upload.material)
    if (isFailure(material)) return material
    const file = await takeIn(upload, { accepts: material.accepts, maxBytes: maxBytesOf(material) })
    if (isFailure(file)) return file
    return { upload, file }
  },
  async handle({ openid, now, transaction, prepared: { upload, file } }) {
    const current = await transaction.get(uploads, upload._id)
    if (!isOpenTo(current, openid, now)) return fail('UPLOAD_NOT_FOUND')
    const holder = await holderOf(upload, transaction)
    if (isFailure(holder)) return holder
    const material = await askedMaterial(holder, upload.material)
    if (isFailure(material)) return material
    const listed = filesOf(holder)[material.code] ?? []
    if (wasRemoved(current, listed)) return fail('UPLOAD_NOT_FOUND')
    const others = listed.filter((each) => each.id !== file.id)
    if (others.length >= material.maxFiles) return fail('TOO_MANY_FILES')
    await putFiles(transaction, holder, material.code, [...others, file])
    await transaction.put(uploads, { ...upload, file, expiresAt: 0 })
    const [view] = filesView([file])
    return view ?? fail('UPLOAD_NOT_FOUND')
  },
})

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
