import { beginUpload as contract } from '@shared/contracts/applications'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { announceUpload, askedMaterial, filesOf, holderId, maxBytesOf, ownHolder, plainReader } from '../uploads'

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
    const announced = await announceUpload(
      transaction,
      { ownerId: openid, targetKind: input.target.kind, targetId: prepared.targetId, material: input.material },
      input.name,
      now,
    )
    return { ...announced, maxBytes: prepared.maxBytes }
  },
})
