import { civilDateOf } from '@shared/domain/civil-time'
import { tidyAnswers } from '@shared/domain/form-answers'
import { applicableMaterials, type Channel, type Item } from '@shared/domain/item'
import type { Transaction } from '../kernel/database'
import { fail, isFailure, type Failure } from '../kernel/operation'
import { missingParts } from './completeness'
import { openContent } from './content'
import { tidyApplicant } from './correction'
import { ownDraft } from './drafts'
import { drafts, type Content, type Materials } from './store'
import { expireFiles } from './uploads'

/**
 * Takes a complete draft out, to become an application in the same transaction: what applies of it, as it is stored.
 * Files of materials that the answers do not ask for are cleared away.
 */
export async function handInDraft(
  transaction: Transaction,
  {
    openid,
    item,
    revision,
    now,
  }: { readonly openid: string; readonly item: Item; readonly revision: number; readonly now: number },
): Promise<
  | { readonly channel: Channel; readonly content: Content; readonly materials: Materials }
  | Failure<'DRAFT_NOT_FOUND' | 'DRAFT_CHANGED' | 'GUIDE_CHANGED' | 'INCOMPLETE'>
> {
  const draft = await ownDraft(transaction, openid, item.code)
  if (isFailure(draft)) return draft
  if (draft.revision !== revision) return fail('DRAFT_CHANGED')
  if (draft.itemVersion !== item.version || !item.channels.includes(draft.channel)) return fail('GUIDE_CHANGED')
  const typed = openContent(draft._id, draft.content)
  const missing = missingParts(item, typed, draft.materials, civilDateOf(now))
  if (Object.keys(missing).length > 0) return fail('INCOMPLETE', missing)
  const content = { applicant: tidyApplicant(typed.applicant), answers: tidyAnswers(item.fields, typed.answers) }
  const asked = new Set(applicableMaterials(item, content.answers).map(({ code }) => code))
  const filled = Object.entries(draft.materials).filter(([, files]) => files.length > 0)
  await expireFiles(
    transaction,
    filled.filter(([code]) => !asked.has(code)).flatMap(([, files]) => files),
    now,
  )
  await transaction.remove(drafts, draft._id)
  const materials = Object.fromEntries(filled.filter(([code]) => asked.has(code)))
  return { channel: draft.channel, content, materials }
}
