import { openDraft as contract } from '@shared/contracts/applications'
import type { Item } from '@shared/domain/item'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { findItemVersion, findPublishedItem } from '../../kernel/published-items'
import { followGuide } from '../changed-guide'
import { sealContent } from '../content'
import { draftDates, draftIdOf, draftView } from '../drafts'
import { drafts, type Draft } from '../store'
import { expireFiles } from '../uploads'

/** Begins the caller's one draft of an item, or goes on with it; what a changed guide asks again is marked. */
export const openDraft = implementCommand(contract, {
  async prepare({ input }) {
    const item = await findPublishedItem(input.itemCode)
    if (item === undefined) return fail('ITEM_NOT_FOUND')
    return input.channel === undefined || item.channels.includes(input.channel) ? item : fail('CHANNEL_NOT_OFFERED')
  },
  async handle({ input, openid, now, transaction, prepared: item }) {
    const existing = await transaction.get(drafts, draftIdOf(openid, item.code))
    if (existing === undefined) {
      const begun = beginDraft(openid, item, input.channel, now)
      if (isFailure(begun)) return begun
      await transaction.add(drafts, begun)
      return draftView(begun)
    }
    const { draft, dropped } =
      existing.itemVersion === item.version
        ? { draft: existing, dropped: [] }
        : followGuide(existing, await guideOf(existing), item)
    const chosen =
      input.channel === undefined || input.channel === draft.channel
        ? draft
        : { ...draft, channel: input.channel, revision: draft.revision + 1 }
    if (chosen !== existing) await transaction.put(drafts, chosen)
    await expireFiles(transaction, dropped, now)
    return draftView(chosen)
  },
})

function beginDraft(openid: string, item: Item, channel = item.channels[0], now: number) {
  if (channel === undefined) return fail('CHANNEL_NOT_OFFERED')
  const id = draftIdOf(openid, item.code)
  const draft: Draft = {
    _id: id,
    ownerId: openid,
    itemCode: item.code,
    itemName: item.name,
    itemVersion: item.version,
    channel,
    content: sealContent(id, { applicant: { name: '', identityNumber: '', phone: '' }, answers: {} }),
    materials: {},
    changedParts: [],
    revision: 1,
    savedAt: now,
    ...draftDates(now),
  }
  return draft
}

/** The guide a draft was last brought to. Published versions are never removed. */
async function guideOf({ itemCode, itemVersion }: Draft): Promise<Item> {
  const item = await findItemVersion(itemCode, itemVersion)
  if (item === undefined) throw new Error(`item ${itemCode}@${String(itemVersion)} is not stored`)
  return item
}
