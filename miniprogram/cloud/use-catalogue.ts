import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import * as v from 'valibot'
import { listItems, type ListedItem } from '@shared/contracts/catalogue'
import { drop, keep, kept } from '../platform/keep'
import { call } from './call'
import type { QueryProblem } from './use-query'

interface KnownCatalogue {
  readonly version: string
  readonly items: readonly ListedItem[]
}

const key = 'catalogue'
const listeners = new Set<() => void>()
let known: KnownCatalogue | undefined
let hasLooked = false

/** What this device has; an older program may have kept something else, which is dropped. */
function knownCatalogue(): KnownCatalogue | undefined {
  if (hasLooked) return known
  hasLooked = true
  const parsed = v.safeParse(listItems.output, kept(key))
  if (parsed.success && parsed.output.items !== undefined)
    known = { version: parsed.output.version, items: parsed.output.items }
  else drop(key)
  return known
}

let asking: Promise<QueryProblem | undefined> | undefined

/** Asks for the list unless this device has the newest one already; pages that ask at once share one question. */
function refresh(): Promise<QueryProblem | undefined> {
  asking ??= ask().finally(() => (asking = undefined))
  return asking
}

async function ask(): Promise<QueryProblem | undefined> {
  const before = knownCatalogue()
  const reply = await call(listItems, before === undefined ? {} : { knownVersion: before.version })
  if (!reply.ok) return { code: reply.error.code, message: reply.error.message, requestId: reply.requestId }
  const { version, items } = reply.data
  if (items !== undefined) {
    known = { version, items }
    keep(key, known)
    for (const listener of listeners) listener()
  }
  return undefined
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * All published matters: at once from this device, and from the server when they changed. A failed question is no
 * problem while the device has them.
 */
export function useCatalogue(): {
  readonly items: readonly ListedItem[] | undefined
  readonly problem: QueryProblem | undefined
  readonly reload: () => Promise<void>
} {
  const catalogue = useSyncExternalStore(subscribe, knownCatalogue)
  const [problem, setProblem] = useState<QueryProblem>()
  const reload = useCallback(async () => setProblem(await refresh()), [])
  useEffect(() => void refresh().then(setProblem), [])
  useDidShow(() => void reload())
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh())
  })
  return { items: catalogue?.items, problem: catalogue === undefined ? problem : undefined, reload }
}
