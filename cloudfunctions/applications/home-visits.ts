import { messagePages } from '@shared/contracts/message-pages'
import type { HomeVisitView } from '@shared/contracts/applications-window'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import {
  homeVisitMessages,
  homeVisitStates,
  openHomeVisitActions,
  type HomeVisitActor,
  type HomeVisitTransition,
} from '@shared/domain/home-visit-workflow'
import { appendAudit, type AuditHead } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import type { Outbox } from '../kernel/outbox'
import { seal, unseal } from '../kernel/sealed'
import type { AuditEntry } from '../kernel/store'
import { applications } from './store'
import { homeVisits, type HomeVisit, type HomeVisitDetails } from './window-store'

const detailsSeal = (id: string) => `applications.home-visit:${id}`
export const sealDetails = (id: string, details: HomeVisitDetails) => seal(detailsSeal(id), details)
const detailsOf = ({ _id, details }: HomeVisit) => unseal(detailsSeal(_id), details) as HomeVisitDetails

export interface HomeVisitStep {
  readonly visit: HomeVisit
  readonly row: HomeVisitTransition
  readonly actor: AuditEntry['actor']
  readonly now: number
  readonly outbox: Pick<Outbox, 'tell'>
  readonly change?: Partial<Pick<HomeVisit, 'answer' | 'date' | 'from' | 'to'>>
}

/** One step of a home visit, entered in its application's chain. */
export async function takeHomeVisitStep(transaction: Transaction, step: HomeVisitStep): Promise<HomeVisit> {
  const application = await transaction.get(applications, step.visit.applicationId)
  if (application === undefined) throw new Error(`a home visit without its application: ${step.visit._id}`)
  const { visit, head } = await writeHomeVisit(transaction, step, application.audit)
  await transaction.put(applications, { ...application, audit: head })
  return visit
}

/**
 * The only writer of a home visit: audit entry, message and document, all in the caller's transaction.
 * @param head of the application's chain
 * @returns the new head, which belongs on the application
 */
export async function writeHomeVisit(
  transaction: Transaction,
  { visit, row, actor, now, outbox, change }: HomeVisitStep,
  head: AuditHead,
): Promise<{ readonly visit: HomeVisit; readonly head: AuditHead }> {
  const changed = { ...visit, ...change, state: row.to, version: visit.version + 1 }
  const words = changed.date === '' ? changed.answer : `${formatDate(changed.date)} ${changed.from}~${changed.to}`
  const entered = await appendAudit(transaction, head, {
    subject: visit.applicationId,
    at: now,
    actor,
    event: row.event,
    label: row.label,
    details: { homeVisit: visit._id, ...(words === '' ? {} : { note: words }) },
  })
  const open = !homeVisitStates[row.to].final
  const moved: HomeVisit = {
    ...changed,
    open,
    // Open ones: who asked first. Ended ones: the latest end first, so its time is counted down.
    order: `${String(open ? visit.requestedAt : 999_999_999_999_999 - now).padStart(15, '0')}#${visit._id}`,
  }
  await transaction.put(homeVisits, moved)
  if (row.message !== undefined && actor.kind === 'staff') tell(outbox, moved, row.message, now)
  return { visit: moved, head: entered }
}

function tell(
  outbox: Pick<Outbox, 'tell'>,
  visit: HomeVisit,
  message: NonNullable<HomeVisitTransition['message']>,
  now: number,
): void {
  const { label, next } = homeVisitStates[visit.state]
  outbox.tell({
    event: `${visit._id}:${String(visit.version)}`,
    recipient: visit.ownerId,
    template: homeVisitMessages[message],
    texts: [
      visit.itemName,
      visit.receiptNumber,
      label,
      visit.date === '' ? formatDateTime(now) : `${formatDate(visit.date)} ${visit.from}~${visit.to}`,
      visit.answer === '' ? next : visit.answer,
    ],
    page: messagePages.application(visit.applicationId),
    // Somebody who cannot come waits at home: without a message they are phoned.
    mustHear: {
      subject: visit.applicationId,
      receiptNumber: visit.receiptNumber,
      personName: detailsOf(visit).personName,
      department: visit.department,
    },
  })
}

/** A home visit as its applicant or the department sees it. */
export function homeVisitView(visit: HomeVisit, actor: HomeVisitActor): HomeVisitView {
  const { personName, reason, explanation, address } = detailsOf(visit)
  const { date, from, to, answer } = visit
  return {
    id: visit._id,
    applicationId: visit.applicationId,
    receiptNumber: visit.receiptNumber,
    itemName: visit.itemName,
    personName,
    state: visit.state,
    reason,
    explanation,
    address,
    ...(answer === '' ? {} : { answer }),
    ...(date === '' ? {} : { date, from, to }),
    actions: [...openHomeVisitActions(visit.state, actor)],
    requestedAt: visit.requestedAt,
  }
}
