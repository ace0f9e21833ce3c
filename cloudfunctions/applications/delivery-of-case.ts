import type { ApplicationAction, ApplicationTransition } from '@shared/domain/application-workflow'
import { isFinal } from '@shared/domain/application-workflow'
import { decideDelivery, openDeliveryActions } from '@shared/domain/delivery-workflow'
import type { Channel, Item } from '@shared/domain/item'
import { couriers } from '../../config/centre/couriers'
import type { Transaction } from '../kernel/database'
import { deliverySubject, moveDelivery, noteDelivery, type NewDelivery } from '../kernel/delivery-record'
import { deliveries } from '../kernel/delivery-store'
import { fail, isFailure, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import type { AuditEntry } from '../kernel/store'
import { openContent } from './content'
import type { Application } from './store'

/** Channels that promise the result by courier. */
const courierChannels: readonly Channel[] = ['online-courier', 'onsite-courier']

/** Whether the result of an item can be sent at all: it offers a channel by courier. */
export function offersCourier(item: Pick<Item, 'channels'>): boolean {
  return item.channels.some((channel) => courierChannels.includes(channel))
}

/** Who may carry its result: 邮政法 art. 55 leaves official documents to the post, unless the item says otherwise. */
function carriersFor(item: Pick<Item, 'otherCarriersAllowed'>): readonly string[] {
  return couriers.filter(({ isPost }) => isPost || item.otherCarriersAllowed).map(({ code }) => code)
}

/** What a delivery is begun from. */
export function newDeliveryOf(application: Application, item: Item): NewDelivery {
  const { _id, ownerId, receiptNumber, itemName, department, decision, clocks } = application
  return {
    ...{ _id, ownerId, receiptNumber, itemName, department },
    isDecided: decision !== undefined,
    documentNumber: decision?.documentNumber ?? '',
    carriers: carriersFor(item),
    dueOn: clocks.delivery?.dueOn ?? '',
  }
}

interface Step {
  /** As the step leaves it. */
  readonly application: Application
  readonly item: Item
  readonly row: Pick<ApplicationTransition, 'action' | 'starts' | 'to'>
  readonly actor: AuditEntry['actor']
  readonly now: number
  readonly outbox: Outbox
}

/**
 * What a step of an application means for the delivery of its result, in the step's own transaction: decided, it can be
 * sent; handed over at the window, it need not be; ended without a result, there is nothing to send. Handing over at the
 * window what is under way is refused.
 */
export async function followWithDelivery(
  transaction: Transaction,
  { application, item, row, actor, now, outbox }: Step,
): Promise<Failure<'WRONG_STATE'> | undefined> {
  if (!offersCourier(item)) return undefined
  const delivery = await transaction.get(deliveries, application._id)
  const step = { actor: 'application', by: actor, now, outbox } as const
  if (row.starts.includes('delivery')) {
    const decided = newDeliveryOf(application, item)
    const { isDecided, documentNumber, dueOn } = decided
    const personName = openContent(application._id, application.content).applicant.name
    const change = { isDecided, documentNumber, dueOn }
    if (delivery === undefined) {
      if (!courierChannels.includes(application.channel)) return undefined
      return refusalOf(await moveDelivery(transaction, { ...step, delivery: decided, action: 'expect', personName }))
    }
    if (typeof decideDelivery(deliverySubject({ ...delivery, ...change }), 'release', 'application') === 'string') {
      await noteDelivery(transaction, delivery, change, now)
      return undefined
    }
    return refusalOf(await moveDelivery(transaction, { ...step, delivery, action: 'release', change, personName }))
  }
  if (delivery === undefined) return undefined
  if (isHandedOver(row.action) && actor.kind === 'staff')
    return refusalOf(await moveDelivery(transaction, { ...step, delivery, action: 'collect' }))
  const endsWithoutResult = isFinal(row.to) && application.decision === undefined
  if (endsWithoutResult && typeof decideDelivery(deliverySubject(delivery), 'cancel', 'application') !== 'string')
    return refusalOf(await moveDelivery(transaction, { ...step, delivery, action: 'cancel' }))
  return undefined
}

const isHandedOver = (action: ApplicationAction): boolean => action === 'deliver'

function refusalOf(result: unknown): Failure<'WRONG_STATE'> | undefined {
  return isFailure(result) ? fail('WRONG_STATE') : undefined
}

/** Whether a courier has the result: nobody can hand it over at the window then. */
export async function isUnderWay(transaction: Transaction, applicationId: string): Promise<boolean> {
  const delivery = await transaction.get(deliveries, applicationId)
  return delivery !== undefined && openDeliveryActions(deliverySubject(delivery), 'carrier').length > 0
}
