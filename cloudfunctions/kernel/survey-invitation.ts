import { messagePages } from '@shared/contracts/message-pages'
import { addDays, civilDateOf, formatDate, formatDateTime, type CivilDate } from '@shared/domain/civil-time'
import type { Channel } from '@shared/domain/item'
import { ratingDays, type InvitationStanding } from '@shared/domain/rating'
import { collection, type Stored, type Transaction } from './database'
import type { Outbox } from './outbox'

/** The invitation to rate a closed application, under the application's id; the function `surveys` reads and updates it. */
export interface SurveyInvitation extends Stored {
  /** '' for an application of nobody's account: it is not asked, but may be phoned. */
  readonly ownerId: string
  readonly receiptNumber: string
  readonly itemCode: string
  readonly itemName: string
  readonly department: string
  readonly window: string
  /** Who dealt with the case, as the chains name them (`personReference`); absent where nobody took it over. */
  readonly handlerReference?: string
  readonly channel: Channel
  readonly closedAt: number
  readonly closedOn: CivilDate
  /** The last day on which it can be answered. */
  readonly openUntil: CivilDate
  /** When the one reminder is due (ms); 0 = it was sent, or none is needed. */
  readonly remindAt: number
  readonly state: InvitationStanding
  /** Whether the person answered a return visit by phone. */
  readonly isPhoned: boolean
  /** Sorts lists: the instant of closing and the id. */
  readonly order: string
}
export const surveyInvitations = collection<SurveyInvitation>('surveys_invitations')

/** Before the `order` of everything that was closed at this instant or later. */
export function closingOrder(instant: number): string {
  return `${String(instant).padStart(15, '0')}#`
}

/** What closing an application knows of it. */
export interface ClosedCase extends Pick<
  SurveyInvitation,
  | '_id'
  | 'ownerId'
  | 'receiptNumber'
  | 'itemCode'
  | 'itemName'
  | 'department'
  | 'window'
  | 'handlerReference'
  | 'channel'
> {
  readonly now: number
}

const dayMs = 86_400_000

/** Invites the applicant to rate a case, in the transaction that closes it. */
export async function inviteToRate(transaction: Transaction, outbox: Outbox, closed: ClosedCase): Promise<void> {
  const { now, ...subject } = closed
  const closedOn = civilDateOf(now)
  const invitation: SurveyInvitation = {
    ...subject,
    closedAt: now,
    closedOn,
    openUntil: addDays(closedOn, ratingDays.open),
    remindAt: subject.ownerId === '' ? 0 : now + ratingDays.remind * dayMs,
    state: 'open',
    isPhoned: false,
    order: `${closingOrder(now)}${subject._id}`,
  }
  await transaction.add(surveyInvitations, invitation)
  tellOfSurvey(outbox, invitation, 'closed', now)
}

/** The message with which somebody is asked, and reminded once. */
export function tellOfSurvey(
  outbox: Outbox,
  invitation: SurveyInvitation,
  occasion: 'closed' | 'reminder',
  now: number,
): void {
  if (invitation.ownerId === '') return
  outbox.tell({
    event: `${invitation._id}:survey:${occasion}`,
    recipient: invitation.ownerId,
    template: 'survey',
    texts: [
      invitation.itemName,
      invitation.receiptNumber,
      '待评价',
      formatDateTime(now),
      `请在${formatDate(invitation.openUntil)}前评价`,
    ],
    page: messagePages.survey(invitation._id),
  })
}
