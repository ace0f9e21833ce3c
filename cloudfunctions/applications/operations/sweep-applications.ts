import { sweepApplications as contract } from '@shared/contracts/applications'
import { draftLife, timerActions, type ApplicationAction, type ApplicationClock } from '@shared/domain/application-workflow'
import { addDays, civilDateOf, formatDate, formatDateTime, type CivilDate } from '@shared/domain/civil-time'
import { command, database, inTransaction, type Transaction } from '../../kernel/database'
import { removeExpired } from '../../kernel/expiry'
import { implementTimer, isFailure } from '../../kernel/operation'
import { deliverSoon, type Outbox } from '../../kernel/outbox'
import { cloudFileId, removeObjects } from '../../kernel/stored-files'
import { move, timerActor, timerPerson } from '../move'
import { applications, drafts, uploads, type Application, type Draft } from '../store'
import { itemOf } from '../take-step'
import { expireFiles } from '../uploads'

/** The most of each kind one run takes on; the next run, a minute later, goes on. */
const batch = 100

/**
 * What the clock does: lapsed claims go back, an overdue notice counts as acceptance (行政许可法 art. 32(4)), late
 * corrections and visits expire, drafts are warned of and deleted, unused uploads cleared. One transaction for each.
 */
export const sweepApplications = implementTimer(contract, async ({ now }) => {
  const counts = { released: 0, deemedAccepted: 0, expired: 0, draftsWarned: 0, draftsDeleted: 0 }
  const today = civilDateOf(now)

  for (const { _id } of await lapsedClaims(now)) {
    if (await inOneStep(now, (transaction, outbox) => act(transaction, outbox, _id, now, releaseIfLapsed))) counts.released += 1
  }
  for (const { _id } of await overdue(today)) {
    const action = await inOneStep(now, (transaction, outbox) => act(transaction, outbox, _id, now, overdueAction))
    if (action === 'deem-accepted') counts.deemedAccepted += 1
    else if (action === 'expire') counts.expired += 1
  }
  for (const { _id } of await restingDrafts(today)) {
    const done = await inOneStep(now, (transaction, outbox) => tendDraft(transaction, outbox, _id, now))
    if (done === 'warned') counts.draftsWarned += 1
    else if (done === 'deleted') counts.draftsDeleted += 1
  }
  await clearUploads(now)
  await removeExpired(now, batch)
  return counts
})

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
const restingDrafts = (today: CivilDate) =>
  database.find(drafts, { where: { wakeOn: command().lte(today) }, orderBy: ['wakeOn', 'asc'], limit: batch })

/** One transaction with the messages it wants sent. */
async function inOneStep<Result>(now: number, work: (transaction: Transaction, outbox: Outbox) => Promise<Result>): Promise<Result> {
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
async function act(
  transaction: Transaction,
  outbox: Outbox,
  id: string,
  now: number,
  decide: (application: Application, now: number) => ApplicationAction | undefined,
): Promise<ApplicationAction | undefined> {
  const application = await transaction.get(applications, id)
  const action = application === undefined ? undefined : decide(application, now)
  if (application === undefined || action === undefined) return undefined
  const item = await itemOf(application)
  const moved = await move(transaction, { application, item, action, person: timerPerson, actor: timerActor, now, outbox })
  return isFailure(moved) ? undefined : action
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

async function tendDraft(transaction: Transaction, outbox: Outbox, id: string, now: number): Promise<'warned' | 'deleted' | undefined> {
  const today = civilDateOf(now)
  const draft = await transaction.get(drafts, id)
  if (draft === undefined || draft.wakeOn > today) return undefined
  if (draft.keptUntil < today) {
    await expireFiles(transaction, Object.values(draft.materials).flat(), now)
    await transaction.remove(drafts, id)
    return 'deleted'
  }
  const looks = [...draftLife.warnDaysBefore.map((days) => addDays(draft.keptUntil, -days)), addDays(draft.keptUntil, 1)]
  await transaction.put(drafts, { ...draft, wakeOn: looks.find((day) => day > today) ?? addDays(today, 1) })
  outbox.tell({
    event: `${id}:${String(draft.revision)}:${draft.wakeOn}`,
    recipient: draft.ownerId,
    template: 'expiring',
    texts: [draft.itemName, '-', '草稿待提交', formatDateTime(now), draftAdvice(draft)],
    page: `packages/apply/pages/apply?item=${draft.itemCode}`,
  })
  return 'warned'
}

const draftAdvice = (draft: Draft) => `草稿保留到${formatDate(draft.keptUntil)}`

/** Objects go first: if the machine dies in between, the record is still there and the next run finishes. */
async function clearUploads(now: number): Promise<void> {
  const expired = await database.find(uploads, {
    where: { expiresAt: command().gt(0).and(command().lte(now)) },
    orderBy: ['expiresAt', 'asc'],
    limit: batch,
  })
  for (const upload of expired) {
    await removeObjects([cloudFileId(upload.stagingPath), ...(upload.file === null ? [] : [upload.file.object])])
    await database.remove(uploads, upload._id)
  }
}
