import { openDraft as contract } from '@shared/contracts/applications'
import { fail, implementCommand } from '../../kernel/operation'
import { findPublishedItem } from '../../kernel/published-items'
import { sealContent } from '../content'
import { draftDates, draftIdOf, draftView } from '../drafts'
import { drafts, type Draft } from '../store'

/** Begins the caller's one draft of an item, or goes on with it; a guide that changed meanwhile is said so. */
export const openDraft = implementCommand(contract, {
  prepare: async ({ input }) => (await findPublishedItem(input.itemCode)) ?? fail('ITEM_NOT_FOUND'),
  async handle({ input, openid, now, transaction, prepared: item }) {
    const id = draftIdOf(openid, item.code)
    const existing = await transaction.get(drafts, id)
    if (existing !== undefined) {
      const view = draftView(existing, item.version)
      // The person is told once; from here on the draft follows the new guide.
      if (view.guideChanged) await transaction.put(drafts, { ...existing, itemVersion: item.version, revision: existing.revision + 1 })
      return view.guideChanged ? { ...view, itemVersion: item.version, revision: existing.revision + 1 } : view
    }
    const channel = input.channel ?? item.channels[0]
    if (channel === undefined || !item.channels.includes(channel)) return fail('CHANNEL_NOT_OFFERED')
    const draft: Draft = {
      _id: id,
      ownerId: openid,
      itemCode: item.code,
      itemName: item.name,
      itemVersion: item.version,
      channel,
      content: sealContent(id, { applicant: { name: '', identityNumber: '', phone: '' }, answers: {} }),
      materials: {},
      revision: 1,
      savedAt: now,
      ...draftDates(now),
    }
    await transaction.add(drafts, draft)
    return draftView(draft, item.version)
  },
})
