import { useState } from 'react'
import type { RatingContent } from '@shared/contracts/surveys'
import { addDays, startOfCivilDay } from '@shared/domain/civil-time'
import { needsRectification, ratingDays } from '@shared/domain/rating'
import { contentOf, emptyForm, formOf, type RatingForm } from '../../../components/rating/rating-form'
import { makeRequestId } from '../../../cloud/request-id'
import { serverToday } from '../../../cloud/server-time'
import { rateWords as words } from '../copy'
import { findKeptAnswers, forgetAnswer, keepAnswer, type KeptAnswer } from '../kept-answers'
import { findKeptRating, forgetRating, keepRating } from '../kept-rating'
import { makeTicket } from '../ticket'
import type { AuthorKind } from './author-choice'
import { sentenceOf } from './answer-problem'

/** What the server says of an answer, whatever it is about. */
type Sent =
  | { readonly ok: true; readonly data: Told & { readonly day?: string } }
  | {
      readonly ok: false
      readonly error: { readonly code: string; readonly message: string; readonly fields?: Record<string, string> }
    }
type Author = { readonly kind: 'named' } | { readonly kind: 'anonymous'; readonly ticket: string }

/** What comes of an answer. */
interface Told {
  readonly opensRectification: boolean
  readonly amendUntil: number
}

/** An answer that came in. */
export interface GivenAnswer extends Told {
  readonly author: AuthorKind
  readonly content: RatingContent
  /** The phone's own note of it, where only this phone can find it again. */
  readonly kept?: KeptAnswer
}

/**
 * An answer in hand: kept on the phone at every change, so that nothing typed is lost, and sent. A ticket is kept before
 * the answer goes out: should the reply be lost, the answer can still be found by it, and sending again is the same answer.
 */
export function useGiving(occasion: {
  readonly key: string
  readonly about: string
  readonly applicationId?: string
  readonly window?: string
  readonly send: (content: RatingContent, author: Author) => Promise<Sent | undefined>
}): {
  readonly form: RatingForm
  readonly author: AuthorKind
  readonly problem: string | undefined
  readonly given: GivenAnswer | undefined
  readonly change: (form: RatingForm, author: AuthorKind) => void
  readonly give: (content: RatingContent) => Promise<void>
} {
  const { key, about, applicationId, window } = occasion
  const [{ form, author }, setRating] = useState<{ form: RatingForm; author: AuthorKind }>(
    () => findKeptRating(key) ?? { form: emptyForm, author: 'named' },
  )
  const [problem, setProblem] = useState<string>()
  const [given, setGiven] = useState<GivenAnswer>()

  const change = (nextForm: RatingForm, nextAuthor: AuthorKind) => {
    setRating({ form: nextForm, author: nextAuthor })
    keepRating(key, { form: nextForm, author: nextAuthor })
  }
  /** A note whose reply never came: perhaps the answer is there. */
  const findUnsure = () => findKeptAnswers().find((each) => !each.isSent && each.id.startsWith(`${key}-`))
  /** The note of an anonymous answer, by the ticket of the attempt before if there was one. */
  const noteOf = async (content: RatingContent, before: KeptAnswer | undefined): Promise<KeptAnswer | undefined> => {
    const ticket = before?.author.kind === 'anonymous' ? before.author.ticket : await makeTicket()
    if (ticket === undefined) return undefined
    return {
      id: before?.id ?? `${key}-${makeRequestId()}`,
      author: { kind: 'anonymous', ticket },
      about,
      ...(applicationId === undefined ? {} : { applicationId }),
      ...(window === undefined ? {} : { window }),
      day: serverToday(),
      amendUntil: 0,
      form: formOf(content),
      isSent: false,
      opensRectification: false,
    }
  }
  const taken = (content: RatingContent, kept: KeptAnswer | undefined, told: Told) => {
    // There is one answer: an attempt whose reply never came, if this is not that one, did not come in.
    const unsure = findUnsure()
    if (unsure !== undefined) forgetAnswer(unsure.id)
    if (kept !== undefined) keepAnswer(kept)
    forgetRating(key)
    setGiven({ author, content, ...told, ...(kept === undefined ? {} : { kept }) })
  }
  const give = async (content: RatingContent) => {
    setProblem(undefined)
    const before = author === 'anonymous' ? findUnsure() : undefined
    const note = author === 'anonymous' ? await noteOf(content, before) : undefined
    if (author === 'anonymous' && note === undefined) {
      setProblem(words.noSecret)
      return
    }
    if (note !== undefined) keepAnswer(note)
    const reply = await occasion.send(content, note?.author.kind === 'anonymous' ? note.author : { kind: 'named' })
    if (reply === undefined) return
    if (reply.ok) {
      const { opensRectification, amendUntil, day } = reply.data
      const told = { opensRectification, amendUntil }
      taken(content, keptOf(note, { content, day, ...told }), told)
    } else if (before !== undefined && reply.error.code === 'ALREADY_RATED') {
      // The attempt before came in after all, with what it said then.
      const said = contentOf(before.form) ?? content
      const told = {
        opensRectification: needsRectification(said.grade),
        amendUntil: startOfCivilDay(addDays(before.day, ratingDays.amend)),
      }
      taken(said, { ...before, isSent: true, ...told }, told)
    } else {
      if (note !== undefined && reply.error.code !== 'OFFLINE') forgetAnswer(note.id)
      setProblem(sentenceOf(reply.error))
    }
  }
  /** What the phone notes of an answer that came in: a named one about a matter is found without. */
  const keptOf = (
    note: KeptAnswer | undefined,
    sent: Told & { readonly content: RatingContent; readonly day: string | undefined },
  ): KeptAnswer | undefined => {
    const { content, opensRectification, amendUntil, day = serverToday() } = sent
    const told = { day, amendUntil, isSent: true, opensRectification }
    if (note !== undefined) return { ...note, ...told }
    if (window === undefined) return undefined
    return { id: `${key}-visit`, author: { kind: 'visit' }, about, window, form: formOf(content), ...told }
  }
  return { form, author, problem, given, change, give }
}
