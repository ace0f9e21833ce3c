import type { ComplaintRow, ComplaintView } from '@shared/contracts/complaints'
import {
  complaintActors,
  complaintTransitions,
  openComplaintActions,
  type ComplainingPerson,
} from '@shared/domain/complaint-workflow'
import { maskName, maskPhone } from '@shared/domain/masking'
import { database, type Transaction } from '../kernel/database'
import { auditEntries, type AuditEntry } from '../kernel/store'
import { membersNamed } from './members'
import { factsOf, subjectOf } from './moving'
import { seenAs } from './people'
import { complainantOf, contentOf, wordsOf } from './sealed-words'
import { complaints, type Complaint } from './store'

/** The most steps of one complaint that are shown; the table allows far fewer, looks come on top. */
const mostEntries = 200

type Viewer = NonNullable<ReturnType<typeof seenAs>>

/**
 * A complaint as one person may see it. `within` is the step's own transaction, whose entry nobody else sees yet.
 * @param me the viewer's reference, if they are staff
 */
export async function viewOf(
  complaint: Complaint,
  person: ComplainingPerson,
  me: string | undefined,
  within?: Transaction,
): Promise<ComplaintView> {
  const viewer = seenAs(person)
  if (viewer === undefined) throw new Error('a complaint is shown to somebody who may not see it')
  const [entries, target, members] = await Promise.all([
    entriesOf(complaint, within),
    complaint.mergedInto === '' ? undefined : database.get(complaints, complaint.mergedInto),
    viewer === 'supervisor' ? membersNamed(complaint.about) : [],
  ])
  const { number, kind, state, version, sentAt, disclosed } = complaint
  return {
    id: complaint._id,
    ...{ number, kind, state, version, sentAt, disclosed, seenAs: viewer },
    merged: complaint.mergedInto !== '',
    ...contentOf(complaint),
    actions: [...openComplaintActions(factsOf(complaint), person)],
    ...placeOf(complaint, viewer),
    ...clockOf(complaint),
    ...complainantFor(complaint, viewer),
    ...wordsFor(complaint, viewer),
    ...(complaint.satisfied === undefined ? {} : { satisfied: complaint.satisfied }),
    ...(complaint.assignedTo === '' ? {} : { assignedTo: complaint.assignedTo }),
    ...(viewer === 'citizen' || complaint.handlerReference === ''
      ? {}
      : { handler: { mine: complaint.handlerReference === me, name: complaint.handlerName } }),
    ...(viewer === 'supervisor' ? { about: members.map(({ reference, name }) => ({ id: reference, name })) } : {}),
    ...(viewer === 'supervisor' && complaint.mergedCount > 0 ? { mergedCount: complaint.mergedCount } : {}),
    ...(target === undefined ? {} : mergedFor(complaint, target, viewer)),
    timeline: entries.map((entry) => ({ at: entry.at, label: entry.label, by: nameFor(entry, complaint, viewer) })),
  }
}

export function rowOf(complaint: Complaint): ComplaintRow {
  const { _id, number, kind, state, sentAt, updatedAt, assignedTo, department } = complaint
  const whose = assignedTo === '' ? department : assignedTo
  return {
    id: _id,
    ...{ number, kind, state, sentAt, updatedAt },
    subject: contentOf(complaint).subject,
    ...(whose === '' ? {} : { department: whose }),
    ...clockOf(complaint),
  }
}

function clockOf({ clock }: Complaint): Pick<ComplaintRow, 'clock'> {
  if (clock === undefined) return {}
  const { dueOn, amberOn, provisional } = clock.deadline
  return { clock: { clock: clock.name, dueOn, amberOn, provisional } }
}

/** A receipt number leads to a name: the department gets it from somebody who is disclosed. */
function placeOf({ department, window, receiptNumber, disclosed }: Complaint, viewer: Viewer) {
  return {
    ...(department === '' ? {} : { department }),
    ...(window === '' ? {} : { window }),
    ...(receiptNumber === '' || (viewer === 'department' && !disclosed) ? {} : { receiptNumber }),
  }
}

function complainantFor(complaint: Complaint, viewer: Viewer): Pick<ComplaintView, 'complainant'> {
  const isShown = viewer === 'citizen' || (viewer === 'department' && complaint.disclosed)
  if (!isShown) return {}
  const person = complainantOf(complaint)
  return {
    complainant: viewer === 'citizen' ? { ...person } : { name: maskName(person.name), phone: maskPhone(person.phone) },
  }
}

function wordsFor(complaint: Complaint, viewer: Viewer) {
  const { report, sendBackReason, ...forAll } = wordsOf(complaint)
  return viewer === 'citizen'
    ? forAll
    : {
        ...forAll,
        ...(report === undefined ? {} : { report }),
        ...(sendBackReason === undefined ? {} : { sendBackReason }),
      }
}

/** The answer of the complaint it was merged into is its answer; another citizen's number is not theirs to know. */
function mergedFor(complaint: Complaint, target: Complaint, viewer: Viewer) {
  const { answer } = wordsOf(target)
  return {
    ...(viewer !== 'citizen' || target.ownerId === complaint.ownerId ? { mergedInto: target.number } : {}),
    ...(answer === undefined ? {} : { answer }),
  }
}

/** Citizens learn which side acted; the department learns of supervisors by name, of the citizen nothing. */
function nameFor({ actor, event }: AuditEntry, { assignedTo }: Complaint, viewer: Viewer): string {
  if (viewer !== 'citizen' || actor.kind === 'timer') return actor.name
  if (actor.kind === 'applicant') return '您'
  const row = complaintTransitions.find((each) => each.event === event)
  const sides = new Set(row?.by.map((by) => (by === 'supervisor' ? complaintActors.supervisor : assignedTo)))
  const [side = complaintActors.supervisor] = sides
  // Either side takes the step: which one it was is staff's to know.
  return sides.size > 1 ? '工作人员' : side
}

async function entriesOf(complaint: Complaint, within?: Transaction): Promise<readonly AuditEntry[]> {
  const subject = subjectOf(complaint)
  if (within === undefined)
    return database.find(auditEntries, { where: { subject }, orderBy: ['sequence', 'asc'], limit: mostEntries })
  const entries: AuditEntry[] = []
  for (let sequence = 1; sequence <= Math.min(complaint.audit.sequence, mostEntries); sequence += 1) {
    const entry = await within.get(auditEntries, `${subject}:${String(sequence)}`)
    if (entry !== undefined) entries.push(entry)
  }
  return entries
}
