import { decideTransition, type ApplicationAction } from '@shared/domain/application-workflow'
import type { ApplicationView } from '@shared/contracts/applications'
import type { Item } from '@shared/domain/item'
import type { Transaction } from '../kernel/database'
import { chainOf } from '../kernel/delivery-record'
import { deliveries } from '../kernel/delivery-store'
import { fail, isFailure, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import { findItemVersion } from '../kernel/published-items'
import { auditEntries, type AuditEntry, type StaffMember } from '../kernel/store'
import { offersCourier } from './delivery-of-case'
import { asItStands, move, subjectOf } from './move'
import { applicantActor, personTowards, staffActor } from './people'
import type { Application } from './store'
import { inOrderOfTime, timelineOf, viewOf } from './view'

/** Who acts, when, and in which transaction: what every command on an application has at hand. */
export interface StepContext {
  readonly openid: string
  /** Set when the person acts for the centre. */
  readonly staff: StaffMember | undefined
  readonly now: number
  readonly transaction: Transaction
  readonly outbox: Outbox
}

/** The guide an application was submitted under. Published versions are never removed. */
export async function itemOf(application: Application): Promise<Item> {
  const item = await findItemVersion(application.itemCode, application.itemVersion)
  if (item === undefined) throw new Error(`item ${application.itemCode}@${application.itemVersion} is not stored`)
  return item
}

/**
 * Why a step cannot be taken on what the person saw: somebody was faster, or the state has no such step. Asked before
 * anything else about a step, so that a page which is out of date is told just that.
 */
export function outOfTurn(
  { openid, staff, now }: Pick<StepContext, 'openid' | 'staff' | 'now'>,
  {
    application,
    action,
    version,
  }: { readonly application: Application; readonly action: ApplicationAction; readonly version: number },
): Failure<'WRONG_STATE' | 'VERSION_CHANGED'> | undefined {
  if (application.version !== version) return fail('VERSION_CHANGED')
  // Somebody whose own claim lapsed is told that the case has moved on, as if the timer had been there already.
  const person = personTowards(application, openid, staff, now)
  const decision = decideTransition(subjectOf(asItStands(application, now)), action, person)
  return decision === 'WRONG_STATE' ? fail('WRONG_STATE') : undefined
}

type Step = Pick<Parameters<typeof move>[1], 'application' | 'item' | 'change' | 'acceptedBy' | 'details' | 'action'>

/** One action of one person on the version of an application they saw; gives what they see afterwards. */
export async function takeStep(
  context: StepContext,
  step: Step & { readonly version: number },
): Promise<ApplicationView | Failure<'WRONG_STATE' | 'VERSION_CHANGED' | 'FORBIDDEN'>> {
  return outOfTurn(context, step) ?? act(context, step)
}

/** One action of one person on an application as it is, whatever version they saw. */
export async function act(
  context: StepContext,
  step: Step,
): Promise<ApplicationView | Failure<'WRONG_STATE' | 'FORBIDDEN'>> {
  const { openid, staff, now, transaction, outbox } = context
  const person = personTowards(step.application, openid, staff, now)
  const actor = staff === undefined ? applicantActor(openid) : staffActor(staff)
  const moved = await move(transaction, { ...step, person, actor, now, outbox })
  return isFailure(moved) ? moved : viewWithin(context, moved, step.item)
}

/** An application as the acting person sees it inside the transaction that has just changed it. */
export async function viewWithin(context: StepContext, application: Application, item: Item): Promise<ApplicationView> {
  const { openid, staff, now, transaction } = context
  const { _id, audit } = application
  // The entries of this transaction are not visible outside it yet: those are read within, by their ids.
  const known = await timelineOf(_id)
  const written: AuditEntry[] = []
  const readWithin = async (subject: string, upTo: number) => {
    const isKnown = new Set(known.map((entry) => entry._id))
    for (let sequence = upTo; sequence > 0; sequence -= 1) {
      const id = `${subject}:${String(sequence)}`
      const entry = isKnown.has(id) ? undefined : await transaction.get(auditEntries, id)
      if (entry === undefined) return
      written.push(entry)
    }
  }
  await readWithin(_id, audit.sequence)
  const delivery = offersCourier(item) ? await transaction.get(deliveries, _id) : undefined
  await readWithin(chainOf(_id), delivery?.audit.sequence ?? 0)
  const timeline = inOrderOfTime([...known, ...written])
  return viewOf(application, item, personTowards(application, openid, staff, now), timeline, now)
}
