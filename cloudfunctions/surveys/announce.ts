import { messagePages } from '@shared/contracts/message-pages'
import type { StaffRole } from '@shared/contracts/contract'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import {
  rectificationClocks,
  rectificationStates,
  type RectificationTransition,
} from '@shared/domain/rectification-workflow'
import { staffToTell } from '../kernel/department-staff'
import type { Outbox } from '../kernel/outbox'
import { departmentRoles } from './people'
import type { Rectification } from './store'

type Template = NonNullable<RectificationTransition['message']>

/** Tells the citizen of a step; one who is anonymous looks by the ticket. */
export function tellCitizen(outbox: Outbox, rectification: Rectification, template: Template, now: number): void {
  if (rectification.ownerId === '') return
  const state = rectificationStates[rectification.state]
  outbox.tell({
    event: eventOf(rectification),
    recipient: rectification.ownerId,
    template,
    texts: [rectification.about, numberOf(rectification), state.label, formatDateTime(now), state.next],
    page: messagePages.rectification(rectification._id),
  })
}

/** Tells the department that a bad answer came. */
export async function announceArrival(outbox: Outbox, rectification: Rectification, now: number): Promise<void> {
  const advice = `收到差评，请在${formatDate(rectification.clock?.deadline.dueOn ?? rectification.openedOn)}前核实`
  await tellStaff(outbox, rectification, { roles: handling(rectification), occasion: 'arrived', advice, now })
}

/** Tells who has to act on the running clock: on amber the department, on red the supervisors. */
export async function announceAlert(
  outbox: Outbox,
  rectification: Rectification,
  colour: 'amber' | 'red',
  now: number,
): Promise<void> {
  const { clock } = rectification
  if (clock === undefined) return
  const { name } = rectificationClocks[clock.name]
  const isOver = colour === 'red'
  await tellStaff(outbox, rectification, {
    roles: isOver || clock.name === 'review' ? ['supervisor'] : handling(rectification),
    occasion: `${clock.name}:${colour}:${clock.deadline.dueOn}`,
    advice: isOver ? `${name}已超期，请督办` : `${name}${formatDate(clock.deadline.dueOn)}到期`,
    now,
  })
}

const handling = ({ supervisorsOnly }: Rectification): readonly StaffRole[] =>
  supervisorsOnly ? ['supervisor'] : departmentRoles

/** Members it is about hear nothing; the author, should they work here, neither. */
async function tellStaff(
  outbox: Outbox,
  rectification: Rectification,
  told: {
    readonly roles: readonly StaffRole[]
    readonly occasion: string
    readonly advice: string
    readonly now: number
  },
): Promise<void> {
  const { department, _id, complainedOf, ownerId, state } = rectification
  const recipients = await staffToTell(department, told.roles, _id, complainedOf)
  for (const recipient of recipients.filter((openid) => openid !== ownerId)) {
    outbox.tell({
      event: `${eventOf(rectification)}:${told.occasion}`,
      recipient,
      template: 'case-arrived',
      texts: [
        rectification.about,
        numberOf(rectification),
        rectificationStates[state].label,
        formatDateTime(told.now),
        told.advice,
      ],
      page: messagePages.staffRectifications(rectification.list),
    })
  }
}

const numberOf = ({ receiptNumber }: Rectification) => (receiptNumber === '' ? '-' : receiptNumber)
const eventOf = ({ _id, version }: Rectification) => `rectification:${_id}:${String(version)}`
