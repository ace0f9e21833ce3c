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

/** Set apart from others of the same name by its department, where that is not its name. */
export const rowKey = (row: FigureLine): string =>
  [row.department, row.window, row.itemCode, row.month].map((part) => part ?? '').join('#')
