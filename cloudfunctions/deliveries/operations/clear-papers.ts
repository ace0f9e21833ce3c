import { clearPapers as contract } from '@shared/contracts/deliveries'
import { command, database } from '../../kernel/database'
import { implementTimer } from '../../kernel/operation'
import { cloudFileId, removeObjects } from '../../kernel/stored-files'
import { papers } from '../store'

/** Papers of one run; as many as one deletion takes. */
const mostCleared = 50

/** Removes labels and sheets whose links have ended: they hold people's addresses, and are made anew when needed. */
export const clearPapers = implementTimer(contract, async ({ now }) => {
  const over = await database.find(papers, {
    where: { expiresAt: command().lte(now) },
    orderBy: ['expiresAt', 'asc'],
    limit: mostCleared,
  })
  await removeObjects(over.map(({ path }) => cloudFileId(path)))
  // Last, so that a run that breaks off leaves the record of what is left.
  for (const { _id } of over) await database.remove(papers, _id)
  return { done: over.length, failed: 0 }
})
