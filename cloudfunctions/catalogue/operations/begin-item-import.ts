import { beginItemImport as contract, mostImportBytes } from '@shared/contracts/catalogue-editing'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand } from '../../kernel/operation'
import { itemFiles } from '../store'

/** Announced files that nobody imports are cleared after a day. */
const patienceMs = 24 * 3_600_000

/** Announces the files of an import: they are too large for a call and go through the storage. */
export const beginItemImport = implementCommand(contract, {
  async handle({ input, openid, now, transaction }) {
    if (input.files.some(({ bytes }) => bytes > mostImportBytes)) return fail('FILE_TOO_LARGE')
    const importId = makeId()
    const files = input.files.map(({ name }, place) => ({ name, path: `uploads/${importId}-${String(place)}` }))
    await transaction.put(itemFiles, {
      _id: importId,
      ownerId: openid,
      kind: 'import',
      files,
      expiresAt: now + patienceMs,
    })
    return { importId, cloudPaths: files.map(({ path }) => path) }
  },
})
