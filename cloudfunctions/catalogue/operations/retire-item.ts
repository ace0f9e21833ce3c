import { retireItem as contract } from '@shared/contracts/catalogue-editing'
import { isOpenTo, itemActions } from '@shared/domain/item-standing'
import { fail, implementCommand } from '../../kernel/operation'
import { catalogueIndex } from '../../kernel/store'
import { findEditedItem, recordStep } from '../editing'
import { withoutListed } from '../listing'
import { itemRecords } from '../store'

/** Takes an item off the list. Running applications keep their version, drafts of applicants are told when they go on. */
export const retireItem = implementCommand(contract, {
  async handle({ input, staff, now, transaction }) {
    const { code, version, reason } = input
    const item = await findEditedItem(transaction, code, staff)
    if (item?.newest === undefined || staff === undefined) return fail('ITEM_NOT_FOUND')
    const { index, newest, record } = item
    if (index === undefined || !isOpenTo(item.standing, 'retire')) return fail('WRONG_STANDING')
    if (newest.version !== version) return fail('PUBLISHED_MEANWHILE')
    await transaction.put(catalogueIndex, withoutListed(index, code))
    const { event, label } = itemActions.retire
    const written = await recordStep(transaction, item, staff, { event, label, details: { version, reason }, now })
    const { name, department } = newest.item
    await transaction.put(itemRecords, {
      ...written,
      ...(record?.draft === undefined
        ? { name, department }
        : { name: record.name, department: record.department, draft: record.draft }),
      newest: version,
    })
    return {}
  },
})
