/** Where an item of the catalogue stands, and what editors may do with it there. */
export const itemStandings = {
  unpublished: { label: '未发布', actions: ['publish'] },
  published: { label: '已发布', actions: ['publish', 'retire'] },
  retired: { label: '已下架', actions: ['publish', 'restore'] },
} as const satisfies Record<string, { readonly label: string; readonly actions: readonly ItemAction[] }>
export type ItemStanding = keyof typeof itemStandings

/** What editors do to an item: where it stands afterwards, and the entry in its chain. */
export const itemActions = {
  publish: { label: '发布', to: 'published', event: 'published' },
  retire: { label: '下架', to: 'retired', event: 'retired' },
  restore: { label: '恢复上架', to: 'published', event: 'restored' },
} as const
export type ItemAction = keyof typeof itemActions

/** Whether an action is open to an item that stands there. */
export function isOpenTo(standing: ItemStanding, action: ItemAction): boolean {
  const { actions }: { readonly actions: readonly ItemAction[] } = itemStandings[standing]
  return actions.includes(action)
}
