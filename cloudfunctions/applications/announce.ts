import { applicationStates, type ApplicationTransition } from '@shared/domain/application-workflow'
import { messagePages } from '@shared/contracts/message-pages'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { command, database } from '../kernel/database'
import { derivedId } from '../kernel/ids'
import type { Outbox } from '../kernel/outbox'
import { staffMembers } from '../kernel/store'
import { openContent } from './content'
import { reviewingRoles } from './people'
import type { Application } from './store'

/** Tells of a step everybody whom the table names for it: one message for each person, written with the step itself. */
export async function announce(
  outbox: Outbox,
  application: Application,
  row: Pick<ApplicationTransition, 'message' | 'staffMessage'>,
): Promise<void> {
  if (row.message !== undefined) tellApplicant(outbox, application, row.message)
  if (row.staffMessage !== undefined) await tellReviewers(outbox, application, row.staffMessage)
}

type Template = NonNullable<ApplicationTransition['message']>

function tellApplicant(outbox: Outbox, application: Application, template: Template): void {
  const { label, next } = applicationStates[application.state]
  const dueOn = firstDueDay(application)
  const isTheirTurn = application.clocks.resubmission !== undefined || application.clocks.visit !== undefined
  outbox.tell({
    event: eventOf(application),
    recipient: application.ownerId,
    template,
    texts: [
      application.itemName,
      application.receiptNumber,
      label,
      formatDateTime(application.updatedAt),
      isTheirTurn && dueOn !== undefined ? `请在${formatDate(dueOn)}前办理` : next,
    ],
    page: messagePages.application(application._id),
    ...(isTheirTurn
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

async function tellReviewers(outbox: Outbox, application: Application, template: Template): Promise<void> {
  const dueOn = firstDueDay(application)
  const arrived = application.rounds.length === 0 ? '新申请' : '已补正'
  for (const recipient of await reviewersToTell(application)) {
    outbox.tell({
      event: eventOf(application),
      recipient,
      template,
      texts: [
        application.itemName,
        application.receiptNumber,
        applicationStates[application.state].label,
        formatDateTime(application.updatedAt),
        dueOn === undefined ? arrived : `${arrived},请在${formatDate(dueOn)}前预审`,
      ],
      page: messagePages.staffCase(application._id),
    })
  }
}

/** The most reviewers told of one case, and the most of a department that are looked through for them. */
const mostTold = 20
const mostRead = 200

/** The reviewers of the department; of a larger one each case tells others, drawn by the case's id. Not the applicant. */
async function reviewersToTell(application: Application): Promise<readonly string[]> {
  const members = await database.find(staffMembers, {
    where: { departments: application.department, suspended: false, roles: command().in([...reviewingRoles]) },
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
