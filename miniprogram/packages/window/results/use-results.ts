import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { listQueue, type ApplicationRow } from '@shared/contracts/applications'
import { call } from '../../../cloud/call'
import type { QueryProblem } from '../../../cloud/use-query'

/** The decided cases that wait for their applicants, a page after the other; asked anew when the page is shown. */
export function useResults() {
  const [pages, setPages] = useState<{ readonly rows: readonly ApplicationRow[]; readonly next: string | undefined }>()
  const [problem, setProblem] = useState<QueryProblem>()
  const [isLoading, setLoading] = useState(true)
  const asked = useRef(0)
  const load = useCallback((before: readonly ApplicationRow[], cursor: string | undefined) => {
    asked.current += 1
    const question = asked.current
    return call(listQueue, { queue: 'delivering', ...(cursor === undefined ? {} : { cursor }) }).then((reply) => {
      if (question !== asked.current) return
      setLoading(false)
      setProblem(reply.ok ? undefined : { ...reply.error, requestId: reply.requestId })
      if (reply.ok) setPages({ rows: [...before, ...reply.data.applications], next: reply.data.next })
    })
  }, [])
  useEffect(() => {
    void load([], undefined)
  }, [load])
  const reload = useCallback(() => {
    setLoading(true)
    return load([], undefined)
  }, [load])
  const isFirstShow = useRef(true)
  useDidShow(() => {
    if (isFirstShow.current) isFirstShow.current = false
    else void reload()
  })
  return {
    rows: pages?.rows,
    hasMore: pages?.next !== undefined,
    problem,
    isLoading,
    reload,
    async loadMore() {
      if (pages?.next === undefined) return
      setLoading(true)
      await load(pages.rows, pages.next)
    },
  }
}
