import { drop, keep, kept } from '../../platform/keep'

const key = 'recent-searches'
const most = 8

/** What was searched for last on this device, the latest first. */
export function recentSearches(): readonly string[] {
  const stored = kept(key)
  return Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string').slice(0, most) : []
}

export function rememberSearch(text: string): void {
  const words = text.trim()
  if (words === '') return
  keep(key, [words, ...recentSearches().filter((each) => each !== words)].slice(0, most))
}

export function forgetSearches(): void {
  drop(key)
}
