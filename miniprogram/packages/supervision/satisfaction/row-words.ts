import type { getSatisfaction, SatisfactionRow } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { percentOf } from '@shared/domain/supervision-figures'
import { chartWords, figureWords } from '../copy'

export type SatisfactionGroup = InputOf<typeof getSatisfaction>['by']

/** A row's name: of months `2026年2月`, or `2026年2月至2026年3月` where one had to be told with the next. */
export function rowName({ name }: SatisfactionRow, by: SatisfactionGroup): string {
  return by === 'month' ? name.replace(/\d{4}-\d{2}/g, (month) => figureWords.monthName(month)) : name
}

/** The same, short enough for an axis. */
export function rowMark({ name }: SatisfactionRow, by: SatisfactionGroup): string {
  return by === 'month' ? name.replace(/\d{4}-\d{2}/g, (month) => figureWords.monthMark(month)) : name
}

export const inPercent = (value: number | undefined): string =>
  value === undefined ? chartWords.none : `${String(percentOf(value))}%`
export const inWords = (value: number | undefined): string => (value === undefined ? chartWords.none : String(value))
