import * as v from 'valibot'
import { openDraft } from '@shared/contracts/applications'
import { getGuide, type Guide } from '@shared/contracts/catalogue'
import { dropOwn, keepOwn, keptOwn } from '../../cloud/session'
import type { DraftContent, KeptAutosave } from './draft-autosave'

const content = v.pick(openDraft.output, ['channel', 'applicant', 'answers'])
const keptDraft = v.object({
  autosave: v.object({
    content,
    saved: v.object({ content, revision: v.number(), at: v.number() }),
    unanswered: v.optional(v.array(content)),
  }),
  ...v.pick(openDraft.output, ['materials', 'changedParts', 'keptUntil']).entries,
  /** The channel the page was last opened for: opening it again for the same one does not undo a later choice. */
  channelAsked: v.optional(v.string()),
  step: v.number(),
})

/** A draft as the phone keeps it: enough to go on without a network, after the program was killed. */
export type KeptDraft = Omit<v.InferOutput<typeof keptDraft>, 'autosave'> & { readonly autosave: KeptAutosave }

const draftKey = (itemCode: string) => `draft:${itemCode}`
const guideKey = (itemCode: string) => `draft-guide:${itemCode}`

export function keepDraft(itemCode: string, draft: KeptDraft): void {
  keepOwn(draftKey(itemCode), draft)
}

export function findKeptDraft(itemCode: string): KeptDraft | undefined {
  const parsed = v.safeParse(keptDraft, keptOwn(draftKey(itemCode)))
  return parsed.success ? parsed.output : undefined
}

/** The guide a draft is filled in by, for going on without a network. */
export function keepGuide(guide: Guide): void {
  keepOwn(guideKey(guide.code), guide)
}

export function findKeptGuide(itemCode: string): Guide | undefined {
  const parsed = v.safeParse(getGuide.output, keptOwn(guideKey(itemCode)))
  return parsed.success ? parsed.output : undefined
}

/** Sent in or thrown away: the phone forgets it. */
export function forgetDraft(itemCode: string): void {
  dropOwn(draftKey(itemCode))
  dropOwn(guideKey(itemCode))
}

/** Without answers to questions that the guide no longer asks: they could not be sent in. */
export function withinGuide(guide: Pick<Guide, 'fields' | 'channels'>, typed: DraftContent): DraftContent {
  const codes = new Set(guide.fields.map(({ code }) => code))
  const [first = typed.channel] = guide.channels
  return {
    channel: guide.channels.includes(typed.channel) ? typed.channel : first,
    applicant: typed.applicant,
    answers: Object.fromEntries(Object.entries(typed.answers).filter(([code]) => codes.has(code))),
  }
}
