import type { RatingContent } from '@shared/contracts/surveys'
import { checkText, type ContentVerdict } from '../kernel/content-check'
import type { Transaction } from '../kernel/database'
import { derivedId } from '../kernel/ids'
import { fail, type Failure } from '../kernel/operation'
import { wordsOf } from './answer-content'
import { praises, type Answer } from './store'

/** What WeChat says of the praise that a named answer would show to everybody; `ok` where there is none. */
export async function checkPraise(
  openid: string,
  { praise }: Pick<RatingContent, 'praise'>,
): Promise<ContentVerdict | Failure<'NOT_ALLOWED_TEXT'>> {
  if (praise === undefined) return 'ok'
  const verdict = await checkText(openid, `${praise.whom}\n${praise.words}`)
  return verdict === 'refused' ? fail('NOT_ALLOWED_TEXT') : verdict
}

const praiseId = (answerId: string) => derivedId('praise', answerId)

/**
 * Publishes the praise of a named answer, once it passed; one that WeChat did not answer for waits for the timer. An
 * anonymous one is read within the centre only, since WeChat would have to be told whose it is.
 */
export async function keepPraise(
  transaction: Transaction,
  answer: Answer,
  verdict: ContentVerdict,
  now: number,
): Promise<void> {
  const _id = praiseId(answer._id)
  const { praise } = wordsOf(answer)
  if (praise === undefined) {
    if ((await transaction.get(praises, _id)) !== undefined) await transaction.remove(praises, _id)
    return
  }
  const isShown = verdict === 'ok'
  await transaction.put(praises, {
    _id,
    answerId: answer._id,
    state: isShown ? 'shown' : 'waiting',
    whom: isShown ? praise.whom : '',
    words: isShown ? praise.words : '',
    department: answer.department,
    month: answer.month,
    order: `${String(now).padStart(15, '0')}#${_id}`,
  })
}
