import type { CalendarYear } from '@shared/domain/calendar'
import type { CivilDate } from '@shared/domain/civil-time'

/**
 * Years whose notice an administrator typed in; a year listed here wins over the package. Add the notice of 2027 as soon
 * as the State Council publishes it: until then days of 2027 are computed from the statutory holidays and shown as 暂定.
 */
export const calendarYears: readonly CalendarYear[] = []

/** 壮族三月三, two days free in Guangxi by the region's own rule (广西壮族自治区少数民族习惯节日放假办法). */
export const localHolidays: readonly CivilDate[] = [
  '2025-03-31',
  '2025-04-01',
  '2026-04-20',
  '2026-04-21',
  '2027-04-09',
  '2027-04-12',
]
