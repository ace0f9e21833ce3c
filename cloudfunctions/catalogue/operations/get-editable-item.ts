import { getEditableItem as contract, type EditableItem } from '@shared/contracts/catalogue-editing'
import { fail, implementQuery } from '../../kernel/operation'
import { contentToEdit, editableDepartments, findEditedItem, isEdited, plainReader } from '../editing'

/** One item with its draft, for the editing form. */
export const getEditableItem = implementQuery(contract, async ({ input, staff }) => {
  const item = await findEditedItem(plainReader, input.code, staff)
  if (item === undefined) return fail('ITEM_NOT_FOUND')
  const { draft, newest, index } = item
  return {
    code: item.code,
    standing: item.standing,
    isEdited: isEdited(index, item.code),
    ...(newest === undefined ? {} : { version: newest.version }),
    content: structuredClone(contentToEdit(item)) as EditableItem['content'],
    revision: draft?.revision ?? 0,
    basedOn: draft?.basedOn ?? newest?.version ?? 0,
    ...(draft === undefined ? {} : { savedAt: draft.savedAt, savedBy: draft.savedBy }),
    departments: editableDepartments(staff),
    files: [...(index?.files ?? [])],
  }
})
