import { listPhoneTasks as contract } from '@shared/contracts/notifications'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { phoneTasks } from '../../kernel/store'

const mostShown = 50

/** People of the member's departments who must hear of a step and could not be messaged, the longest waiting first. */
export const listPhoneTasks = implementQuery(contract, async ({ staff }) => {
  const pages = await Promise.all(
    (staff?.departments ?? []).map((department) =>
      database.find(phoneTasks, { where: { department, done: false }, orderBy: ['at', 'asc'], limit: mostShown }),
    ),
  )
  const oldest = pages
    .flat()
    .sort((left, right) => left.at - right.at)
    .slice(0, mostShown)
  return {
    tasks: oldest.map(({ _id, subject, receiptNumber, title, personName, why, at }) => ({
      id: _id,
      subject,
      receiptNumber,
      title,
      personName,
      why,
      at,
    })),
  }
})
