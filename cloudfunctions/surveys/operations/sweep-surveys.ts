import { sweepSurveys as contract } from '@shared/contracts/surveys'
import { addDays, civilDateOf, formatDate, type CivilDate } from '@shared/domain/civil-time'
import { invitationStandings } from '@shared/domain/rating'
import { rectificationClocks } from '@shared/domain/rectification-workflow'
import { appendAudit } from '../../kernel/audit'
import { firstUnknownDay } from '../../kernel/centre'
import { checkText } from '../../kernel/content-check'
import { command, database, inTransaction, type Transaction } from '../../kernel/database'
import { implementTimer, isFailure } from '../../kernel/operation'
import { deliverSoon, type Outbox } from '../../kernel/outbox'
import { recountClock } from '../../kernel/recount-clock'
import { surveyInvitations, tellOfSurvey } from '../../kernel/survey-invitation'
import { announceAlert, announceArrival } from '../announce'
import { timer, timerActor } from '../people'
import { wordsOf } from '../answer-content'
import { keepPraise } from '../public-praise'
import { alertDue } from '@shared/domain/single-clock'
import { moveRectification, subjectOf, withLists } from '../rectifying'
import { answers, praises, rectifications, visitTokens } from '../store'

/** What one run does of each kind; the next run goes on. */
const batch = 100

/**
 * Reminds who said nothing for three days, ends what was open for thirty, counts afresh what was counted
 * before a year's holidays were known, ends the citizen's clock, escalates, tells of
 * anonymous bad answers, and asks WeChat again about praise it did not answer for. Doing any of it twice changes nothing.
 */
export const sweepSurveys = implementTimer(contract, async ({ now }) => {
  const today = civilDateOf(now)
  // Tokens keep somebody from rating a window twice a day: they are of no use the day after.
  await database.removeWhere(visitTokens, { day: command().lt(today) })
  const done = [
    await each(await remindable(now), now, remind),
    await each(await ending(today), now, end),
    await each(await dueBy('provisionalOn', firstUnknownDay(today)), now, recount),
    await each(await lapsing(today), now, lapse),
    await each(await alerting(today), now, escalate),
    await each(await arrived(today), now, tellOfArrival),
    await checkWaiting(now),
  ]
  return { done: done.reduce((sum, count) => sum + count, 0) }
})

/** One thing that is due, in a transaction of its own; false when it was dealt with meanwhile. */
type Step = (transaction: Transaction, outbox: Outbox, id: string, now: number) => Promise<boolean>

async function each(found: readonly { readonly _id: string }[], now: number, step: Step): Promise<number> {
  let count = 0
  for (const { _id } of found) {
    const outbox = deliverSoon(now)
    const isDone = await inTransaction(async (transaction) => {
      outbox.clear()
      const result = await step(transaction, outbox, _id, now)
      await outbox.write(transaction)
      return result
    })
    await outbox.deliver()
    count += Number(isDone)
  }
  return count
}

const remindable = (now: number) =>
  database.find(surveyInvitations, {
    where: { state: 'open', remindAt: command().gt(0).and(command().lte(now)) },
    orderBy: ['remindAt', 'asc'],
    limit: batch,
  })
const ending = (today: CivilDate) =>
  database.find(surveyInvitations, {
    where: { state: 'open', openUntil: command().lt(today) },
    orderBy: ['openUntil', 'asc'],
    limit: batch,
  })
const dueBy = (field: 'wakeOn' | 'alertOn' | 'provisionalOn' | 'announceOn', before: CivilDate) =>
  database.find(rectifications, {
    where: { [field]: command().gt('').and(command().lt(before)) },
    orderBy: [field, 'asc'],
    limit: batch,
  })
const lapsing = (today: CivilDate) => dueBy('wakeOn', today)
const alerting = (today: CivilDate) => dueBy('alertOn', addDays(today, 1))
/** The day after at the earliest, and with everything else of that day: see docs/anonymous-answers. */
const arrived = (today: CivilDate) => dueBy('announceOn', today)

const remind: Step = async (transaction, outbox, id, now) => {
  const invitation = await transaction.get(surveyInvitations, id)
  if (invitation === undefined || invitation.remindAt === 0 || invitation.remindAt > now) return false
  await transaction.put(surveyInvitations, { ...invitation, remindAt: 0 })
  if (invitationStandings[invitation.state].isOpen) tellOfSurvey(outbox, invitation, 'reminder', now)
  return true
}

const end: Step = async (transaction, _outbox, id, now) => {
  const invitation = await transaction.get(surveyInvitations, id)
  if (invitation === undefined || !invitationStandings[invitation.state].isOpen) return false
  if (invitation.openUntil >= civilDateOf(now)) return false
  await transaction.put(surveyInvitations, { ...invitation, state: 'over', remindAt: 0 })
  return true
}

const recount: Step = async (transaction, _outbox, id, now) => {
  const rectification = await transaction.get(rectifications, id)
  if (rectification?.clock === undefined || rectification.provisionalOn === '') return false
  const { audit, clock } = rectification
  const recounted = await recountClock(
    transaction,
    { audit, clock },
    { subject: subjectOf(rectification), at: now, actor: timerActor, clockName: rectificationClocks[clock.name].name },
  )
  await transaction.put(rectifications, withLists({ ...rectification, ...recounted }))
  return true
}

const lapse: Step = async (transaction, outbox, id, now) => {
  const rectification = await transaction.get(rectifications, id)
  if (rectification === undefined || rectification.wakeOn === '' || rectification.wakeOn >= civilDateOf(now))
    return false
  const moved = await moveRectification(transaction, {
    ...{ rectification, action: 'lapse', person: timer, actor: timerActor, now, outbox },
  })
  return !isFailure(moved)
}

/** Each clock once at amber and once at red, with its entry in the chain; the version stays (decision 0005). */
const escalate: Step = async (transaction, outbox, id, now) => {
  const rectification = await transaction.get(rectifications, id)
  const colour =
    rectification === undefined ? undefined : alertDue(rectification, rectificationClocks, civilDateOf(now))
  if (rectification?.clock === undefined || colour === undefined) return false
  const { name, deadline } = rectification.clock
  const audit = await appendAudit(transaction, rectification.audit, {
    subject: subjectOf(rectification),
    at: now,
    actor: timerActor,
    event: 'escalated',
    label: colour === 'amber' ? '期限将到，提醒办理' : '已超期限，报送督查',
    details: {
      ...{ clock: name, colour, dueOn: deadline.dueOn },
      note: `${rectificationClocks[name].name}，${formatDate(deadline.dueOn)}到期`,
    },
  })
  await transaction.put(rectifications, withLists({ ...rectification, audit, alerted: colour }))
  await announceAlert(outbox, rectification, colour, now)
  return true
}

const tellOfArrival: Step = async (transaction, outbox, id, now) => {
  const rectification = await transaction.get(rectifications, id)
  if (rectification === undefined || rectification.announceOn === '') return false
  await transaction.put(rectifications, { ...rectification, announceOn: '' })
  await announceArrival(outbox, rectification, now)
  return true
}

/** How long WeChat is asked again about a text (ms): it answers for people who were in the program within two hours. */
const askedForMs = 2 * 60 * 60 * 1000

/** Praise that WeChat never answered for is not published. */
async function checkWaiting(now: number): Promise<number> {
  const waiting = await database.find(praises, { where: { state: 'waiting' }, orderBy: ['order', 'asc'], limit: batch })
  let count = 0
  for (const { _id, answerId, order } of waiting) {
    const answer = await database.get(answers, answerId)
    const praise = answer === undefined ? undefined : wordsOf(answer).praise
    const isLate = Number(order.slice(0, 15)) + askedForMs < now
    const verdict =
      answer === undefined || praise === undefined || isLate
        ? 'refused'
        : await checkText(answer.ownerId, `${praise.whom}\n${praise.words}`)
    if (verdict === 'unavailable') continue
    if (verdict === 'refused' || answer === undefined) await database.remove(praises, _id)
    else await inTransaction((transaction) => keepPraise(transaction, answer, verdict, now))
    count += 1
  }
  return count
}
