import { addDays, civilDateOf, formatDate, startOfCivilDay, weekday, type CivilDate } from './civil-time'
import type { ServiceArea } from './item'
import type { WorkingCalendar } from './working-days'

/** A stretch of a working day, `HH:mm`. */
export interface OfficeHours {
  readonly from: string
  readonly to: string
}

/** The service centre as residents know it; another city writes its own in config/centre/profile. */
export interface CentreProfile {
  readonly name: string
  /** Two capitals that begin every receipt number. */
  readonly receiptPrefix: string
  readonly address: string
  readonly postcode: string
  readonly phone: string
  readonly complaintPhone: string
  readonly busLines: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly hours: readonly OfficeHours[]
  readonly areas: readonly {
    readonly area: ServiceArea
    readonly floor: string
    readonly name: string
    readonly description: string
  }[]
}

const instantAt = (date: CivilDate, time: string) =>
  startOfCivilDay(date) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000

/** Whether the centre is open at `now` (ms), in a sentence that says when that changes. */
export function openNow(
  profile: Pick<CentreProfile, 'hours'>,
  calendar: WorkingCalendar,
  now: number,
): { readonly open: boolean; readonly sentence: string } {
  const today = civilDateOf(now)
  if (calendar.isWorkingDay(today)) {
    const current = profile.hours.find(({ from, to }) => instantAt(today, from) <= now && now < instantAt(today, to))
    if (current !== undefined) return { open: true, sentence: `正在办公，${current.to} 结束` }
    const later = profile.hours.find(({ from }) => now < instantAt(today, from))
    if (later !== undefined) return { open: false, sentence: `休息中，今天 ${later.from} 开始办公` }
  }
  let next = addDays(today, 1)
  for (let step = 0; step < 30 && !calendar.isWorkingDay(next); step += 1) next = addDays(next, 1)
  const from = profile.hours[0]?.from ?? ''
  const day =
    next === addDays(today, 1)
      ? '明天'
      : `${formatDate(next).slice(5)}（周${'一二三四五六日'[weekday(next) - 1] ?? ''}）`
  return { open: false, sentence: `休息中，${day} ${from} 开始办公` }
}
