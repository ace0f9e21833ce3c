import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { getEditableItem, saveItemDraft, type EditableItem } from '@shared/contracts/catalogue-editing'
import type { ItemContent } from '@shared/domain/item-content'
import { call } from '../../../cloud/call'
import { serverNow } from '../../../cloud/server-time'
import { useSession } from '../../../cloud/session'
import type { QueryProblem } from '../../../cloud/use-query'
import { useOnline } from '../../../platform/use-online'
import {
  beginSave,
  changeContent,
  isSaved,
  meetServer,
  openAutosave,
  saveDueIn,
  saveFailed,
  saveTaken,
  settleConflict,
  toKeep,
  withoutTrouble,
  type ItemAutosave,
  type SavedItem,
} from './item-autosave'
import { findKeptItem, forgetItem, keepItem } from './kept-item'

/** An item in an editor's hands. */
export interface OpenItem {
  readonly item: EditableItem
  readonly autosave: ItemAutosave
}
type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: QueryProblem }
  | { readonly kind: 'open'; readonly open: OpenItem }

export interface ItemEditing {
  readonly state: State
  readonly retry: () => void
  readonly change: (content: ItemContent) => void
  readonly settle: (preferred: 'mine' | 'theirs') => void
  /** Saves what is not saved yet; false when it could not be. */
  readonly saveNow: () => Promise<boolean>
  /** Takes the item anew from the server; with `forgetting`, without what this device has of it. */
  readonly refresh: (how?: 'forgetting') => Promise<void>
  /** It was published or thrown away: nothing more is saved or kept. */
  readonly close: () => void
}

/**
 * An item's draft: opened from the server and what the device kept, saved by the rule of item-autosave, kept on the device
 * at every change.
 */
export function useItemEditing(code: string): ItemEditing {
  const [state, setState] = useState<State>({ kind: 'opening' })
  const latest = useRef<OpenItem | undefined>(undefined)
  const inFlight = useRef<Promise<void>>(Promise.resolve())
  const isOnline = useOnline()
  const session = useSession()
  const me = session.kind === 'known' ? (session.staff?.name ?? '') : ''

  const hold = useCallback(
    (open: OpenItem) => {
      latest.current = open
      setState({ kind: 'open', open })
      if (isSaved(open.autosave)) forgetItem(code)
      else keepItem(code, toKeep(open.autosave))
    },
    [code],
  )
  const holdAutosave = useCallback(
    (step: (autosave: ItemAutosave) => ItemAutosave) => {
      if (latest.current !== undefined) hold({ ...latest.current, autosave: step(latest.current.autosave) })
    },
    [hold],
  )

  const ask = useCallback(() => call(getEditableItem, { code }), [code])
  const take = useCallback(
    (reply: Awaited<ReturnType<typeof ask>>) => {
      if (reply.ok) {
        hold({ item: reply.data, autosave: openAutosave(savedOf(reply.data), findKeptItem(code), serverNow()) })
        return
      }
      const { code: why, message } = reply.error
      setState({ kind: 'problem', problem: { code: why, message, requestId: reply.requestId } })
    },
    [code, hold],
  )
  useEffect(() => {
    void ask().then(take)
  }, [ask, take])

  const refresh = useCallback(
    async (how?: 'forgetting') => {
      if (how === 'forgetting') {
        latest.current = undefined
        forgetItem(code)
        take(await ask())
        return
      }
      if (latest.current === undefined) return
      const reply = await ask()
      const now = serverNow()
      // Left meanwhile: the answer came too late.
      const before = latest.current as OpenItem | undefined
      if (before === undefined) return
      if (reply.ok) hold({ item: reply.data, autosave: meetServer(before.autosave, savedOf(reply.data), now) })
      else holdAutosave((autosave) => saveFailed(autosave, troubleOf(reply.error.code), reply.error.message, now))
    },
    [code, ask, take, hold, holdAutosave],
  )

  const save = useCallback(async () => {
    if (latest.current === undefined || latest.current.autosave.sending !== undefined) return
    holdAutosave(beginSave)
    const { content, saved } = latest.current.autosave
    const reply = await call(saveItemDraft, { code, revision: saved.revision, content: content as SentContent })
    const now = serverNow()
    if (reply.ok) {
      holdAutosave((autosave) => saveTaken(autosave, { ...reply.data, by: me }, now))
      return
    }
    const { code: why, message, fields = {} } = reply.error
    const [detail] = Object.values(fields)
    const sentence = detail === undefined ? message : `${message}（${detail}）`
    holdAutosave((autosave) => saveFailed(autosave, troubleOf(why), sentence, now))
    if (why === 'DRAFT_CHANGED') {
      holdAutosave(withoutTrouble)
      await refresh()
    }
  }, [code, me, holdAutosave, refresh])
  const startSave = useCallback(() => {
    inFlight.current = save()
    return inFlight.current
  }, [save])

  const shown = state.kind === 'open' ? state.open : undefined
  useEffect(() => {
    const dueIn = shown === undefined || !isOnline ? undefined : saveDueIn(shown.autosave, serverNow())
    if (dueIn === undefined) return undefined
    const timer = setTimeout(() => void startSave(), dueIn)
    return () => clearTimeout(timer)
  }, [shown, isOnline, startSave])
  useEffect(() => {
    if (isOnline && latest.current?.autosave.trouble?.kind === 'offline') holdAutosave(withoutTrouble)
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
    else void inFlight.current.then(() => refresh())
  })

  const saveNow = useCallback(async () => {
    // What was typed during one save needs another one.
    for (let round = 0; round < 3; round += 1) {
      await inFlight.current
      const autosave = latest.current?.autosave
      if (autosave === undefined || autosave.conflict !== undefined) return false
      if (isSaved(autosave)) return true
      await startSave()
      if (latest.current?.autosave.trouble !== undefined) return false
    }
    return false
  }, [startSave])

  const retry = useCallback(() => {
    setState({ kind: 'opening' })
    void ask().then(take)
  }, [ask, take])

  return {
    state,
    retry,
    change: (content) => holdAutosave((autosave) => changeContent(autosave, content, serverNow())),
    settle: (preferred) => holdAutosave((autosave) => settleConflict(autosave, preferred, serverNow())),
    saveNow,
    refresh,
    close: () => {
      latest.current = undefined
      forgetItem(code)
    },
  }
}

/** The contract's input lists what is optional as possibly undefined; a content never holds undefined. */
type SentContent = EditableItem['content']

function savedOf({ content, revision, savedAt, savedBy }: EditableItem): SavedItem {
  return {
    content: content,
    revision,
    ...(savedAt === undefined ? {} : { at: savedAt }),
    ...(savedBy === undefined ? {} : { by: savedBy }),
  }
}

function troubleOf(code: string) {
  if (code === 'OFFLINE') return 'offline'
  return code === 'ITEM_NOT_FOUND' || code === 'FORBIDDEN' ? 'gone' : 'refused'
}
