import type { OfficeHours } from './centre'
import { addDays, civilDateOf, daysBetween, startOfCivilDay, type CivilDate } from './civil-time'
import { addWorkingDays, type WorkingCalendar } from './working-days'

/**
 * Half-hour places at a service area's windows, for applicants whose pre-review passed. All numbers are the centre's own
 * rules, not law.
 */
export const appointmentRules = {
  /** Minutes a slot lasts. */
  slotMinutes: 30,
  /** Working days ahead that can be booked, besides today. */
  workingDaysAhead: 5,
  /** Minutes before the slot until which it may be changed or cancelled. */
  changeUntilMinutes: 120,
  /** Minutes after the slot's end when somebody who has not checked in counts as missed. */
  graceMinutes: 30,
  /** Missed appointments within `noShowDays` that block booking for `blockDays`; walking in stays open. Calendar days. */
  noShows: 2,
  noShowDays: 90,
  blockDays: 30,
  /** Never blocked from this age on. */
  elderlyAge: 60,
} as const

const minute = 60_000

/** A half hour of one day, `HH:mm`. */
export interface Slot {
  readonly date: CivilDate
  readonly from: string
  readonly to: string
}

/** The half hours of the centre's office hours, whole ones only. */
export function slotTimes(hours: readonly OfficeHours[]): readonly { readonly from: string; readonly to: string }[] {
  return hours.flatMap(({ from, to }) => {
    const times = []
    for (
      let begin = minutesOf(from);
      begin + appointmentRules.slotMinutes <= minutesOf(to);
      begin += appointmentRules.slotMinutes
    ) {
      times.push({ from: timeOf(begin), to: timeOf(begin + appointmentRules.slotMinutes) })
    }
    return times
  })
}

/** The days that can be booked at `now` (ms): today if it is worked, and the next working days. */
export function bookableDays(calendar: WorkingCalendar, now: number): readonly CivilDate[] {
  const today = civilDateOf(now)
  const ahead = Array.from(
    { length: appointmentRules.workingDaysAhead },
    (_, place) => addWorkingDays(calendar, today, place + 1).date,
  )
  return calendar.isWorkingDay(today) ? [today, ...ahead] : ahead
}

/** Whether the slot is one of the centre's and can be booked at `now` (ms): it has not begun, and is not too far ahead. */
export function isBookable(
  calendar: WorkingCalendar,
  hours: readonly OfficeHours[],
  slot: Pick<Slot, 'date' | 'from'>,
  now: number,
): boolean {
  return (
    bookableDays(calendar, now).includes(slot.date) &&
    slotTimes(hours).some(({ from }) => from === slot.from) &&
    slotStart(slot) > now
  )
}

/** When a slot begins (ms). */
export function slotStart(slot: Pick<Slot, 'date' | 'from'>): number {
  return startOfCivilDay(slot.date) + minutesOf(slot.from) * minute
}

/** When a slot ends (ms). */
export function slotEnd(slot: Pick<Slot, 'date' | 'from'>): number {
  return slotStart(slot) + appointmentRules.slotMinutes * minute
}

/** The last instant (ms) to change or cancel an appointment. */
export function changeUntil(slot: Pick<Slot, 'date' | 'from'>): number {
  return slotStart(slot) - appointmentRules.changeUntilMinutes * minute
}

/** The instant (ms) from which somebody who has not checked in has missed it. */
export function missedFrom(slot: Pick<Slot, 'date' | 'from'>): number {
  return slotEnd(slot) + appointmentRules.graceMinutes * minute
}

/**
 * The last day on which somebody may not book for appointments missed, or undefined.
 * @param missedOn days of missed appointments, in any order
 * @param born the person's birth date: nobody of 60 or more is blocked
 */
export function blockedUntil(
  missedOn: readonly CivilDate[],
  born: CivilDate | undefined,
  today: CivilDate,
): CivilDate | undefined {
  if (born !== undefined && ageOn(born, today) >= appointmentRules.elderlyAge) return undefined
  const recent = missedOn
    .filter((date) => date <= today && daysBetween(date, today) < appointmentRules.noShowDays)
    .sort()
  if (recent.length < appointmentRules.noShows) return undefined
  const until = addDays(recent.at(-1) ?? today, appointmentRules.blockDays)
  return until >= today ? until : undefined
}

/** Whole years. */
export function ageOn(born: CivilDate, today: CivilDate): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}

/** When the reminder goes out (ms): at 17:00 on the working day before. */
export function reminderAt(calendar: WorkingCalendar, date: CivilDate): number {
  let day = addDays(date, -1)
  for (let step = 0; step < 30 && !calendar.isWorkingDay(day); step += 1) day = addDays(day, -1)
  return startOfCivilDay(day) + 17 * 60 * minute
}

/** `D023`: area and number of the day. */
export function queueNumber(area: string, number: number): string {
  return `${area}${String(number).padStart(3, '0')}`
}

/** Somebody who waits at an area's windows. */
export interface Waiting {
  readonly id: string
  /** When they checked in (ms). */
  readonly arrivedAt: number
  /** When their slot begins (ms); absent for walk-ins. */
  readonly slotAt?: number
}

/**
 * The order in which people are called: by the time they are due, which is their slot's for people with an appointment
 * (or their arrival, if they came late), and their arrival for walk-ins.
 */
export function callingOrder<Person extends Waiting>(waiting: readonly Person[]): readonly Person[] {
  const due = ({ slotAt, arrivedAt }: Waiting) =>
    slotAt === undefined ? arrivedAt : lateBy(slotAt, arrivedAt) > 0 ? arrivedAt : slotAt
  return [...waiting].sort(
    (left, right) => due(left) - due(right) || left.arrivedAt - right.arrivedAt || (left.id < right.id ? -1 : 1),
  )
}

function lateBy(slotAt: number, arrivedAt: number): number {
  return arrivedAt - (slotAt + appointmentRules.slotMinutes * minute)
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
