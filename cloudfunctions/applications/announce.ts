import { applicationStates, clockNames, type ApplicationTransition } from '@shared/domain/application-workflow'
import type { StaffRole } from '@shared/contracts/contract'
import { messagePages } from '@shared/contracts/message-pages'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { command, database } from '../kernel/database'
import { derivedId } from '../kernel/ids'
import { findStaff } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import { staffMembers, type StaffMember } from '../kernel/store'
import type { Alert } from './clocks'
import { openContent } from './content'
import { reviewingRoles } from './people'
import type { Application } from './store'

type Step = Pick<ApplicationTransition, 'message' | 'staffMessage' | 'clocks'>

/** Tells of a step everybody whom the table names for it: one message for each person, written with the step itself. */
export async function announce(outbox: Outbox, application: Application, row: Step): Promise<void> {
  if (row.message !== undefined) tellApplicant(outbox, application, row.message, row)
  if (row.staffMessage !== undefined) await tellReviewers(outbox, application, row.staffMessage)
}

type Template = NonNullable<ApplicationTransition['message']>

function tellApplicant(outbox: Outbox, application: Application, template: Template, row: Step): void {
  outbox.tell({
    event: eventOf(application),
    recipient: application.ownerId,
    template,
    texts: [
      application.itemName,
      application.receiptNumber,
      applicationStates[application.state].label,
      formatDateTime(application.updatedAt),
      adviceOf(application, row),
    ],
    page: messagePages.application(application._id),
    ...(hasToHear(application, row)
      ? {
          mustHear: {
            subject: application._id,
            receiptNumber: application.receiptNumber,
            personName: openContent(application._id, application.content).applicant.name,
            department: application.department,
          },
        }
      : {}),
  })
}

const isTheirTurn = ({ clocks }: Application) => clocks.resubmission !== undefined || clocks.visit !== undefined

/** Where a right of theirs runs or ends, or the law wants them told: 行政许可法 art. 42 (longer) and 45 (standing still). */
function hasToHear(application: Application, row: Step): boolean {
  return (
    isTheirTurn(application) ||
    row.message === 'decided' ||
    row.clocks === 'extended' ||
    application.suspension !== undefined
  )
}

function adviceOf(application: Application, { clocks }: Step): string {
  const dueOn = firstDueDay(application)
  if (application.suspension !== undefined)
    return `预计中止${String(application.suspension.expectedWorkingDays)}个工作日`
  if (clocks !== undefined && dueOn !== undefined)
    return clocks === 'extended' ? `办理期限延长至${formatDate(dueOn)}` : `恢复计时，${formatDate(dueOn)}前办结`
  return isTheirTurn(application) && dueOn !== undefined
    ? `请在${formatDate(dueOn)}前办理`
    : applicationStates[application.state].next
}

async function tellReviewers(outbox: Outbox, application: Application, template: Template): Promise<void> {
  const dueOn = firstDueDay(application)
  const isAccepted = application.acceptance !== undefined
  const arrived = isAccepted ? '已受理' : application.rounds.length === 0 ? '新申请' : '已补正'
  const wanted = isAccepted ? '办结' : '预审'
  tellStaff(outbox, application, {
    event: eventOf(application),
    recipients: await staffToTell(application, reviewingRoles),
    template,
    advice: dueOn === undefined ? arrived : `${arrived}，请在${formatDate(dueOn)}前${wanted}`,
    at: application.updatedAt,
  })
}

/** Tells who has to act on a clock: on amber whoever deals with the case, on red the department's supervisors. */
export async function announceAlert(
  outbox: Outbox,
  application: Application,
  { clock, colour }: Alert,
  now: number,
): Promise<void> {
  const dueOn = application.clocks[clock]?.dueOn ?? ''
  const isOver = colour === 'red'
  tellStaff(outbox, application, {
    event: `${eventOf(application)}:${clock}:${colour}:${dueOn}`,
    recipients: isOver ? await staffToTell(application, ['supervisor']) : await dealingWith(application),
    template: 'case-arrived',
    advice: isOver ? `${clockNames[clock]}已超期，请督办` : `${clockNames[clock]}${formatDate(dueOn)}到期`,
    at: now,
  })
}

/** Tells who dealt with a case that a colleague took it over from them; not somebody who no longer works here. */
export async function announceTakeover(
  outbox: Outbox,
  application: Application,
  by: Pick<StaffMember, 'name'>,
  now: number,
): Promise<void> {
  const before = await findStaff(application.handledBy ?? '')
  if (before === undefined) return
  tellStaff(outbox, application, {
    event: `${eventOf(application)}:taken-over`,
    recipients: [before._id],
    template: 'case-arrived',
    advice: `已由${by.name}接办，不用再办`,
    at: now,
  })
}

/** Who took the case over or claimed it, if they still work here; else the department's reviewers. */
async function dealingWith(application: Application): Promise<readonly string[]> {
  const member = await findStaff(application.handledBy ?? application.claimedBy)
  return member === undefined ? staffToTell(application, reviewingRoles) : [member._id]
}

function tellStaff(
  outbox: Outbox,
  application: Application,
  told: {
    readonly event: string
    readonly recipients: readonly string[]
    readonly template: Template
    readonly advice: string
    readonly at: number
  },
): void {
  for (const recipient of told.recipients) {
    outbox.tell({
      event: told.event,
      recipient,
      template: told.template,
      texts: [
        application.itemName,
        application.receiptNumber,
        applicationStates[application.state].label,
        formatDateTime(told.at),
        told.advice,
      ],
      page: messagePages.staffCase(application._id),
    })
  }
}

/** The most staff told of one case, and the most of a department that are looked through for them. */
const mostTold = 20
const mostRead = 200

/** Staff of the department; of a larger one each case tells others, drawn by the case's id. Not the applicant. */
async function staffToTell(application: Application, roles: readonly StaffRole[]): Promise<readonly string[]> {
  const members = await database.find(staffMembers, {
    where: { departments: application.department, suspended: false, roles: command().in([...roles]) },
    limit: mostRead,
  })
  return members
    .map(({ _id }) => _id)
    .filter((openid) => openid !== application.ownerId)
    .sort((left, right) => (derivedId(application._id, left) < derivedId(application._id, right) ? -1 : 1))
    .slice(0, mostTold)
}

/** One version of an application is one event. */
const eventOf = ({ _id, version }: Application) => `${_id}:${String(version)}`

function firstDueDay({ clocks }: Application): string | undefined {
  return Object.values(clocks)
    .map(({ dueOn }) => dueOn)
    .sort()[0]
}
