import { messagePages } from '@shared/contracts/message-pages'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import {
  complaintClocks,
  complaintKinds,
  complaintStates,
  type ComplaintAction,
  type ComplaintTransition,
} from '@shared/domain/complaint-workflow'
import { administratorsToTell, staffToTell, supervisorsToTell } from '../kernel/department-staff'
import type { Outbox } from '../kernel/outbox'
import { findMember } from './members'
import { departmentRoles } from './people'
import type { Complaint } from './store'

type Template = NonNullable<ComplaintTransition['message']>

/** Tells the citizen of a step. Nothing anybody wrote is in it: WeChat keeps messages. */
export function tellCitizen(outbox: Outbox, complaint: Complaint, template: Template, now: number): void {
  const state = complaintStates[complaint.state]
  outbox.tell({
    event: `${eventOf(complaint)}:citizen`,
    recipient: complaint.ownerId,
    template,
    texts: [complaintKinds[complaint.kind].label, complaint.number, state.label, formatDateTime(now), state.next],
    page: messagePages.complaint(complaint._id),
  })
}

/** Tells a citizen whose complaint was merged that it is answered. */
export function tellMergedCitizen(outbox: Outbox, merged: Complaint, answered: Complaint, now: number): void {
  outbox.tell({
    event: `${eventOf(answered)}:merged:${merged._id}`,
    recipient: merged.ownerId,
    template: 'complaint',
    texts: [
      complaintKinds[merged.kind].label,
      merged.number,
      complaintStates[answered.state].label,
      formatDateTime(now),
      '合并办理的投诉已有答复',
    ],
    page: messagePages.complaint(merged._id),
  })
}

/** Whose turn it is after a step, and what they are told; nobody where the table of steps says nothing here. */
const turns: Partial<Readonly<Record<ComplaintAction, { readonly whose: Whose; readonly advice: string }>>> = {
  send: { whose: 'supervisors', advice: '收到投诉建议，请受理' },
  assign: { whose: 'department', advice: '转来投诉建议，请指定承办人' },
  reassign: { whose: 'department', advice: '转来投诉建议，请指定承办人' },
  entrust: { whose: 'handler', advice: '交您承办，请按期上报结果' },
  handle: { whose: 'supervisors', advice: '办理结果已上报，请核对' },
  'send-back': { whose: 'handler', advice: '督办退回，请重新办理' },
  extend: { whose: 'handler', advice: '办理期限已延长' },
  reopen: { whose: 'handler', advice: '群众不满意，请重新办理' },
}
type Whose = 'supervisors' | 'department' | 'handler'

/** Tells staff whose turn it is. */
export async function tellWhoseTurn(
  outbox: Outbox,
  complaint: Complaint,
  action: ComplaintAction,
  now: number,
): Promise<void> {
  const turn = turns[action]
  if (turn !== undefined) await tellStaff(outbox, complaint, { ...turn, occasion: action, now })
}

/** Tells the supervisors that the running clock is amber or red. */
export async function announceAlert(
  outbox: Outbox,
  complaint: Complaint,
  colour: 'amber' | 'red',
  now: number,
): Promise<void> {
  const { clock } = complaint
  if (clock === undefined) return
  const { name } = complaintClocks[clock.name]
  await tellStaff(outbox, complaint, {
    whose: 'supervisors',
    occasion: `${clock.name}:${colour}:${clock.deadline.dueOn}`,
    advice: colour === 'red' ? `${name}已超期，请督办` : `${name}${formatDate(clock.deadline.dueOn)}到期`,
    now,
  })
}

interface Told {
  readonly whose: Whose
  readonly occasion: string
  readonly advice: string
  readonly now: number
}

/**
 * Whom it complains of hears nothing; the author, should they work here, neither. Where that leaves no supervisor, the
 * administrators are asked to appoint one (decision 0020): of the complaint they learn its number.
 */
async function tellStaff(outbox: Outbox, complaint: Complaint, told: Told): Promise<void> {
  const { _id, about, ownerId } = complaint
  const butAuthor = (openids: readonly string[]) => openids.filter((openid) => openid !== ownerId)
  const recipients = butAuthor(await recipientsOf(complaint, told.whose))
  if (recipients.length === 0 && told.whose === 'supervisors') {
    const administrators = butAuthor(await administratorsToTell(_id, about))
    tell(outbox, complaint, administrators, { ...told, advice: '没有督查人员可以办理，请增派' }, messagePages.members())
    return
  }
  tell(outbox, complaint, recipients, told, messagePages.staffComplaint(_id))
}

function tell(outbox: Outbox, complaint: Complaint, recipients: readonly string[], told: Told, page: string): void {
  for (const recipient of recipients) {
    outbox.tell({
      event: `${eventOf(complaint)}:${told.occasion}`,
      recipient,
      template: 'case-arrived',
      texts: [
        complaintKinds[complaint.kind].label,
        complaint.number,
        complaintStates[complaint.state].label,
        formatDateTime(told.now),
        told.advice,
      ],
      page,
    })
  }
}

async function recipientsOf(complaint: Complaint, whose: Whose): Promise<readonly string[]> {
  const { _id, about, assignedTo, handlerReference } = complaint
  switch (whose) {
    case 'supervisors':
      return supervisorsToTell(_id, about)
    case 'department':
      return staffToTell(assignedTo, departmentRoles, _id, about)
    case 'handler': {
      const handler = await findMember(handlerReference)
      return handler === undefined ? [] : [handler._id]
    }
  }
}

const eventOf = ({ _id, version }: Complaint) => `complaint:${_id}:${String(version)}`
