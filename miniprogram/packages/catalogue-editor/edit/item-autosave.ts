import { changedItemParts, type ItemPart } from '@shared/domain/item-changes'
import type { ItemContent } from '@shared/domain/item-content'

/**
 * The rule by which an editor's work is saved. Three copies exist: what is on the screen (`content`), what the server has
 * as far as this device knows (`saved`), and what somebody else may have made of it meanwhile. A part that only one of two
 * editors changed is taken from them; where both changed one, nothing is saved before this one decides. Pure: the time
 * comes in (ms), nothing is sent or kept here.
 */
export interface ItemAutosave {
  readonly content: ItemContent
  readonly saved: SavedItem
  /** What is on its way to the server. */
  readonly sending?: ItemContent
  /** What was sent since the server's last word: each may have arrived although no answer came. */
  readonly unanswered?: readonly ItemContent[]
  /** Last and first change that is not saved yet (ms). */
  readonly changedAt?: number
  readonly unsavedSince?: number
  readonly trouble?: { readonly kind: SaveTrouble; readonly since: number; readonly sentence: string }
  readonly conflict?: { readonly theirs: SavedItem; readonly parts: readonly ItemPart[] }
}

/** The server's copy; revision 0 = nothing but what is published. */
export interface SavedItem {
  readonly content: ItemContent
  readonly revision: number
  readonly at?: number
  readonly by?: string
}

/** What went wrong with the last save: no network, a refusal, or an item that is no more this editor's. */
export type SaveTrouble = 'offline' | 'refused' | 'gone'

/** What is kept on the device, so that the program may be closed at any moment. */
export type KeptItem = Pick<ItemAutosave, 'content' | 'saved' | 'unanswered'>

/** More lost answers in a row than this are not remembered. */
const mostUnanswered = 8
/** Pause after the last keystroke, longest wait while somebody types on and on, and between tries in trouble (ms). */
export const saveTiming = { pause: 1_200, longest: 8_000, retry: 15_000 } as const

const saysTheSame = (left: ItemContent, right: ItemContent) =>
  left === right || changedItemParts(left, right).length === 0

/** Whether everything on the screen is at the server. */
export function isSaved({ content, saved }: Pick<ItemAutosave, 'content' | 'saved'>): boolean {
  return saysTheSame(content, saved.content)
}

/** Begins with the server's copy and what the device kept from before, if anything. */
export function openAutosave(saved: SavedItem, kept: KeptItem | undefined, now: number): ItemAutosave {
  return kept === undefined ? { content: saved.content, saved } : meet(kept, saved, now)
}

export function changeContent(autosave: ItemAutosave, content: ItemContent, now: number): ItemAutosave {
  return marked({ ...autosave, content }, now)
}

/** In how many ms the next save is due; 0 = now, undefined = none is due, or the editor has to decide first. */
export function saveDueIn(autosave: ItemAutosave, now: number): number | undefined {
  const { sending, conflict, trouble, changedAt, unsavedSince } = autosave
  if (sending !== undefined || conflict !== undefined || trouble?.kind === 'gone' || isSaved(autosave)) return undefined
  const afterPause = (changedAt ?? now) + saveTiming.pause
  const atLatest = (unsavedSince ?? now) + saveTiming.longest
  const afterTrouble = trouble === undefined ? 0 : trouble.since + saveTiming.retry
  return Math.max(0, Math.max(Math.min(afterPause, atLatest), afterTrouble) - now)
}

/** A save goes out with what there is now. */
export function beginSave(autosave: ItemAutosave): ItemAutosave {
  const { content, unanswered = [] } = autosave
  return { ...withoutTrouble(autosave), sending: content, unanswered: [...unanswered, content].slice(-mostUnanswered) }
}

/** The server took what was sent; what was typed meanwhile waits for the next save. */
export function saveTaken(
  autosave: ItemAutosave,
  answer: { readonly revision: number; readonly savedAt: number; readonly by: string },
  now: number,
): ItemAutosave {
  const { sending, unanswered: _answered, unsavedSince: _since, changedAt, ...rest } = autosave
  if (sending === undefined) return autosave
  const saved = { content: sending, revision: answer.revision, at: answer.savedAt, by: answer.by }
  return isSaved({ ...rest, saved })
    ? { ...rest, saved }
    : { ...rest, saved, changedAt: changedAt ?? now, unsavedSince: now }
}

/** The save did not get through; it is tried again after a while, except where nobody can save any more. */
export function saveFailed(autosave: ItemAutosave, kind: SaveTrouble, sentence: string, now: number): ItemAutosave {
  const { sending: _sent, ...rest } = autosave
  return { ...rest, trouble: { kind, since: now, sentence } }
}

/** The trouble is dealt with: the next save is due as usual. */
export function withoutTrouble(autosave: ItemAutosave): ItemAutosave {
  const { trouble: _over, ...rest } = autosave
  return rest
}

/** Another state of the draft came from the server: after a refused save, or on coming back to the page. */
export function meetServer(autosave: ItemAutosave, theirs: SavedItem, now: number): ItemAutosave {
  return meet(autosave, theirs, now)
}

/** The editor decided between the two copies; parts that only one of them changed stay changed either way. */
export function settleConflict(autosave: ItemAutosave, preferred: 'mine' | 'theirs', now: number): ItemAutosave {
  const { conflict, content, saved } = autosave
  if (conflict === undefined) return autosave
  const merged = mergeContents(saved.content, content, conflict.theirs.content, preferred)
  return marked({ content: merged.content, saved: conflict.theirs }, now)
}

/** What the device keeps. */
export function toKeep({ content, saved, unanswered }: ItemAutosave): KeptItem {
  return { content, saved, ...(unanswered === undefined ? {} : { unanswered }) }
}

/** Brings together what two editors made of the same content; where both changed a part, `preferred` decides. */
export function mergeContents(
  base: ItemContent,
  mine: ItemContent,
  theirs: ItemContent,
  preferred: 'mine' | 'theirs',
): { readonly content: ItemContent; readonly bothChanged: readonly ItemPart[] } {
  const mineChanged = changedItemParts(base, mine)
  const theirsChanged = new Set(changedItemParts(base, theirs))
  const differing = new Set(changedItemParts(mine, theirs))
  const bothChanged = mineChanged.filter((part) => theirsChanged.has(part) && differing.has(part))
  const taken = mineChanged.filter((part) => preferred === 'mine' || !theirsChanged.has(part))
  const content = { ...theirs, ...Object.fromEntries(taken.map((part) => [part, mine[part]])) }
  return { content, bothChanged }
}

function meet(autosave: KeptItem, theirs: SavedItem, now: number): ItemAutosave {
  const { content: mine, saved, unanswered = [] } = autosave
  // What the server has may be a save of this device whose answer was lost: then nobody else wrote.
  const isOwn = unanswered.some((sent) => saysTheSame(sent, theirs.content))
  const base = isOwn ? theirs.content : saved.content
  const { content, bothChanged } = mergeContents(base, mine, theirs.content, 'mine')
  if (bothChanged.length > 0)
    return { ...marked({ content: mine, saved }, now), conflict: { theirs, parts: bothChanged } }
  const isUnchanged = theirs.revision === saved.revision
  return marked({ content, saved: theirs, ...(isUnchanged && unanswered.length > 0 ? { unanswered } : {}) }, now)
}

/** With the times of unsaved changes, or without them when there are none. */
function marked(autosave: ItemAutosave, now: number): ItemAutosave {
  const { changedAt: _at, unsavedSince, ...rest } = autosave
  return isSaved(rest) ? rest : { ...rest, changedAt: now, unsavedSince: unsavedSince ?? now }
}
