import { messagePages } from '@shared/contracts/message-pages'
import { civilDateOf, formatDateTime, startOfCivilDay, type CivilDate } from '@shared/domain/civil-time'
import {
  decideDelivery,
  deliveryStates,
  isWaitingForAddress,
  type DeliveryAction,
  type DeliveryActor,
  type DeliveryState,
  type DeliverySubject,
  type DeliveryTransition,
} from '@shared/domain/delivery-workflow'
import { addWorkingDays } from '@shared/domain/working-days'
import { appendAudit, emptyChain } from './audit'
import { workingCalendar } from './centre'
import type { Transaction } from './database'
import { deliveries, type Delivery } from './delivery-store'
import { fail, type Failure } from './operation'
import type { Outbox } from './outbox'
import type { AuditEntry } from './store'

/** Whose address is wanted is reminded once: in the morning of the second working day after (the centre's own rule). */
const reminder = { workingDays: 2, atHour: 9 } as const

function reminderAfter(now: number): number {
  const { date: day } = addWorkingDays(workingCalendar, civilDateOf(now), reminder.workingDays)
  return startOfCivilDay(day) + reminder.atHour * 3_600_000
}

/** What the table needs to know of a delivery, or of an application without one. */
export function deliverySubject(delivery: Delivery | undefined, isDecided = false): DeliverySubject {
  if (delivery === undefined)
    return {
      state: 'none',
      isDecided,
      hasAddress: false,
      isScanned: false,
      hasFailed: false,
      hasInstruction: false,
    }
  return {
    state: delivery.state,
    isDecided: delivery.isDecided,
    hasAddress: delivery.address !== undefined,
    isScanned: delivery.isScanned,
    hasFailed: delivery.hasFailed,
    hasInstruction: delivery.instruction?.done === false,
  }
}

/** A delivery before its first step; the table then says where it begins. */
export type NewDelivery = Pick<
  Delivery,
  | '_id'
  | 'ownerId'
  | 'receiptNumber'
  | 'itemName'
  | 'department'
  | 'isDecided'
  | 'documentNumber'
  | 'carriers'
  | 'dueOn'
>

/** A delivery whose place in the lists is still to be derived. */
type Unplaced = Omit<Delivery, 'deskList' | 'deskOrder' | 'ownerOrder'>

const nothingShown = { recipient: '', phone: '', region: '', handOver: '' } as const

function begun(delivery: NewDelivery): Omit<Unplaced, 'state'> {
  return {
    ...delivery,
    version: 0,
    shown: nothingShown,
    trackingHash: '',
    parcelId: '',
    parcelIds: [],
    isScanned: false,
    hasFailed: false,
    isStuck: false,
    remindAt: 0,
    updatedAt: 0,
    audit: emptyChain,
  }
}

/** What else a step may change. */
type DeliveryChange = Partial<
  Pick<
    Delivery,
    | 'isDecided'
    | 'documentNumber'
    | 'dueOn'
    | 'address'
    | 'shown'
    | 'trackingHash'
    | 'parcelId'
    | 'parcelIds'
    | 'isScanned'
    | 'hasFailed'
    | 'isStuck'
    | 'instruction'
    | 'ownerId'
    | 'remindAt'
  >
>

export interface DeliveryStep {
  /** The delivery, or what one is begun from. */
  readonly delivery: Delivery | NewDelivery
  readonly action: DeliveryAction
  readonly actor: DeliveryActor
  readonly by: AuditEntry['actor']
  readonly now: number
  readonly outbox: Pick<Outbox, 'tell'>
  readonly change?: DeliveryChange
  /** Words of the message beyond the state's own. */
  readonly advice?: string
  /** The message's event, where one step may be heard of twice; otherwise each version is one. */
  readonly event?: string
  /** Who has to be phoned where WeChat cannot tell them; a name in the clear. */
  readonly personName?: string
  /** For the chain; never personal data. */
  readonly details?: Readonly<Record<string, unknown>>
}

const isStored = (delivery: Delivery | NewDelivery): delivery is Delivery => 'state' in delivery

const hasAddressAfter = (delivery: Delivery | NewDelivery, change: DeliveryChange = {}): boolean =>
  change.address !== undefined || (isStored(delivery) && delivery.address !== undefined)

/**
 * The only writer of a delivery's state: asks the table, appends to its chain, queues the message, writes the document,
 * all in the caller's transaction.
 */
export async function moveDelivery(
  transaction: Transaction,
  step: DeliveryStep,
): Promise<Delivery | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { delivery, change, now } = step
  const { isDecided } = { ...delivery, ...change }
  const hasAddress = hasAddressAfter(delivery, change)
  // Guards look at what the step itself brings along: an address given, a decision taken.
  const subject = { ...deliverySubject(isStored(delivery) ? delivery : undefined), isDecided, hasAddress }
  const row = decideDelivery(subject, step.action, step.actor)
  if (row === 'WRONG_STATE') return fail('WRONG_STATE')
  if (row === 'NOT_ALLOWED') return fail('FORBIDDEN')
  const before: Omit<Unplaced, 'state'> = isStored(delivery) ? delivery : begun(delivery)
  const audit = await appendAudit(transaction, before.audit, {
    subject: chainOf(delivery._id),
    at: now,
    actor: step.by,
    event: row.event,
    label: row.label,
    details: { from: row.from, to: row.to, ...step.details },
  })
  // What was to be done about one parcel is over with it.
  const { instruction, ...others } = { ...before, ...change }
  const moved = placed({
    ...others,
    ...(row.from === row.to && instruction !== undefined ? { instruction } : {}),
    state: row.to,
    version: before.version + 1,
    updatedAt: now,
    remindAt: before.ownerId !== '' && !hasAddress && isWaitingForAddress(row.to) ? reminderAfter(now) : 0,
    audit,
  })
  await transaction.put(deliveries, moved)
  tell(moved, row, step)
  return moved
}

/** Writes what is known of a delivery without a step of its own (its parcel was scanned, the decision was taken). */
export async function noteDelivery(
  transaction: Transaction,
  delivery: Delivery,
  change: DeliveryChange,
  now: number,
): Promise<Delivery> {
  const noted = placed({ ...delivery, ...change, updatedAt: now })
  await transaction.put(deliveries, noted)
  return noted
}

/** The chain of a delivery, whose entries the case's timeline shows with the application's own. */
export const chainOf = (applicationId: string): string => `delivery:${applicationId}`

function placed(delivery: Unplaced): Delivery {
  const time = (instant: number) => String(instant).padStart(15, '0')
  const urgency: CivilDate = delivery.dueOn === '' ? '9999-12-31' : delivery.dueOn
  return {
    ...delivery,
    ownerOrder: `${time(delivery.updatedAt)}#${delivery._id}`,
    deskList: deskListOf(delivery),
    deskOrder: `${urgency}#${delivery._id}`,
  }
}

const deskListOfState = {
  'awaiting-result': '',
  'awaiting-address': '',
  ready: 'ready',
  shipped: 'shipped',
  returned: 'returned',
  collecting: '',
  signed: '',
  collected: '',
  cancelled: '',
} as const satisfies Record<DeliveryState, Delivery['deskList']>

/** Which list of the desk it stands in: of what is under way, what needs somebody stands apart. */
function deskListOf({
  state,
  hasFailed,
  isStuck,
}: Pick<Delivery, 'state' | 'hasFailed' | 'isStuck'>): Delivery['deskList'] {
  const list = deskListOfState[state]
  if (list !== 'shipped') return list
  return hasFailed ? 'failed' : isStuck ? 'stuck' : list
}

function tell(delivery: Delivery, row: DeliveryTransition, step: DeliveryStep): void {
  if (row.message === undefined) return
  tellOfDelivery(step.outbox, delivery, {
    event: step.event ?? `${chainOf(delivery._id)}:${String(delivery.version)}`,
    standing: deliveryStates[delivery.state].label,
    advice: step.advice ?? deliveryStates[delivery.state].next,
    now: step.now,
    ...(step.personName === undefined ? {} : { personName: step.personName }),
  })
}

/** The parcel's page where there is one to look at, else the one with the address. */
const pageOf = ({ _id, state, parcelId }: Delivery): string =>
  parcelId === '' || isWaitingForAddress(state) ? messagePages.delivery(_id) : messagePages.parcel(_id)

/** The message about a delivery, also for what happens to its parcel between two steps. */
export function tellOfDelivery(
  outbox: Pick<Outbox, 'tell'>,
  delivery: Delivery,
  told: {
    readonly event: string
    readonly standing: string
    readonly advice: string
    readonly now: number
    /** Set where the person has to hear of it. */
    readonly personName?: string
  },
): void {
  outbox.tell({
    event: told.event,
    recipient: delivery.ownerId,
    template: 'parcel',
    texts: [delivery.itemName, delivery.receiptNumber, told.standing, formatDateTime(told.now), told.advice],
    page: pageOf(delivery),
    ...(told.personName === undefined
      ? {}
      : {
          mustHear: {
            subject: delivery._id,
            receiptNumber: delivery.receiptNumber,
            personName: told.personName,
            department: delivery.department,
          },
        }),
  })
}
