import { handOver as contract } from '@shared/contracts/applications-decision'
import { messagePages } from '@shared/contracts/message-pages'
import { claimLeaseMinutes } from '@shared/domain/application-workflow'
import { civilDateOf, formatDateTime } from '@shared/domain/civil-time'
import { appendAudit } from '../../kernel/audit'
import { currentTime } from '../../kernel/clock'
import { command, database, inTransaction } from '../../kernel/database'
import { fail, implementCommand, type Failure } from '../../kernel/operation'
import { staffMembers, type StaffMember } from '../../kernel/store'
import { claimedCases, handledCases, isClaimedBy, isHandledBy } from '../held-cases'
import { derivedOf } from '../move'
import { reviewingRoles, staffActor } from '../people'
import { applications, type Application } from '../store'

/** How many are looked up at once, and how long one call goes on (ms): a repeated call moves the rest. */
const batch = 100
const patienceMs = 20_000
/** As many left stands for as many or more. */
const mostCounted = 1000

interface HandOver {
  readonly from: StaffMember
  readonly to: StaffMember
  readonly by: StaffMember
  readonly reason: string
  readonly now: number
}

/**
 * Moves the open cases that one member claimed or took over to another, each in a transaction of its own with its entry
 * in the chain. A claim goes with a fresh lease, so that one which is not taken up lapses for everybody. Left are cases
 * of departments the other does not work for and the other's own applications.
 */
export const handOver = implementCommand(contract, {
  async prepare({ input, staff: by, now }) {
    if (input.from === input.to) return fail('SAME_MEMBER')
    const [from, to] = await Promise.all([findMember(input.from), findMember(input.to)])
    if (from === undefined || to === undefined || by === undefined) return fail('MEMBER_NOT_FOUND')
    const refusal = whyNotAble(by, from, to)
    if (refusal !== undefined) return refusal
    const scope = scopeOf(by)
    const handing = { from, to, by, reason: input.reason, now }
    const moved =
      (await moveAll({ ...claimedCases(from._id, now), ...scope }, handing)) +
      (await moveAll({ ...handledCases(from._id), ...scope }, handing))
    const [claims, handled] = await Promise.all([
      database.countUpTo(applications, { ...claimedCases(from._id, now), ...scope }, mostCounted),
      database.countUpTo(applications, { ...handledCases(from._id), ...scope }, mostCounted),
    ])
    return { to, moved, left: claims + handled }
  },
  handle({ now, requestId, outbox, prepared: { to, moved, left } }) {
    if (moved > 0) {
      outbox.tell({
        event: `handed-over:${requestId}`,
        recipient: to._id,
        template: 'case-arrived',
        texts: ['同事移交的案件', '-', '待办理', formatDateTime(now), `共${String(moved)}件，请及时办理`],
        page: messagePages.staffQueue('handling'),
      })
    }
    return Promise.resolve({ moved, left })
  },
})

async function findMember(reference: string): Promise<StaffMember | undefined> {
  const [found] = await database.find(staffMembers, { where: { reference }, limit: 1 })
  return found
}

/** A supervisor hands over cases of their departments, an administrator all. */
function scopeOf(by: StaffMember): Readonly<Record<string, unknown>> {
  return by.roles.includes('administrator') ? {} : { department: command().in([...by.departments]) }
}

function whyNotAble(
  by: StaffMember,
  from: StaffMember,
  to: StaffMember,
): Failure<'FORBIDDEN' | 'NOT_ABLE'> | undefined {
  const isAdministrator = by.roles.includes('administrator')
  if (!isAdministrator && !from.departments.some((each) => by.departments.includes(each))) return fail('FORBIDDEN')
  const reviews = to.roles.some((role) => reviewingRoles.some((each) => each === role))
  const isColleague = to.departments.some((each) => from.departments.includes(each))
  return to.suspended || !reviews || !isColleague ? fail('NOT_ABLE') : undefined
}

async function moveAll(where: Readonly<Record<string, unknown>>, handing: HandOver): Promise<number> {
  const until = currentTime() + patienceMs / 2
  let moved = 0
  for (let after = ''; currentTime() < until;) {
    const found = await database.findFields(applications, ['queueOrder'], {
      where: { ...where, queueOrder: command().gt(after) },
      orderBy: ['queueOrder', 'asc'],
      limit: batch,
    })
    for (const { _id } of found) {
      if (currentTime() < until && (await moveOne(_id, handing))) moved += 1
    }
    if (found.length < batch) break
    after = found.at(-1)?.queueOrder ?? after
  }
  return moved
}

/** Whether the case went to the other member; what the query saw is asked again within the transaction. */
function moveOne(id: string, { from, to, by, reason, now }: HandOver): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const application = await transaction.get(applications, id)
    if (application === undefined || application.ownerId === to._id) return false
    if (!to.departments.includes(application.department)) return false
    const change = handed(application, from._id, to, now)
    if (change === undefined) return false
    const audit = await appendAudit(transaction, application.audit, {
      subject: id,
      at: now,
      actor: staffActor(by),
      event: 'handed-over',
      label: '移交承办',
      // The reason is about the member and for the auditor; the applicant reads who deals with the case now.
      details: { from: from.reference, to: to.reference, reason, note: `由${from.name}移交给${to.name}` },
    })
    const moved = { ...application, ...change, version: application.version + 1, audit }
    await transaction.put(applications, { ...moved, ...derivedOf(moved, civilDateOf(now)) })
    return true
  })
}

function handed(
  application: Application,
  from: string,
  to: StaffMember,
  now: number,
): Partial<Application> | undefined {
  if (isClaimedBy(application, from, now)) {
    const claimUntil = now + claimLeaseMinutes * 60_000
    return { claimedBy: to._id, claimantName: to.name, claimUntil, seenBy: [to._id] }
  }
  if (!isHandledBy(application, from)) return undefined
  return { handledBy: to._id, handlerName: to.name, seenBy: [...new Set([...application.seenBy, to._id])] }
}
