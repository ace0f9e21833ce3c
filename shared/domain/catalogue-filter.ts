import { serviceAreas, type Audience, type ItemSummary, type LifeEvent, type ServiceArea } from './item'

/** Ways to narrow the list of matters that somebody who looks for an easy way asks for, in the order they are shown. */
export const itemFilters = {
  'pre-review': { label: '网上预审', keeps: ({ channels }) => channels.includes('pre-review') },
  'no-visit': { label: '零跑腿', keeps: ({ visits }) => visits === 0 },
  'one-visit': { label: '最多跑一次', keeps: ({ visits }) => visits <= 1 },
  courier: {
    label: '可快递',
    keeps: ({ channels }) => channels.includes('online-courier') || channels.includes('onsite-courier'),
  },
  pledge: { label: '承诺制', keeps: ({ pledge }) => pledge },
  'home-visit': { label: '可上门', keeps: ({ homeVisit }) => homeVisit },
} as const satisfies Record<string, { label: string; keeps: (item: ItemSummary) => boolean }>
export type ItemFilter = keyof typeof itemFilters

/** What somebody browsing has chosen; what is absent does not narrow. All of it has to hold together. */
export interface CatalogueChoice {
  readonly lifeEvent?: LifeEvent
  readonly department?: string
  readonly area?: ServiceArea
  readonly audience?: Audience
  readonly filters: readonly ItemFilter[]
}

/** The matters a choice leaves, in their own order. */
export function chosenItems<Each extends ItemSummary>(
  items: readonly Each[],
  { lifeEvent, department, area, audience, filters }: CatalogueChoice,
): readonly Each[] {
  return items.filter(
    (item) =>
      (lifeEvent === undefined || item.lifeEvents.includes(lifeEvent)) &&
      (department === undefined || item.department === department) &&
      (area === undefined || item.area === area) &&
      (audience === undefined || item.audience.includes(audience)) &&
      filters.every((filter) => itemFilters[filter].keeps(item)),
  )
}

/** How many matters each of several answers would leave; answers that leave none are not offered. */
export function countBy<Key extends string>(
  items: readonly ItemSummary[],
  keysOf: (item: ItemSummary) => readonly Key[],
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>()
  for (const item of items) for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The departments that have matters, by the area they sit in (A to D), those with the most first. */
export function departmentsOf(
  items: readonly ItemSummary[],
): readonly { readonly name: string; readonly area: ServiceArea; readonly items: number }[] {
  const counts = countBy(items, (item) => [item.department])
  const areas = Object.keys(serviceAreas)
  return [...counts]
    .map(([name, count]) => ({ name, items: count, area: mainArea(items.filter((item) => item.department === name)) }))
    .sort(
      (left, right) =>
        areas.indexOf(left.area) - areas.indexOf(right.area) ||
        right.items - left.items ||
        (left.name < right.name ? -1 : 1),
    )
}

/** The area most of a department's matters are handled in. */
function mainArea(items: readonly ItemSummary[]): ServiceArea {
  const [most] = [...countBy(items, (item) => [item.area])].sort((left, right) => right[1] - left[1])
  return most?.[0] ?? 'A'
}
