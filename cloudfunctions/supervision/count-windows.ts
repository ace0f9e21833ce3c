import { civilDateOf } from '@shared/domain/civil-time'
import { departments } from '../../config/centre/departments'
import { command, database } from '../kernel/database'
import { cases } from '../kernel/store'
import { boardCountsId, type BoardCounts } from './store'
import { amberBy, dueBefore } from './urgent'

const byWindow = ['department', 'window'] as const

/**
 * How many cases each window of the centre has, by colour. Reads every running case, those that are amber or red twice
 * and three times.
 */
export async function countWindows(now: number): Promise<BoardCounts> {
  const day = civilDateOf(now)
  const within = { department: command().in(departments.map(({ name }) => name)) }
  const [running, urgent, red] = await Promise.all([
    database.countByGroups(cases, { running: true }, byWindow),
    database.countByGroups(cases, { ...within, amberOrder: amberBy(day) }, byWindow),
    database.countByGroups(cases, { ...within, dueOrder: dueBefore(day) }, byWindow),
  ])
  const countAt = (groups: typeof running, { department, window }: (typeof running)[number]) =>
    groups.find((each) => each.department === department && each.window === window)?.count ?? 0
  return {
    _id: boardCountsId,
    day,
    at: now,
    windows: running.map((each) => {
      // Red ones turned amber before, so they are among the urgent ones; one that moves between the reads may be in one only.
      const overdue = Math.min(each.count, countAt(red, each))
      const soon = Math.min(each.count, countAt(urgent, each)) - overdue
      return {
        department: each.department,
        window: each.window,
        running: each.count,
        amber: Math.max(0, soon),
        red: overdue,
      }
    }),
  }
}
