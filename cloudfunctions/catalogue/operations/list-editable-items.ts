import { listEditableItems as contract, type EditableRow } from '@shared/contracts/catalogue-editing'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { findCatalogueIndex } from '../../kernel/published-items'
import { editableDepartments, isEdited, mayEdit, standingOf } from '../editing'
import { itemRecords, type ItemRecord } from '../store'

/** As many as one read gives; a centre has a few hundred. */
const mostRecords = 1000

/** The items of the member's departments, listed ones in the list's order, then those that are not listed. */
export const listEditableItems = implementQuery(contract, async ({ staff }) => {
  const index = await findCatalogueIndex()
  const records = await database.find(itemRecords, { where: {}, limit: mostRecords })
  const byCode = new Map(records.map((record) => [record._id, record]))
  const row = (code: string, head: Pick<ItemRecord, 'name' | 'department'>, newest: number): EditableRow => {
    const draft = byCode.get(code)?.draft
    return {
      code,
      name: head.name,
      department: head.department,
      standing: standingOf(index?.current[code], newest),
      isEdited: isEdited(index, code),
      ...(newest === 0 ? {} : { version: newest }),
      ...(draft === undefined ? {} : { draft: { ...draft } }),
    }
  }
  const listed = (index?.summaries ?? []).map((summary) => row(summary.code, summary, summary.version))
  const unlisted = records
    .filter(({ _id }) => index?.current[_id] === undefined)
    .sort((left, right) => (left._id < right._id ? -1 : 1))
    .map((record) => row(record._id, record, record.newest))
  return {
    items: [...listed, ...unlisted].filter(({ department }) => mayEdit(staff, department)),
    departments: editableDepartments(staff),
  }
})
