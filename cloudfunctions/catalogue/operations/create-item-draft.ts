import { createItemDraft as contract } from '@shared/contracts/catalogue-editing'
import { blankContent, copiedContent } from '@shared/domain/item-content'
import type { Transaction } from '../../kernel/database'
import { fail, implementCommand } from '../../kernel/operation'
import { catalogueIndexId } from '../../kernel/published-items'
import { catalogueIndex, publishedItems } from '../../kernel/store'
import { contentToEdit, findEditedItem, isDepartment, mayEdit, plainReader, putDraft } from '../editing'
import { codeFromName } from '../readings'
import { itemRecords } from '../store'
import { versionId } from '../stored-version'

/** A new item as a draft: blank, or a copy of another item; its code is the reading of its name. */
export const createItemDraft = implementCommand(contract, {
  async prepare({ input, staff }) {
    const { name, department, copyOf } = input
    if (!isDepartment(department)) return fail('NOT_A_DEPARTMENT')
    if (!mayEdit(staff, department)) return fail('FORBIDDEN')
    const source = copyOf === undefined ? undefined : await findEditedItem(plainReader, copyOf, staff)
    if (copyOf !== undefined && source === undefined) return fail('ITEM_NOT_FOUND')
    const head = { name, department }
    const content = source === undefined ? blankContent(head) : copiedContent(contentToEdit(source), head)
    return { content, code: await codeFromName(name), savedBy: staff.name }
  },
  async handle({ now, transaction, prepared }) {
    const { content, savedBy } = prepared
    const code = await freeCode(transaction, prepared.code)
    await putDraft(transaction, { _id: code, content, revision: 1, basedOn: 0, savedAt: now, savedBy }, undefined, 0)
    return { code }
  },
})

/** The code, with a number behind it if it is or was another item's. */
async function freeCode(transaction: Transaction, wanted: string): Promise<string> {
  const index = await transaction.get(catalogueIndex, catalogueIndexId)
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? wanted : `${wanted}-${String(number)}`
    const isTaken =
      index?.current[code] !== undefined ||
      (await transaction.get(itemRecords, code)) !== undefined ||
      (await transaction.get(publishedItems, versionId(code, 1))) !== undefined
    if (!isTaken) return code
  }
}
