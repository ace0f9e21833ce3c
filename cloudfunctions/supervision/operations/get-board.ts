import { getBoard as contract } from '@shared/contracts/supervision'
import { civilDateOf } from '@shared/domain/civil-time'
import { departments as known } from '../../../config/centre/departments'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { countWindows } from '../count-windows'
import { boardCounts, boardCountsId, type WindowCounts } from '../store'

/**
 * The deadlines board, as a timer counted it a few minutes ago. Yesterday's colours are not today's: until the timer ran
 * on a day it is counted for whoever asks. Windows are those of the centre's configuration and any other with a running
 * case.
 */
export const getBoard = implementQuery(contract, async ({ staff, now }) => {
  const stored = await database.get(boardCounts, boardCountsId)
  const { at, windows } = stored?.day === civilDateOf(now) ? stored : await countWindows(now)
  return {
    departments: (staff?.departments ?? []).map((department) => {
      const own = windows.filter((each) => each.department === department)
      const configured = known.find(({ name }) => name === department)?.windows ?? []
      const names = [...new Set([...configured, ...own.map(({ window }) => window)])]
      return {
        department,
        ...sums(own),
        windows: names.map((window) => ({ window, ...sums(own.filter((each) => each.window === window)) })),
      }
    }),
    countedAt: at,
  }
})

function sums(counts: readonly WindowCounts[]): Pick<WindowCounts, 'running' | 'amber' | 'red'> {
  return {
    running: counts.reduce((sum, { running }) => sum + running, 0),
    amber: counts.reduce((sum, { amber }) => sum + amber, 0),
    red: counts.reduce((sum, { red }) => sum + red, 0),
  }
}
