import { useCallback, useRef, useState } from 'react'
import { listInbox, markRead as markReadContract, type InboxMessage } from '@shared/contracts/notifications'
import { call } from '../../../cloud/call'
import { refreshSession } from '../../../cloud/session'
import { useQuery, type QueryProblem } from '../../../cloud/use-query'

/** The server marks so many at a time. */
const mostAtOnce = 20

interface Page {
  readonly messages: readonly InboxMessage[]
  readonly next: string | undefined
}

/** The newest page is asked for again whenever the page is shown; older pages, once loaded, stay under it. */
export function useInbox() {
  const newest = useQuery(listInbox, {})
  const [loaded, setLoaded] = useState<Page>()
  const [readHere, setReadHere] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<QueryProblem>()
  const [isLoadingMore, setLoadingMore] = useState(false)
  const [isMarking, setMarking] = useState(false)
  const isAsking = useRef(false)

  const first = newest.data?.messages
  // Pages that no longer join on to the newest one would leave a gap: they are loaded again when asked for.
  const older = first?.some(({ id }) => loaded?.messages.some((each) => each.id === id)) === true ? loaded : undefined
  const messages = first === undefined ? undefined : merged(first, older?.messages ?? [], readHere)
  const next = older === undefined ? newest.data?.next : older.next

  const loadMore = useCallback(async () => {
    if (next === undefined || isAsking.current) return
    isAsking.current = true
    setLoadingMore(true)
    const reply = await call(listInbox, { cursor: next })
    isAsking.current = false
    setLoadingMore(false)
    if (!reply.ok) {
      setProblem({ code: reply.error.code, message: reply.error.message, requestId: reply.requestId })
      return
    }
    setProblem(undefined)
    setLoaded((before) => ({
      // What stood on the newest page until now may be pushed off it by messages to come.
      messages: [...(older === undefined ? (first ?? []) : (before?.messages ?? [])), ...reply.data.messages],
      next: reply.data.next,
    }))
  }, [next, first, older])

  const markRead = useCallback(async (ids: readonly string[]) => {
    setMarking(true)
    setProblem(undefined)
    for (let from = 0; from < ids.length; from += mostAtOnce) {
      const some = ids.slice(from, from + mostAtOnce)
      const reply = await call(markReadContract, { ids: some })
      if (!reply.ok) {
        setProblem({ code: reply.error.code, message: reply.error.message, requestId: reply.requestId })
        break
      }
      setReadHere((before) => new Set([...before, ...some]))
    }
    setMarking(false)
    await refreshSession()
  }, [])

  return {
    messages,
    problem: problem ?? newest.problem,
    isLoadingMore,
    hasMore: next !== undefined,
    isMarking,
    reload: newest.reload,
    loadMore,
    markRead,
  }
}

/** Both lists as one, each message once, in the newer one's words. */
function merged(
  newer: readonly InboxMessage[],
  older: readonly InboxMessage[],
  readHere: ReadonlySet<string>,
): readonly InboxMessage[] {
  const known = new Set(newer.map(({ id }) => id))
  return [...newer, ...older.filter(({ id }) => !known.has(id))].map((message) =>
    readHere.has(message.id) ? { ...message, read: true } : message,
  )
}
