import { listPraise as contract } from '@shared/contracts/surveys'
import { command, database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { praises } from '../store'

const pageLength = 20

/** 表扬 that passed the content check, the latest first. */
export const listPraise = implementQuery(contract, async ({ input }) => {
  const found = await database.find(praises, {
    where: { state: 'shown', order: command().lt(input.cursor ?? '~') },
    orderBy: ['order', 'desc'],
    limit: pageLength + 1,
  })
  const page = found.slice(0, pageLength)
  const next = found.length > pageLength ? page.at(-1)?.order : undefined
  return {
    praise: page.map(({ _id, whom, words, department, month }) => ({ id: _id, whom, words, department, month })),
    ...(next === undefined ? {} : { next }),
  }
})
