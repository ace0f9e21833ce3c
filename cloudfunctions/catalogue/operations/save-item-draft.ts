import { saveItemDraft as contract } from '@shared/contracts/catalogue-editing'
import type { ItemContent } from '@shared/domain/item-content'
import { fail, implementCommand } from '../../kernel/operation'
import { findEditedItem, isDepartment, mayEdit, putDraft } from '../editing'

/** Saves what was written; a revision that is not the last one means somebody else wrote, and nothing is overwritten. */
export const saveItemDraft = implementCommand(contract, {
  async handle({ input, staff, now, transaction }) {
    const { code } = input
    const content = withoutUndefined(input.content)
    const item = await findEditedItem(transaction, code, staff)
    if (item === undefined || staff === undefined) return fail('ITEM_NOT_FOUND')
    if (!isDepartment(content.department)) return fail('NOT_A_DEPARTMENT')
    if (!mayEdit(staff, content.department)) return fail('FORBIDDEN')
    const { draft, record, newest } = item
    if ((draft?.revision ?? 0) !== input.revision) return fail('DRAFT_CHANGED')
    const revision = input.revision + 1
    const version = newest?.version ?? 0
    const basedOn = draft?.basedOn ?? version
    await putDraft(
      transaction,
      { _id: code, content, revision, basedOn, savedAt: now, savedBy: staff.name },
      record,
      version,
    )
    return { revision, savedAt: now }
  },
})

/** What the schema left undefined is absent in the database. */
function withoutUndefined(content: object): ItemContent {
  return JSON.parse(JSON.stringify(content)) as ItemContent
}
