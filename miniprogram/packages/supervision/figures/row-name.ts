import type { FigureLine } from '@shared/contracts/supervision'
import type { FigureGroup } from '@shared/domain/supervision-figures'
import { figureWords } from '../copy'

/** What a row is called. */
export function rowName(row: FigureLine, by: FigureGroup): string {
  switch (by) {
    case 'department':
      return row.department ?? ''
    case 'window':
      return row.window ?? ''
    case 'item':
      return row.itemName ?? ''
    case 'month':
      return figureWords.monthName(row.month ?? '')
  }
}

/** The same beside a row of a chart: of months only the first and each January say the year. */
export function rowMark(row: FigureLine, by: FigureGroup, isFirst: boolean): string {
  const { month = '' } = row
  if (by !== 'month') return rowName(row, by)
  return isFirst || month.endsWith('-01') ? figureWords.yearMark(month) : figureWords.monthMark(month)
}

/** Set apart from others of the same name by its department, where that is not its name. */
export const rowKey = (row: FigureLine): string =>
  [row.department, row.window, row.itemCode, row.month].map((part) => part ?? '').join('#')
