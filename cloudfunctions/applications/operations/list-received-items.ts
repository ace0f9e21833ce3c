import { listReceivedItems as contract } from '@shared/contracts/applications'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { receivedItems } from '../store'

/** More items than the departments of any centre have. */
const most = 1000

/** What the member's queues can be narrowed to, by department and name. */
export const listReceivedItems = implementQuery(contract, async ({ staff }) => {
  const departments = staff?.departments ?? []
  if (departments.length === 0) return { items: [] }
  const found = await database.find(receivedItems, {
    where: { department: command().in([...departments]) },
    limit: most,
  })
  const items = found.map(({ department, itemCode, itemName }) => ({ code: itemCode, name: itemName, department }))
  const place = (department: string) => departments.indexOf(department)
  return {
    items: items.sort(
      (left, right) => place(left.department) - place(right.department) || left.name.localeCompare(right.name, 'zh-CN'),
    ),
  }
})
