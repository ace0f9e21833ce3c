import { getBoard as contract } from '@shared/contracts/supervision'
import { civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import { departments as known } from '../../../config/centre/departments'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { cases } from '../../kernel/store'
import { progress, progressId } from '../store'
import { amberBy, dueBefore } from '../urgent'

/**
 * The deadlines board. What runs is counted in the index; only what is amber or red is read, which is few however much
 * runs. Windows are those of the centre's configuration and any other that has something urgent.
 */
export const getBoard = implementQuery(contract, async ({ staff, now }) => {
  const departments = staff?.departments ?? []
  const today = civilDateOf(now)
  const [urgent, rolledUp, ...rows] = await Promise.all([
    urgentByWindow(departments, today),
    database.get(progress, progressId),
    ...departments.map((department) => runningIn(department)),
  ])
  return {
    departments: rows.map(({ department, running, windows }) => {
      const own = urgent.filter((each) => each.department === department)
      const names = [...new Set([...windows.keys(), ...own.map(({ window }) => window)])]
      return {
        department,
        running,
        ...sums(own),
        windows: names.map((window) => {
          const here = own.filter((each) => each.window === window)
          // A window the configuration does not know has at least what is urgent there.
          const { amber, red } = sums(here)
          return { window, running: windows.get(window) ?? amber + red, amber, red }
        }),
      }
    }),
    ...(rolledUp === undefined ? {} : { countedAt: rolledUp.at }),
  }
})

/** How many cases of a department run, in all and at each of its windows. */
async function runningIn(department: string) {
  const names = known.find(({ name }) => name === department)?.windows ?? []
  const [running, ...counts] = await Promise.all([
    database.count(cases, { department, running: true }),
    ...names.map((window) => database.count(cases, { department, window, running: true })),
  ])
  return { department, running, windows: new Map(names.map((window, place) => [window, counts[place] ?? 0])) }
}

interface Urgent {
  readonly department: string
  readonly window: string
  readonly amber: number
  readonly red: number
}

async function urgentByWindow(departments: readonly string[], today: CivilDate): Promise<readonly Urgent[]> {
  if (departments.length === 0) return []
  const within = { department: command().in([...departments]) }
  const [urgent, red] = await Promise.all([
    database.countByGroups(cases, { ...within, amberOrder: amberBy(today) }, ['department', 'window']),
    database.countByGroups(cases, { ...within, dueOrder: dueBefore(today) }, ['department', 'window']),
  ])
  // Red ones turned amber before, so they are among the urgent ones; one that moves between the two reads may be in one only.
  return urgent.map(({ department, window, count }) => {
    const overdue = red.find((each) => each.department === department && each.window === window)?.count ?? 0
    return { department, window, amber: Math.max(0, count - overdue), red: overdue }
  })
}

function sums(rows: readonly Urgent[]): { readonly amber: number; readonly red: number } {
  return {
    amber: rows.reduce((sum, { amber }) => sum + amber, 0),
    red: rows.reduce((sum, { red }) => sum + red, 0),
  }
}
