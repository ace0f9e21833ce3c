import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { openDraft, saveDraft, type DraftView, type FileView } from '@shared/contracts/applications'
import { getGuide, type Guide } from '@shared/contracts/catalogue'
import type { Channel } from '@shared/domain/item'
import { call } from '../../../cloud/call'
import { serverNow } from '../../../cloud/server-time'
import { refreshSession, sessionOnceKnown, type Session } from '../../../cloud/session'
import type { QueryProblem } from '../../../cloud/use-query'
import { useOnline } from '../../../platform/use-online'
import {
  beginSave,
  changeContent,
  isSaved,
  meetServer,
  networkBack,
  openAutosave,
  restartAutosave,
  resumeAutosave,
  saveDueIn,
  saveFailed,
  saveTaken,
  settleConflict,
  toKeep,
  withoutTrouble,
  type Autosave,
  type DraftContent,
} from '../draft-autosave'
import { findKeptDraft, findKeptGuide, keepDraft, keepGuide, withinGuide } from '../kept-draft'
import { withContent, withFile, withoutFile, type OpenDraft } from './edit-draft'

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'problem'; readonly problem: QueryProblem }
  | { readonly kind: 'open'; readonly draft: OpenDraft }

export interface DraftInHand {
  readonly state: State
  readonly retry: () => void
  readonly change: (content: DraftContent) => void
  readonly fileTaken: (material: string, file: FileView) => void
  readonly fileRemoved: (material: string, fileId: string) => void
  /** The person has looked at everything the new guide asks. */
  readonly seenChanges: () => void
  readonly goTo: (step: number) => void
  readonly settle: (preferred: 'mine' | 'theirs') => void
  /** Begins a new draft after the old one ended: with what this phone has, or empty. */
  readonly restart: (preferred: 'mine' | 'theirs') => Promise<void>
  /** Takes the newest guide and draft from the server. */
  readonly refresh: () => Promise<void>
  /** Saves what is not saved yet. @returns the revision to send in, or undefined when it could not be saved */
  readonly saveNow: () => Promise<number | undefined>
  /** It was sent in: nothing more is saved or kept. */
  readonly close: () => void
}

/**
 * The caller's draft of an item: opened from the server and what the phone kept, saved by the rule of draft-autosave,
 * kept on the phone at every change. Goes on without a network if it was open here before.
 */
export function useDraft(itemCode: string, channelAsked: Channel | undefined): DraftInHand {
  const [state, setState] = useState<State>({ kind: 'opening' })
  const latest = useRef<OpenDraft | undefined>(undefined)
  const inFlight = useRef<Promise<void>>(Promise.resolve())
  const isOnline = useOnline()

  const hold = useCallback(
    (draft: OpenDraft) => {
      latest.current = draft
      setState({ kind: 'open', draft })
      const { autosave, materials, changedParts, keptUntil, step } = draft
      keepDraft(itemCode, {
        autosave: toKeep(autosave),
        materials,
        changedParts: [...changedParts],
        keptUntil,
        step,
        ...(channelAsked === undefined ? {} : { channelAsked }),
      })
    },
    [itemCode, channelAsked],
  )
  const edit = useCallback(
    (step: (draft: OpenDraft) => OpenDraft) => {
      if (latest.current !== undefined) hold(step(latest.current))
    },
    [hold],
  )
  const holdAutosave = useCallback(
    (step: (autosave: Autosave) => Autosave) => edit((draft) => ({ ...draft, autosave: step(draft.autosave) })),
    [edit],
  )

  const openFor = useCallback(
    async (session: Session) => {
      if (session.kind === 'known' && !session.signedIn) {
        setState({ kind: 'visitor' })
        return
      }
      const kept = findKeptDraft(itemCode)
      const isNewChoice = channelAsked !== undefined && kept?.channelAsked !== channelAsked
      const [opened, published] = await Promise.all([
        call(openDraft, { itemCode, ...(isNewChoice ? { channel: channelAsked } : {}) }),
        call(getGuide, { code: itemCode }),
      ])
      if (!opened.ok) {
        const { code, message } = opened.error
        const guide = findKeptGuide(itemCode)
        if (code === 'NOT_SIGNED_IN') {
          // The session ended since it was last looked at.
          await refreshSession()
          setState({ kind: 'visitor' })
          return
        }
        if (code === 'OFFLINE' && kept !== undefined && guide !== undefined) {
          const { materials, changedParts, keptUntil, step } = kept
          const autosave = saveFailed(resumeAutosave(kept.autosave, serverNow()), 'offline', message, serverNow())
          hold({ guide, autosave, materials, changedParts, keptUntil, step })
          return
        }
        setState({ kind: 'problem', problem: { code, message, requestId: opened.requestId } })
        return
      }
      const guide = await guideOf(opened.data, published)
      if (!guide.ok) {
        setState({ kind: 'problem', problem: guide.problem })
        return
      }
      const now = serverNow()
      const merged = openAutosave(opened.data, kept?.autosave, now)
      const isAnother = opened.data.revision < (kept?.autosave.saved.revision ?? 0)
      keepGuide(guide.guide)
      hold({
        ...rest(opened.data),
        guide: guide.guide,
        autosave: trimmed(merged, guide.guide, now),
        step: isNewChoice || isAnother ? 0 : (kept?.step ?? 0),
      })
    },
    [itemCode, channelAsked, hold],
  )

  // Whose draft the phone kept depends on who holds it.
  const open = useCallback(() => void sessionOnceKnown().then(openFor), [openFor])
  useEffect(open, [open])

  const refreshWith = useCallback(
    async (meet: typeof meetServer) => {
      const before = latest.current
      if (before === undefined) return
      const opened = await call(openDraft, { itemCode })
      if (!opened.ok) {
        holdAutosave((autosave) => saveFailed(autosave, kindOf(opened.error.code), opened.error.message, serverNow()))
        return
      }
      const guide =
        before.guide.version === opened.data.itemVersion
          ? { ok: true as const, guide: before.guide }
          : await guideOf(opened.data, undefined)
      if (!guide.ok || latest.current === undefined) return
      const now = serverNow()
      keepGuide(guide.guide)
      hold({
        ...latest.current,
        ...rest(opened.data),
        guide: guide.guide,
        autosave: trimmed(meet(latest.current.autosave, opened.data, now), guide.guide, now),
      })
    },
    [itemCode, hold, holdAutosave],
  )
  const refresh = useCallback(() => refreshWith(meetServer), [refreshWith])

  const save = useCallback(async () => {
    if (latest.current === undefined || latest.current.autosave.sending !== undefined) return
    holdAutosave(beginSave)
    const { content, saved } = latest.current.autosave
    const reply = await call(saveDraft, { itemCode, revision: saved.revision, ...content })
    const now = serverNow()
    if (reply.ok) {
      const { keptUntil } = reply.data
      edit((draft) => ({ ...draft, keptUntil, autosave: saveTaken(draft.autosave, reply.data, now) }))
      return
    }
    const { code, message } = reply.error
    holdAutosave((autosave) => saveFailed(autosave, kindOf(code), message, now))
    // The draft or its guide is another one meanwhile: what there is now decides how to go on.
    if (code === 'DRAFT_CHANGED' || code === 'CHANNEL_NOT_OFFERED') {
      holdAutosave(withoutTrouble)
      await refresh()
    }
  }, [itemCode, edit, holdAutosave, refresh])
  const startSave = useCallback(() => {
    inFlight.current = save()
    return inFlight.current
  }, [save])

  const draft = state.kind === 'open' ? state.draft : undefined
  useEffect(() => {
    const dueIn = draft === undefined || !isOnline ? undefined : saveDueIn(draft.autosave, serverNow())
    if (dueIn === undefined) return undefined
    const timer = setTimeout(() => void startSave(), dueIn)
    return () => clearTimeout(timer)
  }, [draft, isOnline, startSave])
  useEffect(() => {
    if (isOnline) holdAutosave(networkBack)
  }, [isOnline, holdAutosave])

  // Leaving the page does not wait for a pause in the typing.
  const saveOnLeaving = useCallback(() => {
    const autosave = latest.current?.autosave
    if (autosave !== undefined && saveDueIn(autosave, serverNow()) !== undefined) void startSave()
  }, [startSave])
  useDidHide(saveOnLeaving)
  useEffect(() => saveOnLeaving, [saveOnLeaving])
  const isFirstShow = useRef(true)
  useDidShow(() => {
    if (isFirstShow.current) isFirstShow.current = false
    else void inFlight.current.then(refresh)
  })

  const saveNow = useCallback(async () => {
    // What was typed during one save needs another one.
    for (let round = 0; round < 3; round += 1) {
      await inFlight.current
      const autosave = latest.current?.autosave
      if (autosave === undefined || autosave.conflict !== undefined) return undefined
      if (isSaved(autosave)) return autosave.saved.revision
      await startSave()
      if (latest.current?.autosave.trouble !== undefined) return undefined
    }
    return undefined
  }, [startSave])

  const retry = useCallback(() => {
    setState({ kind: 'opening' })
    open()
  }, [open])

  return {
    state,
    retry,
    change: (content) => edit((draft) => withContent(draft, content, serverNow())),
    fileTaken: (material, file) => edit((draft) => withFile(draft, material, file)),
    fileRemoved: (material, fileId) => edit((draft) => withoutFile(draft, material, fileId)),
    seenChanges: () => edit((draft) => ({ ...draft, changedParts: [] })),
    goTo: (step) => edit((draft) => ({ ...draft, step })),
    settle: (preferred) => holdAutosave((autosave) => settleConflict(autosave, preferred, serverNow())),
    restart: (preferred) => refreshWith((autosave, view, now) => restartAutosave(autosave, view, preferred, now)),
    refresh,
    saveNow,
    close: () => {
      latest.current = undefined
    },
  }
}

const rest = ({ materials, changedParts, keptUntil }: DraftView) => ({ materials, changedParts, keptUntil })

/** The guide the draft is filled in by: the published one, which the draft was just brought to. */
async function guideOf(
  { itemCode, itemVersion }: Pick<DraftView, 'itemCode' | 'itemVersion'>,
  published: Awaited<ReturnType<typeof call<typeof getGuide>>> | undefined,
): Promise<{ readonly ok: true; readonly guide: Guide } | { readonly ok: false; readonly problem: QueryProblem }> {
  if (published?.ok === true && published.data.version === itemVersion) return { ok: true, guide: published.data }
  const reply = await call(getGuide, { code: itemCode, version: itemVersion })
  if (reply.ok) return { ok: true, guide: reply.data }
  return { ok: false, problem: { code: reply.error.code, message: reply.error.message, requestId: reply.requestId } }
}

function trimmed(autosave: Autosave, guide: Guide, now: number): Autosave {
  return changeContent(autosave, withinGuide(guide, autosave.content), now)
}

function kindOf(code: string) {
  if (code === 'OFFLINE') return 'offline'
  return code === 'DRAFT_NOT_FOUND' ? 'gone' : 'refused'
}
