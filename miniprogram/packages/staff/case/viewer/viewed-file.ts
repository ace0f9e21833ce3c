import type { FileView } from '@shared/contracts/applications'

/** Which file of which material the viewer shows: as it is now, or as it was before the last correction. */
export interface Viewed {
  /** The material's part key. */
  readonly key: string
  readonly which: 'now' | 'before'
  readonly place: number
}
interface Filed {
  readonly key: string
  readonly files: readonly FileView[]
  readonly before?: readonly FileView[]
}

/**
 * The file after or before the shown one. Within a material all of its places are gone through, on the longer of its two
 * sides; then comes the next material that has any file.
 */
export function stepThrough(parts: readonly Filed[], viewed: Viewed, direction: 1 | -1): Viewed | undefined {
  const stops = parts.flatMap((part) =>
    Array.from({ length: Math.max(part.files.length, part.before?.length ?? 0) }, (_, place): Viewed => ({
      key: part.key,
      which: sideOf(part, place),
      place,
    })),
  )
  const at = stops.findIndex((stop) => stop.key === viewed.key && stop.place === viewed.place)
  return at < 0 ? undefined : stops[at + direction]
}

const sideOf = ({ files }: Filed, place: number): Viewed['which'] => (place < files.length ? 'now' : 'before')
