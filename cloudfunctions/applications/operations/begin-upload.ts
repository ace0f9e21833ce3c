import { beginUpload as contract } from '@shared/contracts/applications'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { sealFileName } from '../content'
import { uploads } from '../store'
import { askedMaterial, filesOf, holderId, maxBytesOf, ownHolder, plainReader } from '../uploads'

/** An announced upload that never arrives is cleared after a day. */
const patienceMs = 24 * 3_600_000

/** Announces an upload: what is not asked for, too many or too large is refused before a byte travels. */
export const beginUpload = implementCommand(contract, {
  async prepare({ input, openid }) {
    const holder = await ownHolder(plainReader, input.target, openid)
    if (isFailure(holder)) return holder
    const material = await askedMaterial(holder, input.material)
    if (isFailure(material)) return material
    if (input.bytes === 0) return fail('FILE_EMPTY')
    if (input.bytes > maxBytesOf(material)) return fail('FILE_TOO_LARGE')
    if ((filesOf(holder)[material.code] ?? []).length >= material.maxFiles) return fail('TOO_MANY_FILES')
    return { targetId: holderId(holder), maxBytes: maxBytesOf(material) }
  },
  async handle({ input, openid, now, transaction, prepared }) {
    const id = makeId()
    const stagingPath = `uploads/${id}`
    await transaction.add(uploads, {
      _id: id,
      ownerId: openid,
      targetKind: input.target.kind,
      targetId: prepared.targetId,
      material: input.material,
      name: sealFileName(id, input.name),
      stagingPath,
      file: null,
      expiresAt: now + patienceMs,
    })
    return { fileId: id, cloudPath: stagingPath, maxBytes: prepared.maxBytes }
  },
})
