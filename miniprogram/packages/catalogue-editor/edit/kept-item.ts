import * as v from 'valibot'
import { getEditableItem } from '@shared/contracts/catalogue-editing'
import { dropOwn, keepOwn, keptOwn } from '../../../cloud/session'
import type { KeptItem } from './item-autosave'

const content = getEditableItem.output.entries.content
const keptItem = v.object({
  content,
  saved: v.object({ content, revision: v.number(), at: v.optional(v.number()), by: v.optional(v.string()) }),
  unanswered: v.optional(v.array(content)),
})
const keyOf = (code: string) => `item:${code}`

/** Keeps an editor's work on the device at every change. */
export function keepItem(code: string, item: KeptItem): void {
  keepOwn(keyOf(code), item)
}

/** What the device kept of an item; what an older program may have kept in another form is none. */
export function findKeptItem(code: string): KeptItem | undefined {
  const parsed = v.safeParse(keptItem, keptOwn(keyOf(code)))
  return parsed.success ? parsed.output : undefined
}

/** Published or thrown away: the device forgets it. */
export function forgetItem(code: string): void {
  dropOwn(keyOf(code))
}
