import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { listQueue, type ApplicationRow } from '@shared/contracts/applications'
import { call } from '../../../cloud/call'
import { serverNow } from '../../../cloud/server-time'
import type { QueryProblem } from '../../../cloud/use-query'
import type { Queue } from '../copy'

interface Pages {
  readonly rows: readonly ApplicationRow[]
  readonly next: string | undefined
}
const none: Pages = { rows: [], next: undefined }
interface Loaded extends Pages {
  readonly queue: Queue
  /** When it was fetched (ms). */
  readonly at: number
}
export interface QueuePages {
  readonly rows: readonly ApplicationRow[] | undefined
  readonly hasMore: boolean
  readonly at: number
  readonly problem: QueryProblem | undefined
  readonly isLoading: boolean
  readonly reload: () => Promise<void>
  readonly loadMore: () => Promise<void>
}

/** One of the queues, a page after the other; fetched anew (as far as it was open) when shown, pulled down or told to. */
export function useQueue(queue: Queue): QueuePages {
  const [loaded, setLoaded] = useState<Loaded>()
  const [failed, setFailed] = useState<{ readonly queue: Queue; readonly problem: QueryProblem }>()
  const [isBusy, setBusy] = useState(false)
  const asked = useRef(0)
  const shown = loaded?.queue === queue ? loaded : undefined
  const problem = failed?.queue === queue ? failed.problem : undefined
  const length = useRef(0)
  useEffect(() => {
    length.current = shown?.rows.length ?? 0
  })

  const load = useCallback(
    (begin: Pages, atLeast: number) => {
      asked.current += 1
      const question = asked.current
      return pagesOf(queue, begin, atLeast).then((found) => {
        if (question !== asked.current) return
        setBusy(false)
        setFailed(found.problem === undefined ? undefined : { queue, problem: found.problem })
        if (found.problem === undefined) setLoaded({ queue, ...found.pages, at: serverNow() })
      })
    },
    [queue],
  )
  const reload = useCallback(() => {
    setBusy(true)
    return load(none, length.current)
  }, [load])
  const loadMore = useCallback(async () => {
    if (shown?.next === undefined) return
    setBusy(true)
    await load(shown, shown.rows.length + 1)
  }, [load, shown])

  useEffect(() => {
    void load(none, 0)
  }, [load])
  const isFirstShow = useRef(true)
  useDidShow(() => {
    if (isFirstShow.current) isFirstShow.current = false
    else void reload()
  })
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh())
  })
  return {
    rows: shown?.rows,
    hasMore: shown?.next !== undefined,
    at: shown?.at ?? 0,
    problem,
    isLoading: isBusy || (shown === undefined && problem === undefined),
    reload,
    loadMore,
  }
}

/** Adds pages behind those there are until there are `atLeast` rows, or none are left. */
async function pagesOf(
  queue: Queue,
  begin: Pages,
  atLeast: number,
): Promise<{ readonly pages: Pages; readonly problem?: QueryProblem }> {
  let pages = begin
  do {
    const reply = await call(listQueue, { queue, ...(pages.next === undefined ? {} : { cursor: pages.next }) })
    if (!reply.ok) return { pages, problem: { ...reply.error, requestId: reply.requestId } }
    pages = { rows: [...pages.rows, ...reply.data.applications], next: reply.data.next }
  } while (pages.next !== undefined && pages.rows.length < atLeast)
  return { pages }
}

/** The case to go on with: one of the member's own first, else the most urgent that nobody has. */
export async function findNextCase(except: string): Promise<string | undefined> {
  for (const queue of ['mine', 'unclaimed'] as const) {
    const reply = await call(listQueue, { queue })
    const next = reply.ok
      ? reply.data.applications.find((row) => row.id !== except && row.claim?.mine !== false)
      : undefined
    if (next !== undefined) return next.id
  }
  return undefined
}
