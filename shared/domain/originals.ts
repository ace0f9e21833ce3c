import { applicableMaterials, type FormAnswers, type Item, type Material } from './item'

/**
 * The materials whose originals are compared with their uploads before an application is formally accepted: those that
 * ask for an original, and are required or were sent in. An optional one that nobody sent has nothing to be compared with.
 * @param sent material code → its files
 */
export function originalsToCompare(
  item: Pick<Item, 'materials'>,
  answers: FormAnswers,
  sent: Readonly<Record<string, readonly unknown[]>>,
): readonly Material[] {
  return applicableMaterials(item, answers).filter(
    ({ code, originals, required }) => originals > 0 && (required || (sent[code] ?? []).length > 0),
  )
}

/** Where originals are compared with what was sent in, or handed over on paper. */
export const comparisonPlaces = { window: '政务服务中心窗口', home: '申请人住处（上门服务）' } as const
export type ComparisonPlace = keyof typeof comparisonPlaces
