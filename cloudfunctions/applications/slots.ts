import { seatsPerSlot } from '../../config/centre/windows'
import { bookableDays, isBookable, slotStart, slotTimes, type Slot } from '@shared/domain/appointment-slots'
import { formatShortDate, type CivilDate } from '@shared/domain/civil-time'
import type { ServiceArea } from '@shared/domain/item'
import { centre, workingCalendar } from '../kernel/centre'
import { command, database, type Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import type { Application } from './store'
import { slotSeats } from './window-store'

type Half = Pick<Slot, 'date' | 'from'>
const idOf = (area: ServiceArea, { date, from }: Half) => `${area}:${date}:${from}`

/** The whole slot, if it can be booked now for this application: not after its last day to come to the window. */
export function offeredSlot(
  application: Pick<Application, 'clocks'>,
  wanted: Half,
  now: number,
): Slot | Failure<'SLOT_NOT_OFFERED'> {
  const time = slotTimes(centre.hours).find(({ from }) => from === wanted.from)
  const isTooLate = wanted.date > lastDayOf(application)
  if (time === undefined || isTooLate || !isBookable(workingCalendar, centre.hours, wanted, now)) {
    return fail('SLOT_NOT_OFFERED')
  }
  return { date: wanted.date, ...time }
}

const lastDayOf = ({ clocks }: Pick<Application, 'clocks'>): CivilDate => clocks.visit?.dueOn ?? '9999-12-31'

/** Takes one seat; never more than the area has. */
export async function takeSeat(
  transaction: Transaction,
  area: ServiceArea,
  slot: Half,
): Promise<Failure<'SLOT_FULL'> | undefined> {
  const _id = idOf(area, slot)
  const taken = (await transaction.get(slotSeats, _id))?.taken ?? 0
  if (taken >= seatsPerSlot[area]) return fail('SLOT_FULL')
  await transaction.put(slotSeats, { _id, area, date: slot.date, from: slot.from, taken: taken + 1 })
  return undefined
}

export async function giveSeatBack(transaction: Transaction, area: ServiceArea, slot: Half): Promise<void> {
  const seats = await transaction.get(slotSeats, idOf(area, slot))
  if (seats !== undefined) await transaction.put(slotSeats, { ...seats, taken: Math.max(0, seats.taken - 1) })
}

interface OfferedDay {
  readonly date: CivilDate
  readonly provisional: boolean
  readonly slots: readonly { readonly from: string; readonly to: string; readonly left: number }[]
}

/** The half hours of an area that can still be booked for an application, full ones too, by day: one query. */
export async function offeredDays(
  application: Pick<Application, 'clocks'>,
  area: ServiceArea,
  now: number,
): Promise<readonly OfferedDay[]> {
  const times = slotTimes(centre.hours)
  const days = bookableDays(workingCalendar, now).filter((date) => date <= lastDayOf(application))
  if (days.length === 0) return []
  const known = await database.find(slotSeats, {
    where: { area, date: command().in([...days]) },
    limit: days.length * times.length,
  })
  const taken = new Map(known.map((seats) => [seats._id, seats.taken]))
  return days.map((date) => ({
    date,
    provisional: workingCalendar.isProvisional(date),
    slots: times
      .filter(({ from }) => slotStart({ date, from }) > now)
      .map(({ from, to }) => ({
        from,
        to,
        left: Math.max(0, seatsPerSlot[area] - (taken.get(idOf(area, { date, from })) ?? 0)),
      })),
  }))
}

const mostNamed = 3

/** The refusal of a full slot, with the free ones nearest to it: `2026-05-12 10:00` → a sentence. */
export async function slotFull(
  application: Pick<Application, 'clocks'>,
  area: ServiceArea,
  wanted: Half,
  now: number,
): Promise<Failure<'SLOT_FULL'>> {
  const days = await offeredDays(application, area, now)
  const distance = (slot: Half) => Math.abs(slotStart(slot) - slotStart(wanted))
  const free = days
    .flatMap(({ date, slots }) => slots.filter(({ left }) => left > 0).map((slot) => ({ date, ...slot })))
    .filter(({ date, from }) => date !== wanted.date || from !== wanted.from)
    .sort((one, other) => distance(one) - distance(other) || slotStart(one) - slotStart(other))
  return fail(
    'SLOT_FULL',
    Object.fromEntries(
      free
        .slice(0, mostNamed)
        .map(({ date, from, to, left }) => [
          `${date} ${from}`,
          `${formatShortDate(date)} ${from}~${to}，余${String(left)}个`,
        ]),
    ),
  )
}
