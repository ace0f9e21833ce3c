import { useSyncExternalStore } from 'react'
import { keep, kept } from './keep'

/** How the program looks: 标准 or 长辈 text, light or dark ground. */
export interface DisplayMode {
  readonly isLarge: boolean
  readonly isDark: boolean
}

const key = 'display-mode'
const listeners = new Set<() => void>()
let mode: DisplayMode | undefined

function current(): DisplayMode {
  if (mode === undefined) {
    const stored = kept(key) as Partial<DisplayMode> | undefined
    mode = { isLarge: stored?.isLarge === true, isDark: stored?.isDark === true }
  }
  return mode
}

/** Changes the look of every open page at once and keeps it. */
export function chooseDisplayMode(change: Partial<DisplayMode>): void {
  mode = { ...current(), ...change }
  keep(key, mode)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function useDisplayMode(): DisplayMode {
  return useSyncExternalStore(subscribe, current)
}
