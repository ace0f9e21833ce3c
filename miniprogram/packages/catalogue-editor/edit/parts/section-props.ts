import type { FlawPlace, ItemPart } from '@shared/domain/item-changes'
import type { ItemContent } from '@shared/domain/item-content'

/** Something the lint found, with where it is. */
export interface PlacedFlaw extends FlawPlace {
  readonly sentence: string
}

/** Where the editor has just jumped to. */
export interface Focus {
  readonly part: ItemPart
  readonly at?: number
  /** Counts the jumps: the same place may be jumped to again. */
  readonly jump: number
}

/** What every section of the form works on. */
export interface SectionProps {
  readonly content: ItemContent
  readonly set: <Part extends ItemPart>(part: Part, value: ItemContent[Part]) => void
  readonly flaws: readonly PlacedFlaw[]
  readonly focus: Focus | undefined
  readonly departments: readonly string[]
  /** Paths of samples and blank forms to choose from. */
  readonly files: readonly string[]
}

/** The id of a part's place on the page. */
export const partId = (part: ItemPart, at?: number) =>
  at === undefined ? `part-${part}` : `part-${part}-${String(at)}`

/** What is wrong with a part, or with one entry of it, in one text; undefined if nothing is. */
export function flawsIn(flaws: readonly PlacedFlaw[], part: ItemPart, at?: number): string | undefined {
  const found = flaws.filter((flaw) => flaw.part === part && flaw.at === at).map(({ sentence }) => sentence)
  return found.length === 0 ? undefined : found.join(';')
}
