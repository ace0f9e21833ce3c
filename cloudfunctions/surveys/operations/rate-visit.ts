import { rateVisit as contract } from '@shared/contracts/surveys'
import { civilDateOf } from '@shared/domain/civil-time'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { lookupHash } from '../../kernel/sealed'
import { amendUntil, answerIds, nobodyKnown, storeAnswer } from '../answering'
import { ofVisit } from '../occasions'
import { findVisitorName } from '../persons'
import { checkPraise, keepPraise } from '../public-praise'
import { findRatedWindow } from '../rated-windows'
import { citizenActor } from '../rectifying'
import { answers, visitTokens } from '../store'
import { untraceable } from '../untraceable'

/** 一次一评: a visit to a window, once a person, window and day; no application is needed. */
export const rateVisit = implementCommand(contract, {
  untraceable,
  async prepare({ input, openid }) {
    const window = findRatedWindow(input.window)
    if (window === undefined) return fail('NOT_FOUND')
    if (input.author.kind === 'anonymous') return { window, verdict: 'ok' as const }
    const verdict = await checkPraise(openid, input.content)
    if (isFailure(verdict)) return verdict
    const name = await findVisitorName(openid)
    return { window, verdict, ...(name === undefined ? {} : { name }) }
  },
  async handle({ input, openid, now, transaction, outbox, prepared }) {
    const { author, content } = input
    const { window, verdict, ...named } = prepared
    const day = civilDateOf(now)
    const token = lookupHash('surveys.visit', [openid, window.code, day].join('\u0000'))
    if ((await transaction.get(visitTokens, token)) !== undefined) return fail('ALREADY_RATED')
    const isAnonymous = author.kind === 'anonymous'
    const _id = isAnonymous ? answerIds.anonymous(author.ticket) : answerIds.visit(openid, window.code, day)
    if ((await transaction.get(answers, _id)) !== undefined) return fail('ALREADY_RATED')
    await transaction.put(visitTokens, { _id: token, day })
    const answer = await storeAnswer(
      transaction,
      outbox,
      {
        ...{ _id, about: 'visit', source: author.kind, content, occasion: ofVisit({ window: window.name }) },
        place: { department: window.department, window: window.name, itemCode: '', itemName: '' },
        author: isAnonymous ? nobodyKnown : { ...nobodyKnown, ownerId: openid, ...named },
        ...(isAnonymous ? {} : { actor: citizenActor({ ownerId: openid }) }),
      },
      now,
    )
    if (!isAnonymous) await keepPraise(transaction, answer, verdict, now)
    return { opensRectification: answer.rectificationId !== undefined, amendUntil: amendUntil(answer), day }
  },
})
