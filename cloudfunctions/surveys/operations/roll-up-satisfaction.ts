import { rollUpSatisfaction as contract } from '@shared/contracts/surveys'
import { addDays, civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import { addSatisfactionCells } from '@shared/domain/satisfaction-figures'
import { command, database, inTransaction } from '../../kernel/database'
import { implementTimer } from '../../kernel/operation'
import { surveyInvitations } from '../../kernel/survey-invitation'
import { countDay } from '../count-day'
import { answers, dayFigures, monthFigures, progress, progressId, type Progress } from '../store'

/**
 * Days that may still change: an invitation is open for 30, a rectification ends after some 40 with the longest holidays.
 * Later the counts of a day stay what they are, whatever happens.
 */
const daysBack = 60
/** Today, and yesterday for what was written after its last run. */
const daysAlways = 2
/** What one run counts besides, so that it ends in time; the next run goes on. */
const most = { days: 120, documents: 50_000 } as const

/**
 * Adds up the last two days, and once a day all that may still change, then the months they belong to. Adding a day up
 * twice changes nothing.
 */
export const rollUpSatisfaction = implementTimer(contract, async ({ now }) => {
  const today = civilDateOf(now)
  const before = await database.get(progress, progressId)
  const recent = Array.from({ length: daysAlways }, (_, back) => addDays(today, -back))
  const { days: older, resumeFrom } = await nextOfPass(before, today)
  const counted: CivilDate[] = []
  let documents = 0
  let stoppedAt: CivilDate = resumeFrom
  for (const day of [...recent, ...older]) {
    if (documents > most.documents && !recent.includes(day)) {
      stoppedAt = day
      break
    }
    const { cells, read } = await countDay(day, today)
    await inTransaction((transaction) => transaction.put(dayFigures, { _id: day, month: day.slice(0, 7), cells }))
    counted.push(day)
    documents += read
  }
  for (const month of new Set(counted.map((day) => day.slice(0, 7)))) {
    const parts = await database.find(dayFigures, { where: { month }, limit: 31 })
    const cells = addSatisfactionCells(parts.map((day) => day.cells))
    await inTransaction((transaction) => transaction.put(monthFigures, { _id: month, cells }))
  }
  const passedFor = stoppedAt === '' ? today : (before?.passedFor ?? '')
  const after: Progress = { _id: progressId, at: now, passedFor, resumeFrom: stoppedAt }
  await inTransaction((transaction) => transaction.put(progress, after))
  return { done: counted.length }
})

/** The older days that are to be counted now, and where the run after this one goes on; '' = with them all is counted. */
async function nextOfPass(
  before: Progress | undefined,
  today: CivilDate,
): Promise<{ readonly days: readonly CivilDate[]; readonly resumeFrom: CivilDate }> {
  const end = addDays(today, -daysAlways)
  const begin = before === undefined ? await firstDay(today) : addDays(today, -daysBack)
  const from = before?.resumeFrom === '' || before === undefined ? begin : before.resumeFrom
  const isDone = before?.passedFor === today && before.resumeFrom === ''
  const days: CivilDate[] = []
  for (let day = from; !isDone && day <= end && days.length < most.days; day = addDays(day, 1)) days.push(day)
  const last = days.at(-1)
  return { days, resumeFrom: last === undefined || last >= end ? '' : addDays(last, 1) }
}

/** The first day that anything was closed or answered; today where nothing was. */
async function firstDay(today: CivilDate): Promise<CivilDate> {
  const after = command().gt('')
  const [[closed], [answered]] = await Promise.all([
    database.find(surveyInvitations, { where: { closedOn: after }, orderBy: ['closedOn', 'asc'], limit: 1 }),
    database.find(answers, { where: { day: after }, orderBy: ['day', 'asc'], limit: 1 }),
  ])
  return [today, closed?.closedOn ?? today, answered?.day ?? today].sort()[0] ?? today
}
