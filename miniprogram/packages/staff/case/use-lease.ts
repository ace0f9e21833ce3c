import { useCallback, useEffect, useRef, useState } from 'react'
import { claimApplication, type ApplicationView } from '@shared/contracts/applications'
import { claimLeaseMinutes } from '@shared/domain/application-workflow'
import { call } from '../../../cloud/call'
import { serverNow } from '../../../cloud/server-time'
import { watchActivity } from '../../../platform/activity'
import { useNow } from './use-now'

const lookEveryMs = 15_000
/** A claim is not renewed more often than this: every sign of work would be a write. */
const renewAfterMs = 5 * 60_000

/**
 * Keeps a claim alive while its holder works, and notices when it has run out. `noteWork` is for signs of work that the
 * platform does not report by itself.
 */
export function useLease(
  view: ApplicationView,
  on: { readonly renewed: (view: ApplicationView) => void; readonly lapsed: () => void },
) {
  const now = useNow(lookEveryMs)
  const [hasLapsed, setLapsed] = useState(false)
  const worked = useRef(false)
  const noteWork = useCallback(() => {
    worked.current = true
  }, [])
  useEffect(() => watchActivity(noteWork), [noteWork])

  const heldUntil = view.claim?.mine === true ? view.claim.until : 0
  const latest = useRef(on)
  useEffect(() => {
    latest.current = on
  })
  useEffect(() => {
    if (heldUntil === 0) return
    let isRenewing = false
    const look = async () => {
      const left = heldUntil - serverNow()
      if (left <= 0) {
        clearInterval(timer)
        setLapsed(true)
        latest.current.lapsed()
      } else if (worked.current && !isRenewing && left < claimLeaseMinutes * 60_000 - renewAfterMs) {
        isRenewing = true
        const reply = await call(claimApplication, { applicationId: view.id })
        isRenewing = false
        if (!reply.ok) return
        worked.current = false
        latest.current.renewed(reply.data)
      }
    }
    const timer = setInterval(() => void look(), lookEveryMs)
    return () => clearInterval(timer)
  }, [heldUntil, view.id])

  const isHeld = heldUntil > now
  return {
    isHeld,
    minutesLeft: Math.min(claimLeaseMinutes, Math.max(1, Math.ceil((heldUntil - now) / 60_000))),
    hasLapsed: hasLapsed && !isHeld,
    noteWork,
  }
}
