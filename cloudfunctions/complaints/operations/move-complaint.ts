import { moveComplaint as contract } from '@shared/contracts/complaints'
import type { InputOf } from '@shared/contracts/contract'
import { takesOthersIn } from '@shared/domain/complaint-workflow'
import { departments } from '../../../config/centre/departments'
import { appendAudit } from '../../kernel/audit'
import { database, type Transaction } from '../../kernel/database'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import type { StaffMember } from '../../kernel/store'
import { tellMergedCitizen } from '../announce'
import { findMember, membersNamed } from '../members'
import { moveComplaint as move, subjectOf, type ComplaintChange } from '../moving'
import { mayHandle, personTowards, staffActor } from '../people'
import { complaints, type Complaint } from '../store'
import { viewOf } from '../view'
import { complaintForStaff } from '../whose'

type Step = InputOf<typeof contract>['step']
type Refusals = 'MEMBER_NOT_FOUND' | 'CANNOT_HANDLE' | 'FORBIDDEN_DEPARTMENT' | 'MERGE_TARGET' | 'YOURSELF'

/** The most citizens of merged complaints that one answer is told to. */
const mostMerged = 100

/** A step of staff: the supervisors' and the department's, each in its turn. */
export const moveComplaint = implementCommand(contract, {
  async handle({ input, openid, staff, now, transaction, outbox }) {
    const complaint = await complaintForStaff(transaction, input.complaintId, openid, staff)
    if (staff === undefined || isFailure(complaint)) return fail('NOT_FOUND')
    if (complaint.version !== input.version) return fail('VERSION_CHANGED')
    const { step } = input
    const change = await changeOf(step, complaint, staff)
    if (isFailure(change)) return change
    const person = personTowards(complaint, openid, staff)
    const actor = staffActor(staff)
    const moved = await move(transaction, { complaint, action: step.action, person, actor, now, outbox, change })
    if (isFailure(moved)) return moved
    if (step.action === 'merge') {
      const target = await mergeTarget(transaction, step.into, complaint, openid, staff)
      if (isFailure(target)) return target
      const audit = await appendAudit(transaction, target.audit, {
        subject: subjectOf(target),
        at: now,
        actor,
        event: 'complaint-joined',
        label: '另一件投诉建议并入',
        details: { number: complaint.number },
      })
      await transaction.put(complaints, { ...target, mergedCount: target.mergedCount + 1, audit })
    }
    if (step.action === 'answer' && complaint.mergedCount > 0) {
      const merged = await database.find(complaints, { where: { mergedInto: complaint._id }, limit: mostMerged })
      for (const each of merged) tellMergedCitizen(outbox, each, moved, now)
    }
    return viewOf(moved, personTowards(moved, openid, staff), staff.reference, transaction)
  },
})

async function changeOf(
  step: Step,
  complaint: Complaint,
  staff: StaffMember,
): Promise<ComplaintChange | Failure<Refusals>> {
  switch (step.action) {
    case 'receive':
      return { fields: { kind: step.kind }, details: { kind: step.kind } }
    case 'decline':
      return { words: { declineReason: step.words } }
    case 'merge':
      return { fields: { mergedInto: step.into } }
    case 'assign':
    case 'reassign':
      return assignment(step, staff)
    case 'entrust':
      return entrusting(step.to, complaint)
    case 'handle':
      return { words: { report: step.words } }
    case 'send-back':
      return { words: { sendBackReason: step.words } }
    case 'extend':
      return { words: { extensionReason: step.words } }
    case 'answer':
      return { words: { answer: step.words } }
  }
}

async function assignment(
  { department, about }: Extract<Step, { action: 'assign' | 'reassign' }>,
  staff: StaffMember,
): Promise<ComplaintChange | Failure<Refusals>> {
  if (!departments.some(({ name }) => name === department)) return fail('FORBIDDEN_DEPARTMENT')
  const named = [...new Set(about)]
  if (named.includes(staff.reference)) return fail('YOURSELF')
  if ((await membersNamed(named)).length !== named.length) return fail('MEMBER_NOT_FOUND')
  return { fields: { assignedTo: department, about: named }, details: { department, about: named } }
}

/** Somebody of the department, neither complained of nor the author; which of the two is not said. */
async function entrusting(to: string, complaint: Complaint): Promise<ComplaintChange | Failure<Refusals>> {
  const member = await findMember(to)
  if (member === undefined || !mayHandle(member, complaint.assignedTo)) return fail('MEMBER_NOT_FOUND')
  if (complaint.about.includes(member.reference) || complaint.ownerId === member._id) return fail('CANNOT_HANDLE')
  return { fields: { handlerReference: member.reference, handlerName: member.name }, details: { handler: to } }
}

/** Another complaint that is certain to be answered, and that the supervisor may see. */
async function mergeTarget(
  transaction: Transaction,
  into: string,
  complaint: Complaint,
  openid: string,
  staff: StaffMember,
): Promise<Complaint | Failure<'MERGE_TARGET'>> {
  const target = into === complaint._id ? fail('NOT_FOUND') : await complaintForStaff(transaction, into, openid, staff)
  return isFailure(target) || !takesOthersIn(target.state) ? fail('MERGE_TARGET') : target
}
