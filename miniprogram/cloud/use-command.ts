import { useCallback, useRef, useState } from 'react'
import type { Contract, InputOf } from '@shared/contracts/contract'
import { call, type Reply } from './call'
import { makeRequestId } from './request-id'

/**
 * A command for a button: while it runs further taps do nothing, and a tap after a lost connection repeats the same
 * request, so that the server does it once.
 */
export function useCommand<C extends Contract>(
  contract: C,
): {
  readonly isBusy: boolean
  readonly run: (input: InputOf<C>) => Promise<Reply<C> | undefined>
} {
  const [isBusy, setBusy] = useState(false)
  const running = useRef(false)
  const unanswered = useRef<{ readonly input: string; readonly requestId: string } | undefined>(undefined)

  const run = useCallback(
    async (input: InputOf<C>) => {
      if (running.current) return undefined
      running.current = true
      setBusy(true)
      const key = JSON.stringify(input)
      const requestId = unanswered.current?.input === key ? unanswered.current.requestId : makeRequestId()
      unanswered.current = { input: key, requestId }
      try {
        const reply = await call(contract, input, requestId)
        if (reply.ok || reply.error.code !== 'OFFLINE') unanswered.current = undefined
        return reply
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [contract],
  )
  return { isBusy, run }
}
