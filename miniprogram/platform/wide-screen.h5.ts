import { useSyncExternalStore } from 'react'
import { wideFrom } from './wide-from'

const wide = () => window.matchMedia(`(min-width: ${String(wideFrom)}px)`)

function subscribe(listener: () => void): () => void {
  const query = wide()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether a list and what it opens fit beside each other. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => wide().matches)
}
