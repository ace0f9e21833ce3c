import { listInbox as contract } from '@shared/contracts/notifications'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { messages } from '../../kernel/store'

const pageLength = 20

/** The caller's messages, newest first: everything that was to be told, whatever became of the WeChat message. */
export const listInbox = implementQuery(contract, async ({ input, openid }) => {
  const found = await database.find(messages, {
    where: { recipient: openid, ...(input.cursor === undefined ? {} : { order: command().lt(input.cursor) }) },
    orderBy: ['order', 'desc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return {
    messages: page.map(({ _id, title, lines, page: opens, at, read, delivery }) => ({
      id: _id,
      title,
      lines: lines.map((line) => ({ ...line })),
      page: opens,
      at,
      read,
      delivery,
    })),
    ...(next === undefined ? {} : { next }),
  }
})
