import { sweepApplications as contract } from '@shared/contracts/applications'
import { keysOf } from '@shared/contracts/keys-of'
import { messagePages } from '@shared/contracts/message-pages'
import {
  clockNames,
  draftLife,
  timerActions,
  type ApplicationAction,
  type ApplicationClock,
} from '@shared/domain/application-workflow'
import { addDays, civilDateOf, formatDate, formatDateTime, type CivilDate } from '@shared/domain/civil-time'
import { fileKinds } from '@shared/domain/item'
import { appendAudit } from '../../kernel/audit'
import { recordCase } from '../../kernel/case-facts'
import { currentTime } from '../../kernel/clock'
import { firstUnknownDay } from '../../kernel/centre'
import { command, database, inTransaction, type Transaction } from '../../kernel/database'
import { removeExpired } from '../../kernel/expiry'
import { logFault } from '../../kernel/log-fault'
import { implementTimer, isFailure } from '../../kernel/operation'
import { deliverSoon, type Outbox } from '../../kernel/outbox'
import { cloudFileId, removeObjects } from '../../kernel/stored-files'
import { announceAlert } from '../announce'
import { alertsDue, changedDueDays, recount } from '../clocks'
import { derivedOf, move, timerActor, timerPerson } from '../move'
import {
  applications,
  drafts,
  unusedFiles,
  uploads,
  type Application,
  type Draft,
  type UnusedFiles,
  type Upload,
} from '../store'
import { itemOf } from '../take-step'
import { expireFiles, takenInPath } from '../uploads'

/** How many are looked up at once, and how long one run looks for more of a kind (ms): then the next run goes on. */
const batch = 100
const patienceMs = 8_000

/**
 * What the clock does: lapsed claims go back, provisional limits are recounted, limits that turn amber or red escalated, an
 * overdue notice counts as acceptance (行政许可法 art. 32(4)), late corrections and visits expire, delivered results are
 * closed, drafts are warned of and deleted, unused uploads cleared. One transaction for each.
 */
export const sweepApplications = implementTimer(contract, async ({ now }) => {
  const counts = {
    ...{ released: 0, deemedAccepted: 0, expired: 0, confirmed: 0, escalated: 0, recounted: 0 },
    ...{ draftsWarned: 0, draftsDeleted: 0, failed: 0 },
  }
  const today = civilDateOf(now)
  /** What cannot be dealt with is logged, and does not keep the others waiting. */
  const attempt = async (subject: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      counts.failed += 1
      logFault({ operation: contract.name, subject }, error)
    }
  }
  const each = async <Result>(find: Find, step: Step<Result>, count: (result: Result) => void) => {
    const until = currentTime() + patienceMs
    for (let known = counts.failed; currentTime() < until; known = counts.failed) {
      const found = await find()
      for (const { _id } of found) {
        await attempt(_id, async () =>
          count(await inOneStep(now, (transaction, outbox) => step(transaction, outbox, _id, now))),
        )
      }
      // What failed is found again, first of all: it waits for the next run.
      if (found.length < batch || counts.failed > known) return
    }
  }

  await attempt('amber', () => turnAmber(today))
  await each(
    () => lapsedClaims(now),
    actWith(releaseIfLapsed),
    (action) => {
      if (action !== undefined) counts.released += 1
    },
  )
  const knownUntil = firstUnknownDay(today)
  await each(
    () => provisional(knownUntil),
    recountClocks,
    (isChanged) => {
      if (isChanged) counts.recounted += 1
    },
  )
  // Before the overdue ones move on: what they missed stands in their chains first.
  await each(
    () => alerting(today),
    escalate,
    (alerts) => {
      counts.escalated += alerts
    },
  )
  await each(
    () => overdue(today),
    actWith(overdueAction),
    (action) => {
      if (action === 'deem-accepted') counts.deemedAccepted += 1
      else if (action === 'expire') counts.expired += 1
      else if (action === 'confirm') counts.confirmed += 1
    },
  )
  await each(
    () => restingDrafts(today),
    tendDraft,
    (done) => {
      if (done === 'warned') counts.draftsWarned += 1
      else if (done === 'deleted') counts.draftsDeleted += 1
    },
  )
  for (const left of await leftFiles(now)) {
    await attempt(left._id, () => markExpired(left))
  }
  for (const upload of await expiredUploads(now)) {
    await attempt(upload._id, () => clearUpload(upload))
  }
  await removeExpired(now)
  return counts
})

/** Marks the cases whose limit turns amber today for the queues' filter: nothing that is decided on, so no step each. */
async function turnAmber(today: CivilDate): Promise<void> {
  const where = { amberOn: command().gt('').and(command().lte(today)) }
  await database.updateWhere(applications, where, { isAmber: true, amberOn: '' })
}

/** The next of a kind; none that was dealt with is found again. */
type Find = () => Promise<readonly { readonly _id: string }[]>
/** What is done about one application or draft, in a transaction of its own. */
type Step<Result> = (transaction: Transaction, outbox: Outbox, id: string, now: number) => Promise<Result>

const lapsedClaims = (now: number) =>
  database.find(applications, {
    where: { queue: 'claimed', claimUntil: command().lte(now) },
    orderBy: ['claimUntil', 'asc'],
    limit: batch,
  })
const overdue = (today: CivilDate) =>
  database.find(applications, {
    where: { wakeOn: command().gt('').and(command().lt(today)) },
    orderBy: ['wakeOn', 'asc'],
    limit: batch,
  })
const alerting = (today: CivilDate) =>
  database.find(applications, {
    where: { alertOn: command().gt('').and(command().lte(today)) },
    orderBy: ['alertOn', 'asc'],
    limit: batch,
  })
const provisional = (knownUntil: CivilDate) =>
  database.find(applications, {
    where: { provisionalOn: command().gt('').and(command().lt(knownUntil)) },
    orderBy: ['provisionalOn', 'asc'],
    limit: batch,
  })
const restingDrafts = (today: CivilDate) =>
  database.find(drafts, { where: { wakeOn: command().lte(today) }, orderBy: ['wakeOn', 'asc'], limit: batch })

/** One transaction with the messages it wants sent. */
async function inOneStep<Result>(
  now: number,
  work: (transaction: Transaction, outbox: Outbox) => Promise<Result>,
): Promise<Result> {
  const outbox = deliverSoon(now)
  const result = await inTransaction(async (transaction) => {
    outbox.clear()
    const done = await work(transaction, outbox)
    await outbox.write(transaction)
    return done
  })
  await outbox.deliver()
  return result
}

/** Moves one application as the timer, if what the query saw still holds within the transaction. */
function actWith(
  decide: (application: Application, now: number) => ApplicationAction | undefined,
): Step<ApplicationAction | undefined> {
  return async (transaction, outbox, id, now) => {
    const application = await transaction.get(applications, id)
    const action = application === undefined ? undefined : decide(application, now)
    if (application === undefined || action === undefined) return undefined
    const item = await itemOf(application)
    const moved = await move(transaction, {
      application,
      item,
      action,
      person: timerPerson,
      actor: timerActor,
      now,
      outbox,
    })
    return isFailure(moved) ? undefined : action
  }
}

const releaseIfLapsed = (application: Application, now: number): ApplicationAction | undefined =>
  application.claimUntil > 0 && application.claimUntil <= now ? 'release' : undefined

function overdueAction(application: Application, now: number): ApplicationAction | undefined {
  const today = civilDateOf(now)
  const ended = Object.entries(timerActions).find(([clock]) => {
    const deadline = application.clocks[clock as ApplicationClock]
    return deadline !== undefined && deadline.dueOn < today
  })
  return ended?.[1]
}

/**
 * Escalates what turned amber to whoever deals with the case, and what turned red to the supervisors: each clock once,
 * with its entry in the chain. The version stays, since nothing that is decided on changes (decision 0005).
 */
async function escalate(transaction: Transaction, outbox: Outbox, id: string, now: number): Promise<number> {
  const application = await transaction.get(applications, id)
  const alerts = application === undefined ? [] : alertsDue(application, civilDateOf(now))
  if (application === undefined || alerts.length === 0) return 0
  let { audit } = application
  for (const { clock, colour } of alerts) {
    const dueOn = application.clocks[clock]?.dueOn ?? ''
    audit = await appendAudit(transaction, audit, {
      subject: id,
      at: now,
      actor: timerActor,
      event: 'escalated',
      label: colour === 'amber' ? '期限将到，提醒办理' : '已超期限，报送督查',
      details: { clock, colour, dueOn, note: `${clockNames[clock]}，${formatDate(dueOn)}到期` },
    })
  }
  const alerted = { ...application.alerted, ...Object.fromEntries(alerts.map(({ clock, colour }) => [clock, colour])) }
  const escalated = { ...application, audit, alerted }
  await transaction.put(applications, { ...escalated, ...derivedOf(escalated, civilDateOf(now)) })
  for (const alert of alerts) await announceAlert(outbox, application, alert, now)
  return alerts.length
}

/** Counts provisional limits afresh, now that the year's notice is known; a due day that changes has its entry. */
async function recountClocks(transaction: Transaction, _outbox: Outbox, id: string, now: number): Promise<boolean> {
  const application = await transaction.get(applications, id)
  if (application === undefined || application.provisionalOn === '') return false
  const item = await itemOf(application)
  const { clocks, suspension } = recount(application, item)
  const changed = changedDueDays(application, { clocks, ...(suspension === undefined ? {} : { suspension }) })
  let { audit } = application
  for (const { clock, from, to } of changed) {
    audit = await appendAudit(transaction, audit, {
      subject: id,
      at: now,
      actor: timerActor,
      event: 'recounted',
      label: '节假日安排公布，期限重新计算',
      details: { clock, from, to, note: `${clockNames[clock]}由${formatDate(from)}改为${formatDate(to)}` },
    })
  }
  const rounds = application.rounds.map((round, place) =>
    place === application.rounds.length - 1 && clocks.resubmission !== undefined
      ? { ...round, dueOn: clocks.resubmission.dueOn }
      : round,
  )
  const recounted = { ...application, audit, clocks, rounds, ...(suspension === undefined ? {} : { suspension }) }
  const stored = { ...recounted, ...derivedOf(recounted, civilDateOf(now)) }
  await transaction.put(applications, stored)
  const row = { to: stored.state, starts: [] }
  await recordCase(transaction, { application: stored, clocksBefore: application.clocks, item, row, now })
  return changed.length > 0
}

async function tendDraft(
  transaction: Transaction,
  outbox: Outbox,
  id: string,
  now: number,
): Promise<'warned' | 'deleted' | undefined> {
  const today = civilDateOf(now)
  const draft = await transaction.get(drafts, id)
  if (draft === undefined || draft.wakeOn > today) return undefined
  if (draft.keptUntil < today) {
    await expireFiles(transaction, Object.values(draft.materials).flat(), now)
    await transaction.remove(drafts, id)
    return 'deleted'
  }
  const looks = [
    ...draftLife.warnDaysBefore.map((days) => addDays(draft.keptUntil, -days)),
    addDays(draft.keptUntil, 1),
  ]
  await transaction.put(drafts, { ...draft, wakeOn: looks.find((day) => day > today) ?? addDays(today, 1) })
  outbox.tell({
    event: `${id}:${String(draft.revision)}:${draft.wakeOn}`,
    recipient: draft.ownerId,
    template: 'expiring',
    texts: [draft.itemName, '-', '草稿待提交', formatDateTime(now), draftAdvice(draft)],
    page: messagePages.draft(draft.itemCode),
  })
  return 'warned'
}

const draftAdvice = (draft: Draft) => `草稿保留到${formatDate(draft.keptUntil)}`

/** By then a call that was still taking the upload in has ended one way or the other (ms). */
const afterTheLastCallMs = 120_000

const leftFiles = (now: number) =>
  database.find(unusedFiles, {
    where: { at: command().lte(now - afterTheLastCallMs) },
    orderBy: ['at', 'asc'],
    limit: batch,
  })

/** The uploads of files that nothing holds are over; whoever is interrupted in between does it again. */
async function markExpired({ _id, fileIds, at }: UnusedFiles): Promise<void> {
  await database.updateWhere(uploads, { _id: command().in([...fileIds]) }, { expiresAt: at })
  await database.remove(unusedFiles, _id)
}

const expiredUploads = (now: number) =>
  database.find(uploads, {
    where: {
      expiresAt: command()
        .gt(0)
        .and(command().lte(now - afterTheLastCallMs)),
    },
    orderBy: ['expiresAt', 'asc'],
    limit: batch,
  })

/** Objects go first: if the machine dies in between, the record is still there and the next run finishes. */
async function clearUpload(upload: Upload): Promise<void> {
  const takenIn = keysOf(fileKinds).map((kind) => takenInPath(upload._id, kind))
  await removeObjects([upload.stagingPath, ...takenIn].map(cloudFileId))
  await database.remove(uploads, upload._id)
}
