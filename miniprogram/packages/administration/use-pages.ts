import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { Contract, InputOf, OutputOf } from '@shared/contracts/contract'
import { call } from '../../cloud/call'
import type { QueryProblem } from '../../cloud/use-query'

export interface Pages<Row> {
  readonly rows: readonly Row[] | undefined
  readonly hasMore: boolean
  readonly problem: QueryProblem | undefined
  readonly isLoading: boolean
  readonly reload: () => Promise<void>
  readonly loadMore: () => Promise<void>
}

interface Loaded<Row> {
  readonly key: string
  readonly rows: readonly Row[]
  readonly next: string | undefined
}

/**
 * A list with a cursor, a page after the other; asked anew, as far as it was open, when the page is shown again, pulled
 * down or told to. An answer to an older question is dropped. `rowsOf` must not change between renders.
 */
export function usePages<C extends Contract, Row>(
  contract: C,
  input: InputOf<C>,
  rowsOf: (answer: OutputOf<C>) => { readonly rows: readonly Row[]; readonly next?: string | undefined },
): Pages<Row> {
  const key = JSON.stringify(input)
  const [loaded, setLoaded] = useState<Loaded<Row>>()
  const [failed, setFailed] = useState<{ readonly key: string; readonly problem: QueryProblem }>()
  const [isBusy, setBusy] = useState(false)
  const asked = useRef(0)
  const length = useRef(0)
  const shown = loaded?.key === key ? loaded : undefined
  useEffect(() => {
    length.current = shown?.rows.length ?? 0
  })

  const load = useCallback(
    (begin: Pick<Loaded<Row>, 'rows' | 'next'>, atLeast: number) => {
      asked.current += 1
      const question = asked.current
      return pagesOf(contract, key, rowsOf, begin, atLeast).then((found) => {
        if (question !== asked.current) return
        setBusy(false)
        setFailed('problem' in found ? { key, problem: found.problem } : undefined)
        if (!('problem' in found)) setLoaded(found)
      })
    },
    [contract, key, rowsOf],
  )
  const reload = useCallback(async () => {
    setBusy(true)
    await load({ rows: [], next: undefined }, length.current)
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
  const problem = failed?.key === key ? failed.problem : undefined
  return {
    rows: shown?.rows,
    hasMore: shown?.next !== undefined,
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
  rowsOf: Parameters<typeof usePages<C, Row>>[2],
  begin: Pick<Loaded<Row>, 'rows' | 'next'>,
  atLeast: number,
): Promise<Loaded<Row> | { readonly problem: QueryProblem }> {
  let { rows, next } = begin
  do {
    const more = next === undefined ? {} : { cursor: next }
    const reply = await call(contract, { ...(JSON.parse(key) as object), ...more } as InputOf<C>)
    if (!reply.ok) return { problem: { ...reply.error, requestId: reply.requestId } }
    const page = rowsOf(reply.data)
    rows = [...rows, ...page.rows]
    next = page.next
  } while (next !== undefined && rows.length < atLeast)
  return { key, rows, next }
}
