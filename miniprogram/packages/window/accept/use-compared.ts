import { useState } from 'react'
import * as v from 'valibot'
import { serverToday } from '../../../cloud/server-time'
import { dropOwn, keepOwn, keptOwn } from '../../../cloud/session'

const form = v.object({ date: v.string(), version: v.number(), codes: v.array(v.string()) })
const keyOf = (applicationId: string) => `compared:${applicationId}`

/**
 * The ticks 与原件一致 of one case; kept on the device for the day and this version of the case, so that a reload or a call
 * in between loses none. To be mounted anew for another version.
 */
export function useCompared(applicationId: string, version: number) {
  const [compared, setCompared] = useState<ReadonlySet<string>>(() => keptCodes(applicationId, version))
  return {
    compared,
    tick(code: string, agrees: boolean) {
      const next = new Set(compared)
      if (agrees) next.add(code)
      else next.delete(code)
      keepOwn(keyOf(applicationId), { date: serverToday(), version, codes: [...next] })
      setCompared(next)
    },
  }
}

export function dropCompared(applicationId: string): void {
  dropOwn(keyOf(applicationId))
}

function keptCodes(applicationId: string, version: number): ReadonlySet<string> {
  const parsed = v.safeParse(form, keptOwn(keyOf(applicationId)))
  const isCurrent = parsed.success && parsed.output.version === version && parsed.output.date === serverToday()
  return new Set(isCurrent ? parsed.output.codes : [])
}
