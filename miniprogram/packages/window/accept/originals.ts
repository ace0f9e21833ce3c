import type { ApplicationView, FileView } from '@shared/contracts/applications'
import { applicableMaterials, type Item, type Material } from '@shared/domain/item'
import { originalsToCompare } from '@shared/domain/originals'

/** A material as it is compared at the window. */
export interface Original {
  readonly material: Material
  readonly files: readonly FileView[]
  /** Has to be compared before the case is accepted. */
  readonly isNeeded: boolean
}

/** The materials of a case: those with originals to compare first, and the others. */
export function originalsOf(
  guide: Pick<Item, 'materials'>,
  content: Pick<ApplicationView['content'], 'answers' | 'materials'>,
): { readonly originals: readonly Original[]; readonly others: readonly Original[] } {
  const needed = originalsToCompare(guide, content.answers, content.materials)
  const all = applicableMaterials(guide, content.answers).map((material): Original => ({
    material,
    files: content.materials[material.code] ?? [],
    isNeeded: needed.includes(material),
  }))
  return {
    originals: all.filter(({ material }) => material.originals > 0),
    others: all.filter(({ material, files }) => material.originals === 0 && files.length > 0),
  }
}

/** What still has to be compared. */
export function stillToCompare(originals: readonly Original[], compared: ReadonlySet<string>): readonly Original[] {
  return originals.filter(({ material, isNeeded }) => isNeeded && !compared.has(material.code))
}

/** A file of a material, as the viewer goes through them. */
export interface Shown {
  readonly code: string
  readonly place: number
}

/** The file before or after, through all the materials; undefined at the ends. */
export function stepThroughFiles(
  materials: readonly Pick<Original, 'material' | 'files'>[],
  shown: Shown,
  direction: 1 | -1,
): Shown | undefined {
  const stops = materials.flatMap(({ material, files }) => files.map((_, place) => ({ code: material.code, place })))
  const at = stops.findIndex(({ code, place }) => code === shown.code && place === shown.place)
  return at < 0 ? undefined : stops[at + direction]
}
