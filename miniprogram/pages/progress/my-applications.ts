import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { listMine, type ApplicationRow } from '@shared/contracts/applications'
import type { OutputOf } from '@shared/contracts/contract'
import { call } from '../../cloud/call'
import type { QueryProblem } from '../../cloud/use-query'

type Page = OutputOf<typeof listMine>
export type DraftRow = Page['drafts'][number]

/** The person's applications as far as they are read. */
interface List {
  readonly applications: readonly ApplicationRow[]
  readonly drafts: readonly DraftRow[]
  /** Where older ones go on; absent when there are none. */
  readonly next?: string | undefined
}

export interface MyApplications {
  readonly list: List | undefined
  readonly problem: QueryProblem | undefined
  readonly isLoading: boolean
  readonly reload: () => Promise<void>
  /** Reads the next stretch of older applications. */
  readonly readOlder: () => Promise<void>
}

/**
 * Pages of the list read at once. What waits for the person can be old, so that their group is right only when the list
 * is read; nearly everybody's is by then.
 */
const pagesAtOnce = 5

/**
 * The person's applications: read when the page opens, is shown again, and on pull-down. A refresh reads as far as was
 * read before and replaces the list at once, so that nothing under the finger moves or disappears.
 */
export function useMyApplications(): MyApplications {
  const [list, setList] = useState<List>()
  const [problem, setProblem] = useState<QueryProblem>()
  const [isLoading, setLoading] = useState(true)
  const asked = useRef(0)
  const isWaiting = useRef(false)
  const pagesWanted = useRef(pagesAtOnce)

  const ask = useCallback(async () => {
    asked.current += 1
    const question = asked.current
    isWaiting.current = true
    const isStale = () => question !== asked.current
    const outcome = await readPages(pagesWanted.current, isStale, (soFar) => setList((shown) => shown ?? soFar))
    if (outcome === undefined) return
    isWaiting.current = false
    setLoading(false)
    if ('problem' in outcome) {
      setProblem(outcome.problem)
      // Somebody who is signed out does not go on reading the list of who was there before.
      if (outcome.problem.code === 'NOT_SIGNED_IN') setList(undefined)
    } else {
      setProblem(undefined)
      setList(outcome)
    }
  }, [])
  const reload = useCallback(async () => {
    setLoading(true)
    await ask()
  }, [ask])
  const readOlder = useCallback(async () => {
    pagesWanted.current += pagesAtOnce
    await reload()
  }, [reload])

  useEffect(() => {
    void ask()
  }, [ask])
  useDidShow(() => {
    if (asked.current > 0 && !isWaiting.current) void reload()
  })
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh())
  })
  return { list, problem, isLoading, reload, readOlder }
}

/** Reads page after page; undefined when a later question made this one pointless. */
async function readPages(
  most: number,
  isStale: () => boolean,
  show: (soFar: List) => void,
): Promise<List | { readonly problem: QueryProblem } | undefined> {
  let list: List = { applications: [], drafts: [] }
  for (let page = 0; page < most; page += 1) {
    const reply = await call(listMine, list.next === undefined ? {} : { cursor: list.next })
    if (isStale()) return undefined
    if (!reply.ok) {
      const { code, message } = reply.error
      return { problem: { code, message, requestId: reply.requestId } }
    }
    const { applications, drafts, next } = reply.data
    list = { applications: [...list.applications, ...applications], drafts: page === 0 ? drafts : list.drafts, next }
    show(list)
    if (next === undefined) break
  }
  return list
}
