import { isCivilDate, type CivilDate } from '@shared/domain/civil-time'
import { drawWords as words } from './copy'

/** A sample as it is asked for, everything as it is typed. */
export interface SampleForm {
  readonly department: string
  readonly from: string
  readonly to: string
  readonly size: string
  readonly seed: string
}

/** What is wrong with it, by part; nothing = it can be drawn. */
export function sampleProblems(
  { department, from, to, size, seed }: SampleForm,
  most: number,
): Partial<Readonly<Record<'department' | 'period' | 'size' | 'seed', string>>> {
  const isPeriod = isCivilDate(from) && isCivilDate(to) && from <= to
  const count = /^\d{1,3}$/.test(size.trim()) ? Number(size) : 0
  return {
    ...(department === '' ? { department: words.departmentMissing } : {}),
    ...(isPeriod ? {} : { period: words.periodWrong }),
    ...(count >= 1 && count <= most ? {} : { size: words.sizeWrong(most) }),
    ...(seed.trim() === '' ? { seed: words.seedMissing } : {}),
  }
}

/**
 * A seed nobody chose: the day and six digits, short enough to be read out.
 * @param chance from 0 up to 1
 */
export function suggestedSeed(today: CivilDate, chance: number): string {
  return `${today}-${String(Math.floor(chance * 1_000_000)).padStart(6, '0')}`
}
