/** What the search looks at; pinyin is made when an item is published, since its tables are too large for a phone. */
export interface SearchEntry {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly keywords: readonly string[]
  /** Full reading of the name without tones, syllables separated by spaces: `shi pin jing ying xu ke`. */
  readonly pinyin: string
  /** First letters of the reading: `spjyxk`. */
  readonly initials: string
}

/**
 * Items that match every word of the query, best first: the name's beginning, then the name, keywords, department.
 * A word may be Chinese, pinyin (with or without spaces) or initials. O(entries × words); no tables.
 */
export function searchEntries<Entry extends SearchEntry>(entries: readonly Entry[], query: string, limit: number): readonly Entry[] {
  const words = query.toLowerCase().split(/[\s,,。;;、]+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const scored = entries.flatMap((entry) => {
    const whole = scoreWord(entry, words.join(''))
    const each = words.map((word) => scoreWord(entry, word))
    const score = Math.max(whole, each.includes(0) ? 0 : Math.min(...each))
    return score > 0 ? [{ entry, score }] : []
  })
  scored.sort((left, right) => right.score - left.score || left.entry.name.length - right.entry.name.length)
  return scored.slice(0, limit).map(({ entry }) => entry)
}

function scoreWord(entry: SearchEntry, word: string): number {
  const name = entry.name.toLowerCase()
  if (name.startsWith(word)) return 100
  if (name.includes(word)) return 80
  if (entry.keywords.some((keyword) => keyword.toLowerCase().includes(word))) return 60
  if (/^[a-z]+$/.test(word)) {
    if (entry.initials.startsWith(word)) return 70
    if (startsAtSyllable(entry.pinyin, word)) return 65
    if (word.length >= 2 && entry.initials.includes(word)) return 50
  }
  return entry.department.includes(word) ? 40 : 0
}

/** Whether the letters read on from the beginning of some syllable. */
function startsAtSyllable(pinyin: string, word: string): boolean {
  const syllables = pinyin.split(' ')
  return syllables.some((_, place) => syllables.slice(place).join('').startsWith(word))
}
