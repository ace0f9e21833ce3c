import { getMyRectification as contract } from '@shared/contracts/surveys'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { answerIds } from '../answering'
import { citizenView } from '../rectification-view'
import { answers, rectifications, type Rectification } from '../store'

/** What became of the caller's bad answer; of somebody else's there is nothing to see. */
export const getMyRectification = implementQuery(contract, async ({ input, openid }) => {
  const { of } = input
  const found = of.kind === 'anonymous' ? await ofTicket(of.ticket) : await ofOwner(of, openid)
  return found === undefined ? {} : { rectification: await citizenView(found) }
})

async function ofTicket(ticket: string): Promise<Rectification | undefined> {
  const answer = await database.get(answers, answerIds.anonymous(ticket))
  return answer?.rectificationId === undefined ? undefined : database.get(rectifications, answer.rectificationId)
}

type ByName =
  | { readonly kind: 'named'; readonly applicationId: string }
  | { readonly kind: 'opened'; readonly rectificationId: string }
  | { readonly kind: 'visit'; readonly window: string; readonly day: string }

/** By the visit; by the application: the latest, since one may have been opened by phone as well. */
async function ofOwner(of: ByName, openid: string): Promise<Rectification | undefined> {
  if (of.kind === 'visit') {
    const answer = await database.get(answers, answerIds.visit(openid, of.window, of.day))
    return answer?.rectificationId === undefined || answer.ownerId !== openid
      ? undefined
      : database.get(rectifications, answer.rectificationId)
  }
  if (of.kind === 'opened') {
    const found = await database.get(rectifications, of.rectificationId)
    return found?.ownerId === openid ? found : undefined
  }
  const [latest] = await database.find(rectifications, {
    where: { applicationId: of.applicationId, ownerId: openid },
    orderBy: ['openedAt', 'desc'],
    limit: 1,
  })
  return latest
}
