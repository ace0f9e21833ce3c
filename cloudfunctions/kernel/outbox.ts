import type { ApplicationMessage } from '@shared/domain/application-workflow'
import { fillTemplate } from '@shared/domain/message-template'
import { sendAt } from '@shared/domain/quiet-hours'
import { templateOf } from './centre'
import { currentTime } from './clock'
import { command, database, inTransaction, type Transaction } from './database'
import { derivedId } from './ids'
import { seal, unseal, type Sealed } from './sealed'
import { grants, messages, phoneTasks, type Message, type MustHear, type PhoneTask } from './store'
import { sendSubscribeMessage } from './wechat-sender'

/** What a step tells a person. `event` makes it unique: one event, recipient and template is one message. */
export interface Notice {
  readonly event: string
  /** '' for a person without an account here: only what they must hear is kept, as a call to be made. */
  readonly recipient: string
  readonly template: ApplicationMessage
  /** Texts in the order of the template's fields. */
  readonly texts: readonly string[]
  readonly page: string
  readonly aboutToday?: boolean
  /** Set when the person has to hear of it: without a grant left, staff of the department are asked to phone. */
  readonly mustHear?: Omit<MustHear, 'personName'> & { readonly personName: string }
}

/** Messages of one command: written inside its transaction, delivered after the commit. */
export interface Outbox {
  tell(notice: Notice): void
  /** Something outside to be tried once the command is committed, best effort; a timer has to make up for it. */
  afterwards(work: () => Promise<unknown>): void
  /** Forgets what a run that did not commit wanted to say. */
  clear(): void
  write(transaction: Transaction): Promise<void>
  /** Sends what was written, best effort; the timer sweeps what was left. */
  deliver(): Promise<void>
}

/** The longest an answer waits for WeChat (ms); the message is safe in the outbox anyway. */
const patienceMs = 1500
/** Attempts in all, and the pause (ms) after the first; it grows fourfold with jitter. */
const retries = { attempts: 5, firstPause: 30_000 } as const
/** How long a sender may hold a message (ms) before another may try. */
const leaseMs = 60_000

export function deliverSoon(now: number): Outbox {
  let notices: Notice[] = []
  let written: Message[] = []
  let works: (() => Promise<unknown>)[] = []
  return {
    tell: (notice) => void notices.push(notice),
    afterwards: (work) => void works.push(work),
    clear() {
      notices = []
      written = []
      works = []
    },
    async write(transaction) {
      for (const notice of notices) {
        const message = messageOf(notice, now)
        if (notice.recipient === '') {
          if (message.mustHear !== undefined)
            await transaction.add(phoneTasks, taskOf(message, message.mustHear, noAccount))
          continue
        }
        await transaction.add(messages, message)
        if (message.nextAttempt <= now) written.push(message)
      }
    },
    async deliver() {
      const sending = Promise.allSettled([deliverWritten(written), ...works.map((work) => work())])
      await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())])
    },
  }
}

function messageOf(notice: Notice, now: number): Message {
  const { data, lines } = fillTemplate(templateOf(notice.template), notice.texts)
  const id = derivedId('message', notice.event, notice.recipient, notice.template)
  return {
    _id: id,
    recipient: notice.recipient,
    template: notice.template,
    title: templateOf(notice.template).title,
    lines,
    data,
    page: notice.page,
    at: now,
    order: `${String(now).padStart(15, '0')}#${id}`,
    read: false,
    delivery: 'waiting',
    attempts: 0,
    nextAttempt: sendAt(now, { aboutToday: notice.aboutToday === true }),
    ...(notice.mustHear === undefined ? {} : { mustHear: sealedName(notice.mustHear) }),
  }
}

function sealedName(mustHear: NonNullable<Notice['mustHear']>): MustHear {
  return { ...mustHear, personName: seal(`kernel.person:${mustHear.subject}`, mustHear.personName) }
}

/** The name of the person to be phoned about a subject. */
export function openPersonName(subject: string, sealed: Sealed): string {
  return unseal(`kernel.person:${subject}`, sealed) as string
}

/** How one message fared; `busy` when another sender holds it or it is settled. */
type Delivery = Message['delivery'] | 'busy'

const notGranted = '没有可用的订阅授权'

/**
 * Sends what a command has just written. Most of it goes to people who left no grant and look into the list themselves:
 * those are settled together, in two requests however many they are.
 */
async function deliverWritten(written: readonly Message[]): Promise<void> {
  const wanting = written.filter((message) => !isLongTerm(message))
  const granted = await grantedOf(wanting)
  const silent = wanting.filter((message) => !granted.has(grantOf(message)) && message.mustHear === undefined)
  const loud = written.filter((message) => !silent.includes(message))
  await Promise.allSettled([settleTogether(silent), ...loud.map((message) => deliverMessage(message._id, message))])
}

/** The grants of these messages that are not used up. */
async function grantedOf(wanting: readonly Message[]): Promise<ReadonlySet<string>> {
  if (wanting.length === 0) return new Set()
  const ids = [...new Set(wanting.map(grantOf))]
  const where = { _id: command().in(ids), remaining: command().gte(1) }
  return new Set((await database.findFields(grants, [], { where, limit: ids.length })).map(({ _id }) => _id))
}

/** Only those that nobody else is sending: the timer may have been faster. */
async function settleTogether(silent: readonly Message[]): Promise<void> {
  if (silent.length === 0) return
  const untouched = { _id: command().in(silent.map(({ _id }) => _id)), nextAttempt: command().gt(0), attempts: 0 }
  const ended = { delivery: 'not-granted', nextAttempt: 0, lastError: notGranted, attempts: command().inc(1) }
  await database.updateWhere(messages, untouched, ended)
}

/**
 * Takes a message that is due, spends a grant and sends it once; the outcome is written before anything else tries.
 * @param known the message as it was written a moment ago, which saves reading it
 */
async function deliverMessage(id: string, known?: Message): Promise<Delivery> {
  const now = currentTime()
  const due = { _id: id, nextAttempt: command().gt(0).and(command().lte(now)) }
  if ((await database.updateWhere(messages, due, { nextAttempt: now + leaseMs, attempts: command().inc(1) })) === 0)
    return 'busy'
  const message = known === undefined ? await database.get(messages, id) : { ...known, attempts: known.attempts + 1 }
  if (message === undefined) return 'busy'
  const template = templateOf(message.template as ApplicationMessage)
  if (!template.longTerm && !(await spendGrant(message))) return settle(message, 'not-granted', notGranted)
  const data = Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }]))
  const outcome = await sendSubscribeMessage({
    touser: message.recipient,
    template_id: template.id,
    page: message.page,
    data,
  })
  switch (outcome.kind) {
    case 'sent':
      return settle(message, 'sent')
    case 'refused':
      await database.updateWhere(grants, { _id: grantOf(message) }, { remaining: 0 })
      return settle(message, 'not-granted', '接收人已拒收或授权用完')
    case 'final':
      // WeChat counts only what it delivers.
      await returnGrant(message)
      return settle(message, 'failed', `${outcome.code} ${outcome.message}`)
    case 'retry': {
      await returnGrant(message)
      if (message.attempts >= retries.attempts) return settle(message, 'failed', `${outcome.code} ${outcome.message}`)
      const pause = retries.firstPause * 4 ** (message.attempts - 1) * (0.75 + Math.random() / 2)
      await database.updateWhere(
        messages,
        { _id: id },
        { nextAttempt: Math.round(now + pause), lastError: `${outcome.code} ${outcome.message}` },
      )
      return 'waiting'
    }
  }
}

/** Writes how a message ended; one that had to be heard and was not becomes a phone task in the same transaction. */
async function settle(
  message: Message,
  delivery: 'sent' | 'not-granted' | 'failed',
  lastError?: string,
): Promise<Delivery> {
  const { mustHear } = message
  const ended = { delivery, nextAttempt: 0, ...(lastError === undefined ? {} : { lastError }) }
  if (delivery === 'sent' || mustHear === undefined) {
    await database.updateWhere(messages, { _id: message._id }, ended)
    return delivery
  }
  await inTransaction(async (transaction) => {
    const current = await transaction.get(messages, message._id)
    if (current === undefined) return
    await transaction.put(messages, { ...current, ...ended })
    const task = taskOf(message, mustHear, lastError ?? '')
    if ((await transaction.get(phoneTasks, task._id)) !== undefined) return
    await transaction.add(phoneTasks, task)
  })
  return delivery
}

const noAccount = '当事人没有关联账号'

function taskOf(message: Message, mustHear: MustHear, why: string): PhoneTask {
  return {
    _id: derivedId('phone', message._id),
    ...mustHear,
    title: message.title,
    why,
    at: currentTime(),
    done: false,
  }
}

/** The grant ledger's key for a person and template. */
export function grantId(recipient: string, template: string): string {
  return derivedId('grant', recipient, template)
}

const grantOf = ({ recipient, template }: Message) => grantId(recipient, template)
const isLongTerm = ({ template }: Message) => templateOf(template as ApplicationMessage).longTerm

async function spendGrant(message: Message): Promise<boolean> {
  const id = grantOf(message)
  return (
    (await database.updateWhere(grants, { _id: id, remaining: command().gte(1) }, { remaining: command().inc(-1) })) > 0
  )
}

async function returnGrant(message: Message): Promise<void> {
  if (isLongTerm(message)) return
  await database.updateWhere(grants, { _id: grantOf(message) }, { remaining: command().inc(1) })
}

/** How long a run goes on beginning messages (ms); where WeChat is slow, the rest waits for the next run. */
const longestRunMs = 40_000

/** Sends what is due, oldest first, at most `limit`. */
export async function flushDueMessages(
  limit: number,
): Promise<{ readonly sent: number; readonly waiting: number; readonly failed: number }> {
  const startedAt = currentTime()
  const due = await database.find(messages, {
    where: { nextAttempt: command().gt(0).and(command().lte(startedAt)) },
    orderBy: ['nextAttempt', 'asc'],
    limit,
  })
  const counts = { sent: 0, waiting: 0, failed: 0 }
  for (const { _id } of due) {
    if (currentTime() - startedAt > longestRunMs) break
    const delivery = await deliverMessage(_id)
    if (delivery === 'sent') counts.sent += 1
    else if (delivery === 'waiting') counts.waiting += 1
    else if (delivery !== 'busy') counts.failed += 1
  }
  return counts
}
