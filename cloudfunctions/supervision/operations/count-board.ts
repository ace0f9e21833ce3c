import { countBoard as contract } from '@shared/contracts/supervision'
import { inTransaction } from '../../kernel/database'
import { implementTimer } from '../../kernel/operation'
import { countWindows } from '../count-windows'
import { boardCounts } from '../store'

/** Counts what the board shows, so that looking at it costs the same however much runs or is overdue. */
export const countBoard = implementTimer(contract, async ({ now }) => {
  const counts = await countWindows(now)
  await inTransaction((transaction) => transaction.put(boardCounts, counts))
  return { windows: counts.windows.length }
})
