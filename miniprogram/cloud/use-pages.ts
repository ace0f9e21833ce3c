import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { Contract, InputOf, OutputOf } from '@shared/contracts/contract'
import { call } from './call'
import { serverNow } from './server-time'
import type { QueryProblem } from './use-query'

interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly next: string | undefined
}
interface Loaded<Row> extends Rows<Row> {
  readonly key: string
  readonly at: number
}
export interface Pages<Row> {
  readonly rows: readonly Row[] | undefined
  readonly hasMore: boolean
  /** When they were fetched (ms), 0 before. */
  readonly at: number
  readonly problem: QueryProblem | undefined
  readonly isLoading: boolean
  readonly reload: () => Promise<void>
  readonly loadMore: () => Promise<void>
}
type RowsOf<C extends Contract, Row> = (answer: OutputOf<C>) => {
  readonly rows: readonly Row[]
  readonly next?: string | undefined
}

/**
 * A list with a cursor, a page after the other; fetched anew (as far as it was open) when the page is shown again, pulled
 * down or told to. An answer to an older question is dropped. `rowsOf` must stay the same between renders.
 */
export function usePages<C extends Contract, Row>(contract: C, input: InputOf<C>, rowsOf: RowsOf<C, Row>): Pages<Row> {
  const key = JSON.stringify(input)
  const [loaded, setLoaded] = useState<Loaded<Row>>()
  const [failed, setFailed] = useState<{ readonly key: string; readonly problem: QueryProblem }>()
  const [isBusy, setBusy] = useState(false)
  const asked = useRef(0)
  const shown = loaded?.key === key ? loaded : undefined
  const problem = failed?.key === key ? failed.problem : undefined
  const length = useRef(0)
  useEffect(() => {
    length.current = shown?.rows.length ?? 0
  })

  const load = useCallback(
    (begin: Rows<Row>, atLeast: number) => {
      asked.current += 1
      const question = asked.current
      return pagesOf(contract, key, rowsOf, begin, atLeast).then((found) => {
        if (question !== asked.current) return
        setBusy(false)
        setFailed('problem' in found ? { key, problem: found.problem } : undefined)
        if (!('problem' in found)) setLoaded({ key, ...found, at: serverNow() })
      })
    },
    [contract, key, rowsOf],
  )
  const reload = useCallback(() => {
    setBusy(true)
    return load({ rows: [], next: undefined }, length.current)
  }, [load])
  const loadMore = useCallback(async () => {
    if (shown?.next === undefined) return
    setBusy(true)
    await load(shown, shown.rows.length + 1)
  }, [load, shown])

  useEffect(() => {
    void load({ rows: [], next: undefined }, 0)
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
async function pagesOf<C extends Contract, Row>(
  contract: C,
  key: string,
  rowsOf: RowsOf<C, Row>,
  begin: Rows<Row>,
  atLeast: number,
): Promise<Rows<Row> | { readonly problem: QueryProblem }> {
  let { rows, next } = begin
  do {
    const more = next === undefined ? {} : { cursor: next }
    const reply = await call(contract, { ...(JSON.parse(key) as object), ...more } as InputOf<C>)
    if (!reply.ok) return { problem: { ...reply.error, requestId: reply.requestId } }
    const page = rowsOf(reply.data)
    rows = [...rows, ...page.rows]
    next = page.next
  } while (next !== undefined && rows.length < atLeast)
  return { rows, next }
}
