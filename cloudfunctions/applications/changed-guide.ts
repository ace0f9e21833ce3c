import { partKey } from '@shared/domain/correction-notice'
import { changedParts } from '@shared/domain/guide-changes'
import type { Item, Material } from '@shared/domain/item'
import { openContent } from './content'
import type { Content, Draft, StoredFile } from './store'
import { maxBytesOf } from './uploads'

/** How `changedParts` names the channel. */
const channelKey = 'channel'

/**
 * A draft brought to the newer guide of its item: what was typed stays, what the guide asks newly or differently is
 * noted, a channel no longer offered gives way to the first one, and files that are not taken any more are dropped.
 */
export function followGuide(
  draft: Draft,
  before: Item,
  after: Item,
): { readonly draft: Draft; readonly dropped: readonly StoredFile[] } {
  const isOffered = after.channels.includes(draft.channel)
  const channel = isOffered ? draft.channel : (after.channels[0] ?? draft.channel)
  const kept = Object.entries(draft.materials).map(([code, files]): [string, readonly StoredFile[]] => {
    const material = after.materials.find((each) => each.code === code)
    return [
      code,
      material === undefined ? [] : files.filter((file) => isTaken(material, file)).slice(0, material.maxFiles),
    ]
  })
  const keptIds = new Set(kept.flatMap(([, files]) => files.map(({ id }) => id)))
  const asked = new Set([...draft.changedParts, ...changedParts(before, after), ...(isOffered ? [] : [channelKey])])
  const isPublished = (key: string) => key === channelKey || partsOf(after).has(key)
  return {
    draft: {
      ...draft,
      itemVersion: after.version,
      itemName: after.name,
      channel,
      materials: Object.fromEntries(kept),
      changedParts: [...asked].filter(isPublished),
      revision: draft.revision + 1,
    },
    dropped: Object.values(draft.materials)
      .flat()
      .filter(({ id }) => !keptIds.has(id)),
  }
}

const isTaken = (material: Material, file: StoredFile) =>
  material.accepts.includes(file.kind) && file.bytes <= maxBytesOf(material)

function partsOf(item: Pick<Item, 'fields' | 'materials'>): ReadonlySet<string> {
  return new Set([
    ...item.fields.map(({ code }) => partKey({ part: 'field', code })),
    ...item.materials.map(({ code }) => partKey({ part: 'material', code })),
  ])
}

/** What a save leaves to be asked again: a part that was answered anew is done with. */
export function stillChanged(
  draft: Draft,
  saved: { readonly content: Content; readonly channel: Draft['channel'] },
): readonly string[] {
  const { answers } = openContent(draft._id, draft.content)
  const answered = new Set(
    Object.entries(saved.content.answers)
      .filter(([code, value]) => value !== (answers[code] ?? ''))
      .map(([code]) => partKey({ part: 'field', code })),
  )
  return draft.changedParts.filter(
    (key) => !answered.has(key) && (key !== channelKey || saved.channel === draft.channel),
  )
}
