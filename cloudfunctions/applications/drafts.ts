import { draftLife } from '@shared/domain/application-workflow'
import { addDays, civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import type { DraftView } from '@shared/contracts/applications'
import { derivedId } from '../kernel/ids'
import { fail, type Failure } from '../kernel/operation'
import type { Transaction } from '../kernel/database'
import { materialsView, openContent } from './content'
import { drafts, type Draft } from './store'

/** The id of a person's one draft of an item. */
export function draftIdOf(openid: string, itemCode: string): string {
  return derivedId('draft', openid, itemCode)
}

/** How long a draft saved now is kept, and when the timer looks at it first. */
export function draftDates(now: number): { readonly keptUntil: CivilDate; readonly wakeOn: CivilDate } {
  const keptUntil = addDays(civilDateOf(now), draftLife.days)
  return { keptUntil, wakeOn: addDays(keptUntil, -draftLife.warnDaysBefore[0]) }
}

/** The caller's draft of an item. */
export async function ownDraft(
  transaction: Transaction,
  openid: string,
  itemCode: string,
): Promise<Draft | Failure<'DRAFT_NOT_FOUND'>> {
  return (await transaction.get(drafts, draftIdOf(openid, itemCode))) ?? fail('DRAFT_NOT_FOUND')
}

export function draftView(draft: Draft): DraftView {
  const { applicant, answers } = openContent(draft._id, draft.content)
  return {
    itemCode: draft.itemCode,
    itemVersion: draft.itemVersion,
    guideChanged: draft.changedParts.length > 0,
    changedParts: [...draft.changedParts],
    channel: draft.channel,
    applicant: { ...applicant },
    answers: { ...answers },
    materials: materialsView(draft.materials),
    revision: draft.revision,
    savedAt: draft.savedAt,
    keptUntil: draft.keptUntil,
  }
}
