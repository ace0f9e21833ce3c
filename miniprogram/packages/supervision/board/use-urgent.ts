import { useCallback, useState } from 'react'
import type { InputOf } from '@shared/contracts/contract'
import { listUrgent, type UrgentCase } from '@shared/contracts/supervision'
import { call } from '../../../cloud/call'
import { useQuery, type QueryProblem } from '../../../cloud/use-query'

/** Pages after the first one, of the question and the first page they go on from. */
interface Further {
  readonly from: string
  readonly cases: readonly UrgentCase[]
  readonly next: string | undefined
}

/** Urgent cases, a page after the other; a first page that was asked again begins anew. For another question
 * mount it anew: the last answer stays until there is one. */
export function useUrgent(input: Omit<InputOf<typeof listUrgent>, 'cursor'>): {
  readonly cases: readonly UrgentCase[] | undefined
  readonly problem: QueryProblem | undefined
  readonly isLoading: boolean
  readonly hasMore: boolean
  readonly reload: () => Promise<void>
  readonly loadMore: () => Promise<void>
} {
  const first = useQuery(listUrgent, input)
  const question = JSON.stringify([input, first.data])
  const [further, setFurther] = useState<Further>()
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ readonly from: string; readonly problem: QueryProblem }>()
  const known = further?.from === question ? further : undefined
  const next = known === undefined ? first.data?.next : known.next

  const loadMore = useCallback(async () => {
    if (next === undefined) return
    setBusy(true)
    const asked = JSON.parse(question) as [Omit<InputOf<typeof listUrgent>, 'cursor'>, unknown]
    const reply = await call(listUrgent, { ...asked[0], cursor: next })
    setBusy(false)
    if (!reply.ok) {
      setFailed({ from: question, problem: { ...reply.error, requestId: reply.requestId } })
      return
    }
    setFailed(undefined)
    setFurther({ from: question, cases: [...(known?.cases ?? []), ...reply.data.cases], next: reply.data.next })
  }, [known, next, question])

  return {
    cases: first.data === undefined ? undefined : [...first.data.cases, ...(known?.cases ?? [])],
    problem: first.problem ?? (failed?.from === question ? failed.problem : undefined),
    isLoading: isBusy || first.isLoading,
    hasMore: next !== undefined,
    reload: first.reload,
    loadMore,
  }
}
