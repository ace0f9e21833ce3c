import { decideTransition, type ActingPerson, type ApplicationAction } from '@shared/domain/application-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import type { Channel, Item } from '@shared/domain/item'
import { makeReceiptNumber } from '@shared/domain/receipt-number'
import { appendAudit, emptyChain } from '../kernel/audit'
import { recordCase } from '../kernel/case-facts'
import { centre } from '../kernel/centre'
import type { Transaction } from '../kernel/database'
import { derivedId, makeDigits } from '../kernel/ids'
import { fail, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import { acceptanceOf } from './acceptance'
import { announce } from './announce'
import { runClocks } from './clocks'
import { sealContent } from './content'
import { identityHashOf } from './identity-hash'
import { derivedOf, type Actor } from './move'
import {
  applications,
  receivedItems,
  type Application,
  type Comparison,
  type Content,
  type Materials,
  type Pledge,
} from './store'

/**
 * The only maker of an application: asks the table for the step that leads out of a draft, starts its clocks, opens the
 * audit chain, notes the case for supervision and its item for the queues, queues the message, and writes the document, all in the caller's
 * transaction.
 */
export async function beginApplication(
  transaction: Transaction,
  step: {
    /** The application's id, made by the caller so that what belongs to it can be sealed for it. */
    readonly id: string
    readonly action: ApplicationAction
    readonly person: ActingPerson
    readonly actor: Actor
    readonly item: Item
    /** The applicant's account; '' as long as none is known. */
    readonly ownerId: string
    readonly channel: Channel
    readonly content: Content
    readonly materials: Materials
    readonly pledge?: Pledge
    readonly comparison?: Comparison
    readonly now: number
    readonly outbox: Outbox
    /** For the audit chain; never personal data. */
    readonly details?: Readonly<Record<string, unknown>>
  },
): Promise<Application | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { id, item, channel, pledge, now } = step
  const subject = { state: 'draft', channel, isPledged: pledge !== undefined } as const
  const row = decideTransition(subject, step.action, step.person)
  if (row === 'WRONG_STATE') return fail('WRONG_STATE')
  if (row === 'NOT_ALLOWED') return fail('FORBIDDEN')
  const audit = await appendAudit(transaction, emptyChain, {
    subject: id,
    at: now,
    actor: step.actor,
    event: row.event,
    label: row.label,
    details: { from: row.from, to: row.to, item: `${item.code}@${String(item.version)}`, channel, ...step.details },
  })
  const receiptNumber = makeReceiptNumber(civilDateOf(now), makeDigits(8), centre.receiptPrefix)
  const begun = {
    _id: id,
    receiptNumber,
    ownerId: step.ownerId,
    identityHash: identityHashOf(step.content.applicant.identityNumber),
    itemCode: item.code,
    itemVersion: item.version,
    itemName: item.name,
    department: item.department,
    channel,
    state: row.to,
    version: 1,
    content: sealContent(id, step.content),
    materials: step.materials,
    replacements: {},
    rounds: [],
    claimedBy: '',
    claimantName: '',
    claimUntil: 0,
    seenBy: [],
    ...runClocks({ clocks: {} }, row, item, now),
    ...acceptanceOf(row, { receiptNumber }, now),
    ...(pledge === undefined ? {} : { pledge }),
    ...(step.comparison === undefined ? {} : { comparison: step.comparison }),
    submittedAt: now,
    updatedAt: now,
    audit,
  }
  const application: Application = { ...begun, ...derivedOf(begun, civilDateOf(now)) }
  await transaction.add(applications, application)
  await noteReceived(transaction, item)
  await recordCase(transaction, { application, clocksBefore: {}, item, row, now })
  await announce(step.outbox, application, row)
  return application
}

/** Notes, once, that the department receives this item: what its queues can be narrowed to. */
async function noteReceived(
  transaction: Transaction,
  { department, code: itemCode, name: itemName }: Item,
): Promise<void> {
  const received = { _id: derivedId('received-item', department, itemCode), department, itemCode, itemName }
  if ((await transaction.get(receivedItems, received._id))?.itemName === itemName) return
  await transaction.put(receivedItems, received)
}
