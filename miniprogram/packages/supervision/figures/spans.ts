import type { CivilDate } from '@shared/domain/civil-time'
import { figureWords } from '../copy'

/** The times figures are asked for, from today's point of view. */
export type Span = keyof typeof figureWords.spans

/** The first and the last month of a span, `YYYY-MM`. */
export function monthsOf(span: Span, today: CivilDate): { readonly from: string; readonly to: string } {
  const to = today.slice(0, 7)
  switch (span) {
    case 'month':
      return { from: to, to }
    case 'before':
      return { from: monthsBefore(to, 1), to: monthsBefore(to, 1) }
    case 'year':
      return { from: `${to.slice(0, 4)}-01`, to }
    case 'twelve':
      return { from: monthsBefore(to, 11), to }
  }
}

function monthsBefore(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count
  return `${String(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`
}
