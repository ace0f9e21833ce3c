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
