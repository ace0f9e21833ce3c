import { restoreItem as contract } from '@shared/contracts/catalogue-editing'
import { lintGuide } from '@shared/domain/guide-lint'
import { isOpenTo, itemActions } from '@shared/domain/item-standing'
import { fail, implementCommand } from '../../kernel/operation'
import { catalogueIndex } from '../../kernel/store'
import { findEditedItem, recordStep } from '../editing'
import { withListed } from '../listing'
import { itemRecords } from '../store'

/** Lists a retired item again as it was; what was published before a rule of the lint came has to be edited first. */
export const restoreItem = implementCommand(contract, {
  async handle({ input, staff, now, transaction }) {
    const { code } = input
    const item = await findEditedItem(transaction, code, staff)
    if (item?.newest === undefined || staff === undefined) return fail('ITEM_NOT_FOUND')
    const { index, newest, record } = item
    if (!isOpenTo(item.standing, 'restore')) return fail('WRONG_STANDING')
    const flaws = lintGuide(newest.item)
    if (flaws.length > 0)
      return fail('GUIDE_HAS_FLAWS', Object.fromEntries(flaws.map((flaw) => [flaw.place, flaw.sentence])))
    const { version } = newest
    await transaction.put(catalogueIndex, withListed(index, newest))
    const { event, label } = itemActions.restore
    const written = await recordStep(transaction, item, staff, { event, label, details: { version }, now })
    const { name, department } = newest.item
    await transaction.put(itemRecords, {
      ...written,
      ...(record?.draft === undefined
        ? { name, department }
        : { name: record.name, department: record.department, draft: record.draft }),
      newest: version,
    })
    return { version }
  },
})
