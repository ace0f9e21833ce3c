import { clearItemFiles as contract } from '@shared/contracts/catalogue-editing'
import { command, database } from '../../kernel/database'
import { implementTimer } from '../../kernel/operation'
import { cloudFileId, removeObjects } from '../../kernel/stored-files'
import { itemFiles } from '../store'

/** Records of one run. */
const mostCleared = 100

/** Removes exported files whose links have ended, and uploads of imports that are over. */
export const clearItemFiles = implementTimer(contract, async ({ now }) => {
  const over = await database.find(itemFiles, {
    where: { expiresAt: command().lte(now) },
    orderBy: ['expiresAt', 'asc'],
    limit: mostCleared,
  })
  for (const { _id, files } of over) {
    await removeObjects(files.map(({ path }) => cloudFileId(path)))
    // Last, so that a run that breaks off leaves the record of what is left.
    await database.remove(itemFiles, _id)
  }
  return { removed: over.length }
})
