import { summaryOf, type Item } from '@shared/domain/item'
import { derivedId } from '../kernel/ids'
import { catalogueIndexId } from '../kernel/published-items'
import type { CatalogueIndex, PublishedItem } from '../kernel/store'

/**
 * The list with what the configuration says now; what staff publish stays as they left it.
 * @param order the configured codes, in the order of the list
 */
export function configuredListing(
  before: CatalogueIndex | undefined,
  order: readonly string[],
  versions: readonly PublishedItem[],
): CatalogueIndex {
  const edited = new Set(before?.edited ?? [])
  const byStaff = new Map(before?.summaries.filter(({ code }) => edited.has(code)).map((each) => [each.code, each]))
  const byConfiguration = new Map(versions.filter(({ code }) => !edited.has(code)).map((each) => [each.code, each]))
  const placed = order.flatMap((code) => {
    const version = byConfiguration.get(code)
    return (version === undefined ? byStaff.get(code) : summaryOfVersion(version)) ?? []
  })
  const others = [...byStaff.values()].filter(({ code }) => !order.includes(code))
  return listing({
    summaries: [...placed, ...others],
    files: filesWith(
      before,
      [...byConfiguration.values()].map(({ item }) => item),
    ),
    edited: before?.edited ?? [],
  })
}

/** The list with this version, published by staff. */
export function withListed(before: CatalogueIndex | undefined, version: PublishedItem): CatalogueIndex {
  const summary = summaryOfVersion(version)
  const others = before?.summaries ?? []
  const isListed = others.some(({ code }) => code === version.code)
  return listing({
    summaries: isListed ? others.map((each) => (each.code === version.code ? summary : each)) : [...others, summary],
    files: filesWith(before, [version.item]),
    edited: editedWith(before, version.code),
  })
}

/** The list without this item, taken off by staff. */
export function withoutListed(before: CatalogueIndex, code: string): CatalogueIndex {
  const summaries = before.summaries.filter((each) => each.code !== code)
  return listing({ summaries, files: before.files, edited: editedWith(before, code) })
}

function listing({
  summaries,
  files,
  edited,
}: Pick<CatalogueIndex, 'summaries' | 'files'> & { readonly edited: readonly string[] }): CatalogueIndex {
  const current = Object.fromEntries(summaries.map(({ code, version }) => [code, version]))
  const version = derivedId(JSON.stringify([current, summaries, files]))
  return { _id: catalogueIndexId, version, current, summaries, files, edited }
}

const summaryOfVersion = ({ item, pinyin }: PublishedItem) => ({ ...summaryOf(item), pinyin })

const editedWith = (before: CatalogueIndex | undefined, code: string) => [...new Set([...(before?.edited ?? []), code])]

function filesWith(before: CatalogueIndex | undefined, items: readonly Item[]): readonly string[] {
  const named = items.flatMap(({ materials }) => materials.flatMap(({ sample, blankForm }) => [sample, blankForm]))
  return [...new Set([...(before?.files ?? []), ...named])].filter((path) => path !== undefined).sort()
}
