import { useEffect, useState } from 'react'
import { serverNow } from '../../../cloud/server-time'

/** The server's time, looked at again every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
