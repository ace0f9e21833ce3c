import { publishItemDraft as contract } from '@shared/contracts/catalogue-editing'
import { lintGuide } from '@shared/domain/guide-lint'
import type { Item } from '@shared/domain/item'
import { changedItemParts, itemParts } from '@shared/domain/item-changes'
import { contentOf } from '@shared/domain/item-content'
import { itemActions } from '@shared/domain/item-standing'
import type { Transaction } from '../../kernel/database'
import { fail, implementCommand } from '../../kernel/operation'
import { catalogueIndex, publishedItems, type PublishedItem } from '../../kernel/store'
import { findEditedItem, isEdited, plainReader, recordStep } from '../editing'
import { withListed } from '../listing'
import { readingsOf } from '../readings'
import { itemDrafts, itemRecords } from '../store'
import { contentHashOf, versionId } from '../stored-version'

/**
 * Publishes a draft as the next version: stored, listed, its draft gone and the step in the item's chain, all in one
 * transaction. A guide with flaws is never published. From then on the configuration leaves the item alone.
 */
export const publishItemDraft = implementCommand(contract, {
  async prepare({ input, staff }) {
    const item = await findEditedItem(plainReader, input.code, staff)
    if (item?.draft === undefined) return fail('DRAFT_NOT_FOUND')
    // The draft may have changed when the transaction reads it again; then its revision has as well.
    return { pinyin: await readingsOf(item.draft.content) }
  },
  async handle({ input, staff, now, transaction, prepared: { pinyin } }) {
    const { code } = input
    const item = await findEditedItem(transaction, code, staff)
    if (item?.draft === undefined || staff === undefined) return fail('DRAFT_NOT_FOUND')
    const { draft, index, newest, standing } = item
    if (draft.revision !== input.revision) return fail('DRAFT_CHANGED')
    if ((newest?.version ?? 0) !== input.over) return fail('PUBLISHED_MEANWHILE')
    const version = await nextVersion(transaction, code, input.over)
    const guide: Item = { ...draft.content, code, version }
    const flaws = lintGuide(guide)
    if (flaws.length > 0)
      return fail('GUIDE_HAS_FLAWS', Object.fromEntries(flaws.map((flaw) => [flaw.place, flaw.sentence])))
    const contentHash = contentHashOf(guide)
    const isListed = index?.current[code] !== undefined
    if (isListed && newest?.contentHash === contentHash) return fail('NOTHING_CHANGED')

    const stored: PublishedItem = {
      _id: versionId(code, version),
      code,
      version,
      item: guide,
      contentHash,
      pinyin,
      publishedAt: now,
      source: 'edited',
      publishedBy: staff.name,
    }
    const parts = newest === undefined ? [] : changedItemParts(contentOf(newest.item), draft.content)
    await transaction.remove(itemDrafts, code)
    await transaction.put(catalogueIndex, withListed(index, stored))
    await transaction.add(publishedItems, stored)
    const written = await recordStep(transaction, item, staff, {
      event: itemActions.publish.event,
      label: `${itemActions.publish.label}第${String(version)}版`,
      details: {
        version,
        over: input.over,
        from: standing,
        parts: parts.map((part) => itemParts[part]),
        takenOver: newest !== undefined && !isEdited(index, code),
      },
      now,
    })
    await transaction.put(itemRecords, { ...written, name: guide.name, department: guide.department, newest: version })
    return { version }
  },
})

/** The number after the last stored version, which may be one that a broken run of the configuration left unlisted. */
async function nextVersion(transaction: Transaction, code: string, newest: number): Promise<number> {
  for (let version = newest + 1; ; version += 1) {
    if ((await transaction.get(publishedItems, versionId(code, version))) === undefined) return version
  }
}
