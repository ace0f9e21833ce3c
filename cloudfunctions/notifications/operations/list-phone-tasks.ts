import { listPhoneTasks as contract } from '@shared/contracts/notifications'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { openPersonName } from '../../kernel/outbox'
import { phoneTasks } from '../../kernel/store'

const mostShown = 50

/** People of the member's departments who must hear of a step and could not be messaged, the longest waiting first. */
export const listPhoneTasks = implementQuery(contract, async ({ staff }) => {
  const departments = staff?.departments ?? []
  if (departments.length === 0) return { tasks: [] }
  const oldest = await database.find(phoneTasks, {
    where: { department: command().in([...departments]), done: false },
    orderBy: ['at', 'asc'],
    limit: mostShown,
  })
  return {
    tasks: oldest.map(({ _id, subject, receiptNumber, title, personName, why, at }) => ({
      id: _id,
      subject,
      receiptNumber,
      title,
      personName: openPersonName(subject, personName),
      why,
      at,
    })),
  }
})
