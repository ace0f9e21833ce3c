import { isFinal, nobody } from '@shared/domain/application-workflow'
import { tidyAnswers } from '@shared/domain/form-answers'
import { applicableMaterials } from '@shared/domain/item'
import type { Signer } from '@shared/domain/parcel-track'
import { database, type Transaction } from '../kernel/database'
import type { NewDelivery } from '../kernel/delivery-record'
import type { Outbox } from '../kernel/outbox'
import type { AuditEntry } from '../kernel/store'
import { openContent } from './content'
import { newDeliveryOf, offersCourier } from './delivery-of-case'
import { move } from './move'
import { applications } from './store'
import { itemOf } from './take-step'

/**
 * What the capability `deliveries` may ask of applications, and nothing else of this folder (see decision 0017): an
 * application's status has one writer, and a courier's signature closes an application in the transaction that takes the
 * signature in.
 */

/** A case as its delivery sees it. */
export interface DeliverableCase {
  readonly delivery: NewDelivery
  /** The item sends results by courier. */
  readonly courierOffered: boolean
  readonly place: string
  /** Materials of this case whose originals are asked for. */
  readonly originals: readonly { readonly code: string; readonly name: string }[]
  /** The originals are wanted at the window now, so that they may also be sent there. */
  readonly awaitsOriginals: boolean
  /** The result was handed over already, or there will be none: nothing is left to choose. */
  readonly isOver: boolean
}

/** Reads a case, inside a transaction or outside; undefined when there is none. */
export async function findDeliverableCase(
  applicationId: string,
  reader: Pick<Transaction, 'get'> = { get: (handle, id) => database.get(handle, id) },
): Promise<DeliverableCase | undefined> {
  const application = await reader.get(applications, applicationId)
  if (application === undefined) return undefined
  const item = await itemOf(application)
  const isDecided = application.decision !== undefined
  const { answers } = openContent(applicationId, application.content)
  const materials = applicableMaterials(item, tidyAnswers(item.fields, answers))
  return {
    delivery: newDeliveryOf(application, item),
    courierOffered: offersCourier(item),
    place: item.place,
    originals: materials.filter(({ originals }) => originals > 0).map(({ code, name }) => ({ code, name })),
    awaitsOriginals: application.clocks.visit !== undefined,
    isOver: isFinal(application.state) || (isDecided && application.clocks.delivery === undefined),
  }
}

/** The applicant's name and number, for a delivery that has none of its own; inside a transaction or outside. */
export async function applicantOf(
  applicationId: string,
  reader: Pick<Transaction, 'get'> = database,
): Promise<{ readonly name: string; readonly phone: string } | undefined> {
  const application = await reader.get(applications, applicationId)
  if (application === undefined) return undefined
  const { name, phone } = openContent(applicationId, application.content).applicant
  return { name, phone }
}

/** Closes an application whose result was signed for. @returns false when it was closed or taken back already */
export async function closeBySignature(
  transaction: Transaction,
  signed: {
    readonly applicationId: string
    /** Who says so: the carrier by its scan, or the applicant. */
    readonly by: AuditEntry['actor']
    readonly signer: Signer
    readonly now: number
    readonly outbox: Outbox
  },
): Promise<boolean> {
  const application = await transaction.get(applications, signed.applicationId)
  if (application === undefined) return false
  const moved = await move(transaction, {
    application,
    item: await itemOf(application),
    action: 'sign-for',
    person: { ...nobody, isCarrier: true },
    actor: signed.by,
    now: signed.now,
    outbox: signed.outbox,
    details: { signer: signed.signer },
  })
  return !('failed' in moved)
}
