import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import Taro from '@tarojs/taro'
import type { Contract, InputOf, OutputOf } from '@shared/contracts/contract'
import { call } from './call'

/** Why a query has nothing to show: the sentence, and the id to quote. */
export interface QueryProblem {
  readonly code: string
  readonly message: string
  readonly requestId: string
}

export interface Query<Data> {
  /** The last good answer; stays while a newer one is fetched, so that pages do not flicker. */
  readonly data: Data | undefined
  readonly problem: QueryProblem | undefined
  readonly isLoading: boolean
  /** Asks again. */
  readonly reload: () => Promise<void>
  /** Puts in what a command has just answered. */
  readonly replace: (data: Data) => void
}

/**
 * Asks a query when the page opens, whenever it is shown again, on pull-down, and when `input` changes; `undefined` input
 * waits. An answer to an older question is dropped.
 */
export function useQuery<C extends Contract>(contract: C, input: InputOf<C> | undefined): Query<OutputOf<C>> {
  const [data, setData] = useState<OutputOf<C>>()
  const [problem, setProblem] = useState<QueryProblem>()
  const [isReloading, setReloading] = useState(false)
  const [answeredKey, setAnsweredKey] = useState<string>()
  const asked = useRef(0)
  const isWaiting = useRef(false)
  const key = input === undefined ? undefined : JSON.stringify(input)

  const ask = useCallback((): Promise<void> => {
    if (key === undefined) return Promise.resolve()
    asked.current += 1
    const question = asked.current
    isWaiting.current = true
    return call(contract, JSON.parse(key) as InputOf<C>).then((reply) => {
      if (question !== asked.current) return
      isWaiting.current = false
      setReloading(false)
      setAnsweredKey(key)
      if (reply.ok) {
        setData(reply.data)
        setProblem(undefined)
      } else {
        setProblem({ code: reply.error.code, message: reply.error.message, requestId: reply.requestId })
      }
    })
  }, [contract, key])
  const reload = useCallback(async () => {
    setReloading(key !== undefined)
    await ask()
  }, [ask, key])

  useEffect(() => {
    void ask()
  }, [ask])
  // The page is shown for the first time before or after this mounts: what has never asked, or still waits, does not ask anew.
  useDidShow(() => {
    if (asked.current > 0 && !isWaiting.current) void reload()
  })
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh())
  })

  const replace = useCallback(
    (next: OutputOf<C>) => {
      asked.current += 1
      isWaiting.current = false
      setReloading(false)
      setAnsweredKey(key)
      setProblem(undefined)
      setData(next)
    },
    [key],
  )
  const isLoading = isReloading || (key !== undefined && answeredKey !== key)
  return { data, problem, isLoading, reload, replace }
}
