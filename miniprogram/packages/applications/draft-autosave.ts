import type { DraftView } from '@shared/contracts/applications'

/**
 * The rule by which a draft is saved. Three copies of it exist: what the person sees (`content`), what the server has as
 * far as this phone knows (`saved`), and what another device may have made of it meanwhile. Everything typed is kept on
 * the phone at once and sent after a pause; nothing is overwritten that somebody typed elsewhere unless they say so.
 * Pure: the time comes in (ms), nothing is sent or kept here.
 */

/** What a draft consists of that is typed or chosen; files are saved on their own. */
export type DraftContent = Pick<DraftView, 'channel' | 'applicant' | 'answers'>

/** What went wrong with the last save: no network, a passing trouble of the server, or a draft that is no more. */
export type SaveTrouble = 'offline' | 'refused' | 'gone'

export interface Autosave {
  readonly content: DraftContent
  /** The server's copy as last heard of, with the number the next save must name. */
  readonly saved: { readonly content: DraftContent; readonly revision: number; readonly at: number }
  /** What is on its way to the server. */
  readonly sending?: DraftContent
  /** What was sent since the server's last word: each may have arrived although no answer came. */
  readonly unanswered?: readonly DraftContent[]
  /** Last and first change that is not saved yet (ms). */
  readonly changedAt?: number
  readonly unsavedSince?: number
  readonly trouble?: { readonly kind: SaveTrouble; readonly since: number; readonly sentence: string }
  /** What another device wrote where this one wrote something else; nothing is saved until the person decides. */
  readonly conflict?: {
    readonly theirs: DraftContent
    readonly revision: number
    readonly at: number
    readonly parts: readonly string[]
  }
}

/** What is kept on the phone, so that the program may be closed at any moment. */
export type KeptAutosave = Pick<Autosave, 'content' | 'saved' | 'unanswered'>

/** More lost answers in a row than this are not remembered. */
const mostUnanswered = 8

/** Pause after the last keystroke, longest wait while somebody types on and on, and between tries in trouble (ms). */
export const saveTiming = { pause: 900, longest: 6_000, retry: 15_000 } as const

/** A draft's content by part key (`channel`, `applicant:phone`, `field:shopName`); what is empty is left out. */
function partsOf({ channel, applicant, answers }: DraftContent): ReadonlyMap<string, string> {
  return new Map(
    [
      ['channel', channel] as const,
      ...Object.entries(applicant).map(([code, value]) => [`applicant:${code}`, value] as const),
      ...Object.entries(answers).map(([code, value]) => [`field:${code}`, value] as const),
    ].filter(([, value]) => value !== ''),
  )
}

/** The parts in which two contents differ, by key. */
export function differingParts(left: DraftContent, right: DraftContent): readonly string[] {
  const [before, after] = [partsOf(left), partsOf(right)]
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key))
}

export function isSameContent(left: DraftContent, right: DraftContent): boolean {
  return left === right || differingParts(left, right).length === 0
}

/**
 * Brings together what two devices made of the same content: a part that only one of them changed is taken from it. Where
 * both changed one differently, `preferred` decides and the part is listed.
 */
export function mergeContents(
  base: DraftContent,
  mine: DraftContent,
  theirs: DraftContent,
  preferred: 'mine' | 'theirs',
): { readonly content: DraftContent; readonly bothChanged: readonly string[] } {
  const mineChanged = new Set(differingParts(base, mine))
  const theirsChanged = new Set(differingParts(base, theirs))
  const bothChanged = differingParts(mine, theirs).filter((key) => mineChanged.has(key) && theirsChanged.has(key))
  const takesMine = (key: string) => mineChanged.has(key) && (preferred === 'mine' || !theirsChanged.has(key))
  const { applicant } = theirs
  const codes = new Set([...Object.keys(mine.answers), ...Object.keys(theirs.answers)])
  const pick = (key: string, ours: string | undefined, other: string | undefined) =>
    (takesMine(key) ? ours : other) ?? ''
  return {
    content: {
      channel: takesMine('channel') ? mine.channel : theirs.channel,
      applicant: {
        name: pick('applicant:name', mine.applicant.name, applicant.name),
        identityNumber: pick('applicant:identityNumber', mine.applicant.identityNumber, applicant.identityNumber),
        phone: pick('applicant:phone', mine.applicant.phone, applicant.phone),
      },
      answers: Object.fromEntries(
        [...codes]
          .map((code) => [code, pick(`field:${code}`, mine.answers[code], theirs.answers[code])] as const)
          .filter(([, value]) => value !== ''),
      ),
    },
    bothChanged,
  }
}

/** Begins with the server's draft and what the phone kept of it from before, if anything. */
export function openAutosave(
  view: DraftContent & Pick<DraftView, 'revision' | 'savedAt'>,
  kept: KeptAutosave | undefined,
  now: number,
): Autosave {
  const saved = { content: contentOf(view), revision: view.revision, at: view.savedAt }
  // What was saved in full and has ended since needs nobody's decision: the new draft begins empty.
  const hasEnded = kept !== undefined && saved.revision < kept.saved.revision && isSaved(kept)
  return kept === undefined || hasEnded ? { content: saved.content, saved } : meet(kept, saved, now)
}

/** Goes on from what the phone kept, while the server cannot be asked. */
export function resumeAutosave(kept: KeptAutosave, now: number): Autosave {
  return marked(kept, now)
}

/** The person typed or chose something. */
export function changeContent(autosave: Autosave, content: DraftContent, now: number): Autosave {
  return marked({ ...autosave, content }, now)
}

/** Whether everything the person sees is at the server. */
export function isSaved({ content, saved }: Pick<Autosave, 'content' | 'saved'>): boolean {
  return isSameContent(content, saved.content)
}

/**
 * In how many ms the next save is due; 0 = now, undefined = none: nothing to save, one is on its way, or the person has
 * to decide first.
 */
export function saveDueIn(autosave: Autosave, now: number): number | undefined {
  const { sending, conflict, trouble, changedAt, unsavedSince } = autosave
  if (sending !== undefined || conflict !== undefined || trouble?.kind === 'gone' || isSaved(autosave)) return undefined
  const afterPause = (changedAt ?? now) + saveTiming.pause
  const atLatest = (unsavedSince ?? now) + saveTiming.longest
  const afterTrouble = trouble === undefined ? 0 : trouble.since + saveTiming.retry
  return Math.max(0, Math.max(Math.min(afterPause, atLatest), afterTrouble) - now)
}

/** A save goes out with what there is now. */
export function beginSave(autosave: Autosave): Autosave {
  const { trouble: _over, ...rest } = autosave
  const { content, unanswered = [] } = autosave
  return { ...rest, sending: content, unanswered: [...unanswered, content].slice(-mostUnanswered) }
}

/** The server took what was sent; what was typed meanwhile waits for the next save. */
export function saveTaken(
  autosave: Autosave,
  answer: { readonly revision: number; readonly savedAt: number },
  now: number,
): Autosave {
  const { sending, unanswered: _answered, unsavedSince: _since, changedAt: _at, ...rest } = autosave
  if (sending === undefined) return autosave
  const next: Autosave = { ...rest, saved: { content: sending, revision: answer.revision, at: answer.savedAt } }
  return isSaved(next) ? next : { ...next, changedAt: autosave.changedAt ?? now, unsavedSince: now }
}

/** The save did not get through; it is tried again after a while, except for a draft that is gone. */
export function saveFailed(autosave: Autosave, kind: SaveTrouble, sentence: string, now: number): Autosave {
  const { sending: _sent, ...rest } = autosave
  return { ...rest, trouble: { kind, since: now, sentence } }
}

/** The network is back: what waits for it need not wait any longer. */
export function networkBack(autosave: Autosave): Autosave {
  return autosave.trouble?.kind === 'offline' ? withoutTrouble(autosave) : autosave
}

/** The trouble is dealt with: the next save is due as usual. */
export function withoutTrouble(autosave: Autosave): Autosave {
  const { trouble: _over, ...rest } = autosave
  return rest
}

/** Another state of the draft came from the server: after a save was refused, or on coming back to the page. */
export function meetServer(
  autosave: Autosave,
  view: DraftContent & Pick<DraftView, 'revision' | 'savedAt'>,
  now: number,
): Autosave {
  return meet(autosave, { content: contentOf(view), revision: view.revision, at: view.savedAt }, now)
}

/** The person decided between the two devices; parts that only one of them changed stay changed either way. */
export function settleConflict(autosave: Autosave, preferred: 'mine' | 'theirs', now: number): Autosave {
  const { conflict } = autosave
  if (conflict === undefined) return autosave
  const { content } = mergeContents(autosave.saved.content, autosave.content, conflict.theirs, preferred)
  return marked({ content, saved: { content: conflict.theirs, revision: conflict.revision, at: conflict.at } }, now)
}

/** The old draft is no more: what the person sees goes into the new one as it is, or the new one is begun as it is. */
export function restartAutosave(
  autosave: Autosave,
  view: DraftContent & Pick<DraftView, 'revision' | 'savedAt'>,
  preferred: 'mine' | 'theirs',
  now: number,
): Autosave {
  const saved = { content: contentOf(view), revision: view.revision, at: view.savedAt }
  return marked({ content: preferred === 'mine' ? autosave.content : saved.content, saved }, now)
}

/** What the phone keeps of a draft. */
export function toKeep({ content, saved, unanswered }: Autosave): KeptAutosave {
  return { content, saved, ...(unanswered === undefined ? {} : { unanswered }) }
}

function meet(autosave: KeptAutosave, theirs: Autosave['saved'], now: number): Autosave {
  const { content: mine, saved, unanswered = [] } = autosave
  // Numbers only grow: a smaller one belongs to another draft, begun after this one was sent in or ended.
  if (theirs.revision < saved.revision) return saveFailed(marked(autosave, now), 'gone', '', now)
  // What the server has may be a save of this phone whose answer was lost: then nobody else wrote.
  const isOwn = unanswered.some((sent) => isSameContent(sent, theirs.content))
  const { content, bothChanged } = mergeContents(isOwn ? theirs.content : saved.content, mine, theirs.content, 'mine')
  if (bothChanged.length > 0) {
    const conflict = { theirs: theirs.content, revision: theirs.revision, at: theirs.at, parts: bothChanged }
    return { ...marked({ content: mine, saved }, now), conflict }
  }
  const isUnchanged = theirs.revision === saved.revision
  return marked({ content, saved: theirs, ...(isUnchanged && unanswered.length > 0 ? { unanswered } : {}) }, now)
}

/** With the times of unsaved changes, or without them when there are none. */
function marked(autosave: Autosave, now: number): Autosave {
  const { changedAt: _at, unsavedSince, ...rest } = autosave
  return isSaved(rest) ? rest : { ...rest, changedAt: now, unsavedSince: unsavedSince ?? now }
}

function contentOf({ channel, applicant, answers }: DraftContent): DraftContent {
  return { channel, applicant, answers }
}
