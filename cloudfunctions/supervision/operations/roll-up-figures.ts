import { rollUpFigures as contract } from '@shared/contracts/supervision'
import { addDays, civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import { addCells, cellsOfDay } from '@shared/domain/supervision-figures'
import { command, database, inTransaction } from '../../kernel/database'
import { implementTimer } from '../../kernel/operation'
import { cases, type StoredCase } from '../../kernel/store'
import { dayFigures, monthFigures, progress, progressId } from '../store'

/** What one run adds up, so that the first ones over an old centre end in time; the next run goes on. */
const mostDays = 120
const mostCases = 50_000
/** The two done again and one more, so that every run gets further, however much happened on a day. */
const leastDays = 3
const pageLength = 1000

/**
 * Adds up every day from the last one done through today, then the months they belong to. The last days are done again
 * each time: a step may have been written after the run that counted its day. Doing a day twice changes nothing.
 */
export const rollUpFigures = implementTimer(contract, async ({ now }) => {
  const today = civilDateOf(now)
  const done = await database.get(progress, progressId)
  const from = done === undefined ? await firstDay(today) : addDays(done.through, -1)
  const days: CivilDate[] = []
  let counted = 0
  const hasRoom = () => days.length < leastDays || (days.length < mostDays && counted < mostCases)
  for (let day = from; day <= today && hasRoom(); day = addDays(day, 1)) {
    const found = await casesOf(day)
    const cells = cellsOfDay(found, day)
    await inTransaction((transaction) => transaction.put(dayFigures, { _id: day, month: day.slice(0, 7), cells }))
    counted += found.length
    days.push(day)
  }
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  for (const month of months) {
    const parts = await database.find(dayFigures, { where: { month }, limit: 31 })
    const cells = addCells(parts.map((day) => day.cells))
    await inTransaction((transaction) => transaction.put(monthFigures, { _id: month, cells }))
  }
  const through = days.at(-1)
  if (through !== undefined) {
    await inTransaction((transaction) => transaction.put(progress, { _id: progressId, through, at: now }))
  }
  return { days: days.length, months: months.length }
})

/** The day the first case came in; today for a centre without any. */
async function firstDay(today: CivilDate): Promise<CivilDate> {
  const [first] = await database.find(cases, {
    where: { submittedOn: command().gt('') },
    orderBy: ['submittedOn', 'asc'],
    limit: 1,
  })
  return first === undefined || first.submittedOn > today ? today : first.submittedOn
}

/** The cases that came in, were accepted or were decided on a day; each once. */
async function casesOf(day: CivilDate): Promise<readonly StoredCase[]> {
  const found = new Map<string, StoredCase>()
  for (const step of ['submittedOn', 'acceptedOn', 'decidedOn'] as const) {
    for (let after = ''; ;) {
      const page = await database.find(cases, {
        where: { [step]: day, _id: command().gt(after) },
        orderBy: ['_id', 'asc'],
        limit: pageLength,
      })
      for (const each of page) found.set(each._id, each)
      const last = page.at(-1)
      if (last === undefined || page.length < pageLength) break
      after = last._id
    }
  }
  return [...found.values()]
}
