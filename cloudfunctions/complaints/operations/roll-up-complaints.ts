import { rollUpComplaints as contract } from '@shared/contracts/complaints'
import { addComplaintCells } from '@shared/domain/complaint-figures'
import type { CivilDate } from '@shared/domain/civil-time'
import { command, database, inTransaction } from '../../kernel/database'
import { implementTimer } from '../../kernel/operation'
import { countDay } from '../count-day'
import { complaints, dayFigures, monthFigures, progress, progressId } from '../store'

const pageLength = 1000
/** What one run looks through, so that it ends in time; the next run goes on. */
const mostPages = 20
/** A change may be written so much later (ms) than its step began. */
const overlapMs = 10 * 60 * 1000

/**
 * Adds up the days on which anything was sent that changed since the last run, then their months. Adding a day up twice
 * changes nothing, so what changed about the time of the last run is counted once more.
 */
export const rollUpComplaints = implementTimer(contract, async ({ now }) => {
  const before = await database.get(progress, progressId)
  const { days, from } = await changedDays(before?.from ?? 0, now)
  for (const day of days) {
    const cells = await countDay(day)
    await inTransaction((transaction) => transaction.put(dayFigures, { _id: day, month: day.slice(0, 7), cells }))
  }
  for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
    const parts = await database.find(dayFigures, { where: { month }, limit: 31 })
    const cells = addComplaintCells(parts.map((day) => day.cells))
    await inTransaction((transaction) => transaction.put(monthFigures, { _id: month, cells }))
  }
  await inTransaction((transaction) => transaction.put(progress, { _id: progressId, at: now, from }))
  return { done: days.length }
})

/** The days with changes, and from which instant on the next run looks for them. */
async function changedDays(
  since: number,
  now: number,
): Promise<{ readonly days: readonly CivilDate[]; readonly from: number }> {
  const days = new Set<CivilDate>()
  let last = since
  for (let page = 0; page < mostPages; page += 1) {
    const changed = await database.findFields(complaints, ['sentOn', 'countedFrom'], {
      where: { countedFrom: page === 0 ? command().gte(last) : command().gt(last) },
      orderBy: ['countedFrom', 'asc'],
      limit: pageLength,
    })
    for (const { sentOn } of changed) days.add(sentOn)
    last = changed.at(-1)?.countedFrom ?? last
    if (changed.length < pageLength) return { days: [...days], from: now - overlapMs }
  }
  return { days: [...days], from: last }
}
