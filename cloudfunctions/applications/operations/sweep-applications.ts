import { sweepApplications as contract } from '@shared/contracts/applications'
import { keysOf } from '@shared/contracts/keys-of'
import { messagePages } from '@shared/contracts/message-pages'
import {
  draftLife,
  timerActions,
  type ApplicationAction,
  type ApplicationClock,
} from '@shared/domain/application-workflow'
import { addDays, civilDateOf, formatDate, formatDateTime, type CivilDate } from '@shared/domain/civil-time'
import { fileKinds } from '@shared/domain/item'
import { currentTime } from '../../kernel/clock'
import { command, database, inTransaction, type Transaction } from '../../kernel/database'
import { removeExpired } from '../../kernel/expiry'
import { logFault } from '../../kernel/log-fault'
import { implementTimer, isFailure } from '../../kernel/operation'
import { deliverSoon, type Outbox } from '../../kernel/outbox'
import { cloudFileId, removeObjects } from '../../kernel/stored-files'
import { move, timerActor, timerPerson } from '../move'
import { applications, drafts, uploads, type Application, type Draft, type Upload } from '../store'
import { itemOf } from '../take-step'
import { expireFiles, takenInPath } from '../uploads'

/** How many are looked up at once, and how long one run looks for more of a kind (ms): then the next run goes on. */
const batch = 100
const patienceMs = 10_000

/**
 * What the clock does: lapsed claims go back, an overdue notice counts as acceptance (行政许可法 art. 32(4)), late
 * corrections and visits expire, drafts are warned of and deleted, unused uploads cleared. One transaction for each.
 */
export const sweepApplications = implementTimer(contract, async ({ now }) => {
  const counts = { released: 0, deemedAccepted: 0, expired: 0, draftsWarned: 0, draftsDeleted: 0, failed: 0 }
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

  await each(
    () => lapsedClaims(now),
    actWith(releaseIfLapsed),
    (action) => {
      if (action !== undefined) counts.released += 1
    },
  )
  await each(
    () => overdue(today),
    actWith(overdueAction),
    (action) => {
      if (action === 'deem-accepted') counts.deemedAccepted += 1
      else if (action === 'expire') counts.expired += 1
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
  for (const upload of await expiredUploads(now)) {
    await attempt(upload._id, () => clearUpload(upload))
  }
  await removeExpired(now)
  return counts
})

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
