import { discardItemDraft as contract } from '@shared/contracts/catalogue-editing'
import { fail, implementCommand } from '../../kernel/operation'
import { findEditedItem } from '../editing'
import { itemDrafts, itemRecords } from '../store'

/** Throws a draft away; an item that was never published goes with it. */
export const discardItemDraft = implementCommand(contract, {
  async handle({ input, staff, transaction }) {
    const { code } = input
    const item = await findEditedItem(transaction, code, staff)
    if (item?.draft === undefined) return fail('DRAFT_NOT_FOUND')
    if (item.draft.revision !== input.revision) return fail('DRAFT_CHANGED')
    await transaction.remove(itemDrafts, code)
    const { record, newest } = item
    // A record without a chain says nothing that the list and the versions do not say.
    if (record === undefined || record.audit.sequence === 0 || newest === undefined) {
      await transaction.remove(itemRecords, code)
      return {}
    }
    const { draft: _discarded, ...rest } = record
    await transaction.put(itemRecords, { ...rest, name: newest.item.name, department: newest.item.department })
    return {}
  },
})
