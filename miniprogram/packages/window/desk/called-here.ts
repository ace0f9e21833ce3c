import { useState } from 'react'
import * as v from 'valibot'
import { dropOwn, keepOwn, keptOwn } from '../../../cloud/session'
import { serverToday } from '../../../cloud/server-time'

const key = 'called-here'
const form = v.object({ date: v.string(), appointmentId: v.string() })

/** The appointment this member called last today; kept on the device, so that a reload finds them still at the desk. */
export function useCalledHere(): readonly [string | undefined, (appointmentId: string | undefined) => void] {
  const [calledHere, setCalledHere] = useState(keptToday)
  return [
    calledHere,
    (appointmentId) => {
      if (appointmentId === undefined) dropOwn(key)
      else keepOwn(key, { date: serverToday(), appointmentId })
      setCalledHere(appointmentId)
    },
  ]
}

function keptToday(): string | undefined {
  const parsed = v.safeParse(form, keptOwn(key))
  return parsed.success && parsed.output.date === serverToday() ? parsed.output.appointmentId : undefined
}
