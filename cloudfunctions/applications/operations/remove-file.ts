import { removeFile as contract } from '@shared/contracts/applications'
import { implementCommand, isFailure } from '../../kernel/operation'
import { expireFile, filesOf, ownHolder, putFiles } from '../uploads'

/** Takes a file out of a draft or a correction; one that is gone already stays gone. */
export const removeFile = implementCommand(contract, {
  async handle({ input, openid, now, transaction }) {
    const holder = await ownHolder(transaction, input.target, openid)
    if (isFailure(holder)) return holder
    const listed = filesOf(holder)[input.material] ?? []
    if (listed.some(({ id }) => id === input.fileId)) await expireFile(transaction, input.fileId, now)
    await putFiles(
      transaction,
      holder,
      input.material,
      listed.filter((file) => file.id !== input.fileId),
    )
    return {}
  },
})
