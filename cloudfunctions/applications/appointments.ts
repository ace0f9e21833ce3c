import {
  appointmentRules,
  callingOrder,
  changeUntil,
  missedFrom,
  queueNumber,
  reminderAt,
  slotStart,
  type Slot,
} from '@shared/domain/appointment-slots'
import {
  appointmentMessages,
  appointmentStates,
  isLive,
  openAppointmentActions,
  statesOpenTo,
  type AppointmentAction,
  type AppointmentActor,
  type AppointmentState,
  type AppointmentTimes,
  type AppointmentTransition,
} from '@shared/domain/appointment-workflow'
import { messagePages } from '@shared/contracts/message-pages'
import type { AppointmentView } from '@shared/contracts/applications-window'
import { addDays, civilDateOf, formatDate, formatTime, type CivilDate } from '@shared/domain/civil-time'
import type { ServiceArea } from '@shared/domain/item'
import { queueOfState } from '@shared/domain/application-workflow'
import { appendAudit, emptyChain, type AuditHead } from '../kernel/audit'
import { centre, workingCalendar } from '../kernel/centre'
import { command, database, type Transaction } from '../kernel/database'
import type { Outbox } from '../kernel/outbox'
import { lookupHash, seal, unseal } from '../kernel/sealed'
import type { AuditEntry, StaffMember } from '../kernel/store'
import { openContent } from './content'
import { giveSeatBack } from './slots'
import { applications, type Application } from './store'
import { visitCodeOf } from './visit-code'
import {
  appointments,
  missedDays,
  queueCounters,
  visitPlans,
  type Appointment,
  type QueueCounter,
  type VisitPlan,
} from './window-store'

/** Whether an application waits for its applicant to come to the window. */
export function awaitsWindow({ state }: Pick<Application, 'state'>): boolean {
  return queueOfState[state] === 'window'
}

/** Whether an appointment still counts: who was never called on their day has none any more. */
export function stands({ state, date }: Appointment, today: CivilDate): boolean {
  return isLive(state) && date >= today
}

/** Whether staff may act on an appointment: of their departments, or of nobody's yet. */
export function isTheirs(staff: StaffMember | undefined, { department }: Pick<Appointment, 'department'>): boolean {
  return staff !== undefined && (department === '' || staff.departments.includes(department))
}

export function timesOf({ date, from }: Pick<Appointment, 'date' | 'from'>, now: number): AppointmentTimes {
  const isToday = date === civilDateOf(now)
  if (from === '') return { changeUntil: 0, missedFrom: Infinity, isToday }
  return { changeUntil: changeUntil({ date, from }), missedFrom: missedFrom({ date, from }), isToday }
}

const nameSeal = (id: string) => `applications.appointment:${id}`
const sealPersonName = (id: string, name: string) => seal(nameSeal(id), name)
export const personNameOf = ({ _id, personName }: Appointment) => unseal(nameSeal(_id), personName) as string

/** An appointment of an application before its first step. */
export function appointmentOf(
  application: Application,
  { id, area, date }: { readonly id: string; readonly area: ServiceArea; readonly date: CivilDate },
): Appointment {
  const { name } = openContent(application._id, application.content).applicant
  const { itemName, receiptNumber, ownerId, department } = application
  return {
    ...blankAppointment({ id, area, date, itemName, personName: name }),
    applicationId: application._id,
    ownerId,
    receiptNumber,
    department,
  }
}

/** The same of somebody without an application here. */
export function blankAppointment(person: {
  readonly id: string
  readonly area: ServiceArea
  readonly date: CivilDate
  readonly itemName: string
  readonly personName: string
}): Appointment {
  const { id, area, date, itemName, personName } = person
  return {
    _id: id,
    applicationId: '',
    ownerId: '',
    receiptNumber: '',
    itemName,
    department: '',
    personName: sealPersonName(id, personName),
    area,
    date,
    from: '',
    to: '',
    // Overwritten by the step that begins it.
    state: 'booked',
    version: 0,
    typedCode: '',
    queueNumber: '',
    arrivedAt: 0,
    slotAt: 0,
    remindAt: 0,
    wakeAt: 0,
    order: '',
    audit: emptyChain,
  }
}

/** What a slot makes of an appointment; a reminder that would already be due is none. */
export function inSlot(slot: Slot, now: number): Pick<Appointment, 'date' | 'from' | 'to' | 'slotAt' | 'remindAt'> {
  const remindAt = reminderAt(workingCalendar, slot.date)
  return { ...slot, slotAt: slotStart(slot), remindAt: remindAt > now ? remindAt : 0 }
}

export interface AppointmentStep {
  readonly appointment: Appointment
  readonly row: AppointmentTransition
  readonly actor: AuditEntry['actor']
  readonly now: number
  readonly outbox: Pick<Outbox, 'tell'>
  readonly change?: Partial<Appointment>
  /** For the audit chain; never personal data. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** One step of an appointment, entered in its application's chain. */
export async function takeAppointmentStep(transaction: Transaction, step: AppointmentStep): Promise<Appointment> {
  const { applicationId } = step.appointment
  const application = applicationId === '' ? undefined : await transaction.get(applications, applicationId)
  const { appointment, head } = await writeAppointment(transaction, step, application?.audit ?? step.appointment.audit)
  if (application !== undefined) await transaction.put(applications, { ...application, audit: head })
  return appointment
}

/**
 * The only writer of an appointment: seat given back, audit entry, message and document, all in the caller's transaction.
 * @param head of the chain it is entered in: the application's, else its own
 * @returns the new head, which belongs on the chain's document
 */
export async function writeAppointment(
  transaction: Transaction,
  { appointment, row, actor, now, outbox, change, details }: AppointmentStep,
  head: AuditHead,
): Promise<{ readonly appointment: Appointment; readonly head: AuditHead }> {
  if (row.seat === 'give-back') await giveSeatBack(transaction, appointment.area, appointment)
  const changed = { ...appointment, ...change, state: row.to, version: appointment.version + 1 }
  const entered = await appendAudit(transaction, head, {
    subject: subjectOf(appointment),
    at: now,
    actor,
    event: row.event,
    label: row.label,
    details: {
      appointment: changed._id,
      ...(changed.from === '' ? {} : { note: slotWords(changed) }),
      ...(changed.queueNumber === '' ? {} : { note: `排队号 ${changed.queueNumber}` }),
      ...details,
    },
  })
  const moved: Appointment = {
    ...changed,
    wakeAt: wakeAtOf(changed),
    order: `${changed.date}T${changed.from === '' ? formatTime(changed.arrivedAt) : changed.from}#${changed._id}`,
    ...(appointment.applicationId === '' ? { audit: entered } : {}),
  }
  await transaction.put(appointments, moved)
  if (row.message !== undefined) tell(outbox, moved, row.message, actor, now)
  return { appointment: moved, head: entered }
}

/** Whose chain it is entered in. */
const subjectOf = ({ _id, applicationId }: Appointment) => (applicationId === '' ? `appointment:${_id}` : applicationId)

/** What the timer looks for next: the reminder, then whether somebody came; nothing once they have. */
function wakeAtOf({ state, remindAt, date, from }: Pick<Appointment, 'state' | 'remindAt' | 'date' | 'from'>): number {
  if (!statesOpenTo('miss').includes(state)) return 0
  return remindAt > 0 ? remindAt : missedFrom({ date, from })
}

const slotWords = ({ date, from, to }: Pick<Appointment, 'date' | 'from' | 'to'>) => `${formatDate(date)} ${from}~${to}`

export function placeOf(area: ServiceArea): string {
  const found = centre.areas.find((each) => each.area === area)
  return found === undefined ? area : `${found.floor}${found.name}`
}

/** Tells the applicant; a person whose account is not known is told at the window. */
export function tell(
  outbox: Pick<Outbox, 'tell'>,
  appointment: Appointment,
  message: NonNullable<AppointmentTransition['message']>,
  actor: Pick<AuditEntry['actor'], 'kind'>,
  now: number,
): void {
  if (appointment.ownerId === '') return
  const isOver = appointmentStates[appointment.state].final
  const byTheCentre = isOver && actor.kind === 'staff'
  outbox.tell({
    event: `${appointment._id}:${String(appointment.version)}`,
    recipient: appointment.ownerId,
    template: appointmentMessages[message],
    texts: [
      appointment.itemName,
      appointment.receiptNumber,
      appointmentStates[appointment.state].label,
      slotWords(appointment),
      byTheCentre
        ? '中心取消了这次预约，请重新预约'
        : isOver
          ? appointmentStates[appointment.state].next
          : `${placeOf(appointment.area)}，请带原件和到访码`,
    ],
    page: messagePages.application(appointment.applicationId),
    aboutToday: appointment.date === civilDateOf(now),
    // Somebody who would come in vain is phoned if no message reaches them.
    ...(byTheCentre
      ? {
          mustHear: {
            subject: appointment.applicationId,
            receiptNumber: appointment.receiptNumber,
            personName: personNameOf(appointment),
            department: appointment.department,
          },
        }
      : {}),
  })
}

/** An application's appointment and home visit, both '' before the first. */
export async function visitPlanOf(transaction: Transaction, applicationId: string): Promise<VisitPlan> {
  return (
    (await transaction.get(visitPlans, applicationId)) ?? { _id: applicationId, appointmentId: '', homeVisitId: '' }
  )
}

/** The one appointment of an application that stands, if any. */
export async function standingAppointment(
  transaction: Transaction,
  { appointmentId }: VisitPlan,
  today: CivilDate,
): Promise<Appointment | undefined> {
  const found = appointmentId === '' ? undefined : await transaction.get(appointments, appointmentId)
  return found !== undefined && stands(found, today) ? found : undefined
}

/** The next queue number of an area and day, in the transaction that gives it to somebody. */
export async function takeQueueNumber(
  transaction: Transaction,
  { area, date }: Pick<Appointment, 'area' | 'date'>,
): Promise<string> {
  const counter = await counterOf(transaction, area, date)
  await transaction.put(queueCounters, { ...counter, last: counter.last + 1 })
  return queueNumber(area, counter.last + 1)
}

/** One more was served today. */
export async function countServed(
  transaction: Transaction,
  { area, date }: Pick<Appointment, 'area' | 'date'>,
): Promise<void> {
  const counter = await counterOf(transaction, area, date)
  await transaction.put(queueCounters, { ...counter, served: counter.served + 1 })
}

async function counterOf(transaction: Transaction, area: ServiceArea, date: CivilDate): Promise<QueueCounter> {
  const _id = counterId(area, date)
  return (await transaction.get(queueCounters, _id)) ?? { _id, date, last: 0, served: 0 }
}

export const counterId = (area: ServiceArea, date: CivilDate) => `${area}:${date}`

/** Longer than any line at the windows of one area. */
const longestLine = 500

/** Everybody at an area on a day in the states an action is open in, who came first first. */
export async function peopleOpenTo(
  action: AppointmentAction,
  area: ServiceArea,
  date: CivilDate,
): Promise<readonly Appointment[]> {
  return database.find(appointments, {
    where: { area, date, state: command().in([...statesOpenTo(action)]) },
    orderBy: ['arrivedAt', 'asc'],
    limit: longestLine,
  })
}

/** People who wait, in the order in which they are called. */
export function inCallingOrder(waiting: readonly Appointment[]): readonly Appointment[] {
  const known = new Map(waiting.map((each) => [each._id, each]))
  const turns = waiting.map(({ _id, arrivedAt, slotAt }) => ({
    id: _id,
    arrivedAt,
    ...(slotAt === 0 ? {} : { slotAt }),
  }))
  return callingOrder(turns).flatMap(({ id }) => known.get(id) ?? [])
}

/** How many of an area are called before somebody who has just come, or comes again. */
export async function countAhead(appointment: Appointment): Promise<number> {
  const others = await peopleOpenTo('call', appointment.area, appointment.date)
  const line = inCallingOrder([...others.filter(({ _id }) => _id !== appointment._id), appointment])
  return line.findIndex(({ _id }) => _id === appointment._id)
}

const missedId = (openid: string) => lookupHash('missed-appointments', openid)

/** The days on which somebody missed an appointment. */
export async function missedDaysOf(reader: Pick<Transaction, 'get'>, openid: string): Promise<readonly CivilDate[]> {
  return (await reader.get(missedDays, missedId(openid)))?.days ?? []
}

/** Counts a missed appointment for its person; days too long ago to count are forgotten. */
export async function countMissed(transaction: Transaction, { ownerId, date }: Appointment): Promise<void> {
  const since = addDays(date, -appointmentRules.noShowDays)
  const days = (await missedDaysOf(transaction, ownerId)).filter((day) => day > since)
  await transaction.put(missedDays, { _id: missedId(ownerId), days: [...days, date] })
}

/** An appointment as its owner sees it. @param ahead how many are called before, once checked in */
export function appointmentView(appointment: Appointment, now: number, ahead?: number): AppointmentView {
  const { _id, applicationId, receiptNumber, area, date, from, to, state, typedCode } = appointment
  const times = timesOf(appointment, now)
  const isStanding = stands(appointment, civilDateOf(now))
  const isBooked = from !== ''
  return {
    id: _id,
    ...(applicationId === '' ? {} : { applicationId, receiptNumber }),
    itemName: appointment.itemName,
    area,
    date,
    ...(isBooked ? { from, to } : {}),
    state,
    actions: isStanding ? [...openAppointmentActions(state, 'applicant', times, now)] : [],
    ...(isBooked && isStanding ? { changeUntil: times.changeUntil } : {}),
    ...(appointment.queueNumber === '' ? {} : { queueNumber: appointment.queueNumber }),
    ...(ahead === undefined ? {} : { ahead }),
    place: placeOf(area),
    ...(isStanding && typedCode !== '' ? { visitCode: { text: visitCodeOf(_id), typed: typedCode } } : {}),
  }
}

/** Somebody in an area's line as the window sees them. */
export function waitingView(appointment: Appointment, now: number) {
  const { _id, applicationId, from, state } = appointment
  return {
    appointmentId: _id,
    queueNumber: appointment.queueNumber,
    itemName: appointment.itemName,
    personName: personNameOf(appointment),
    ...(applicationId === '' ? {} : { applicationId }),
    state: state satisfies AppointmentState,
    ...(from === '' ? {} : { slotFrom: from }),
    arrivedAt: appointment.arrivedAt,
    actions: [...openAppointmentActions(state, 'window' satisfies AppointmentActor, timesOf(appointment, now), now)],
  }
}
