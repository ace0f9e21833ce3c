/** What the search looks at; pinyin is made when an item is published, since its tables are too large for a phone. */
export interface SearchEntry {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly keywords: readonly string[]
  /**
   * Readings without tones, one syllable to a character, separated by spaces: `shi pin jing ying xu ke`. After the
   * name's may follow, each after a comma, those of the keywords in their order.
   */
  readonly pinyin: string
}

/** How good a match is; the order of these numbers is the order of the results. */
const scores = {
  wholeName: 100,
  nameStart: 90,
  nameStartByPinyin: 85,
  name: 80,
  nameByPinyin: 70,
  keyword: 60,
  keywordByPinyin: 55,
  department: 40,
  /** All characters of the word in the name in this order, with others between: 食品许可 finds 食品经营许可. */
  nameScattered: 30,
} as const

/** Longer queries are cut: a paste of a page must not stop the phone. Characters and words. */
const longestQuery = 40
const mostWords = 6

/**
 * Items that match every word of the query, best first: the name's beginning, then the name, keywords, department.
 * A word may be Chinese, pinyin (with or without spaces and tones), initials, or any mixture: 食品jyxk, shipinjy.
 * Each keystroke costs in proportion to entries × words; what is prepared of an entry is kept while the entry lives.
 */
export function searchEntries<Entry extends SearchEntry>(
  entries: readonly Entry[],
  query: string,
  limit: number,
): readonly Entry[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const joined = words.join('')
  const found: { readonly entry: Entry; readonly score: number }[] = []
  for (const entry of entries) {
    const prepared = prepare(entry)
    const apart = words.length === 1 ? 0 : lowest(words.map((word) => scoreOf(prepared, word)))
    const score = Math.max(scoreOf(prepared, joined), apart)
    if (score > 0) found.push({ entry, score })
  }
  found.sort(
    (left, right) =>
      right.score - left.score ||
      left.entry.name.length - right.entry.name.length ||
      (left.entry.code < right.entry.code ? -1 : 1),
  )
  return found.slice(0, limit).map(({ entry }) => entry)
}

const lowest = (values: readonly number[]) => Math.min(...values)

function wordsOf(query: string): readonly string[] {
  return withoutTones(plain(query.slice(0, longestQuery)))
    .split(/[\s,.;:\uff0c\uff1b\uff1a、。·|/]+/)
    .map((word) => (/^(?:[a-z]+[1-5])+$/.test(word) ? word.replace(/\d/g, '') : word))
    .filter((word) => word !== '')
    .slice(0, mostWords)
}

/** Half-width and in lower case, character by character, so that places stay the same. */
function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .toLowerCase()
}

/** `lǜ sè` → `lv se`: ü is v on a keyboard, tones and the apostrophe of xi'an go. */
function withoutTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/u([\u0300-\u036f])\u0308/g, 'v$1')
    .replace(/[\u0300-\u036f'’]/g, '')
}

/** A text with the reading of each of its characters; without characters where the two do not go together. */
interface Reading {
  readonly text: string
  readonly characters: readonly string[]
  readonly syllables: readonly string[]
}
interface Prepared {
  readonly name: Reading
  readonly keywords: readonly Reading[]
  readonly department: string
}

const kept = new WeakMap<SearchEntry, Prepared>()

function prepare(entry: SearchEntry): Prepared {
  const known = kept.get(entry)
  if (known !== undefined) return known
  const [ofName = '', ...ofKeywords] = entry.pinyin.split(',')
  const prepared = {
    name: readingOf(entry.name, ofName),
    keywords: entry.keywords.map((keyword, place) => readingOf(keyword, ofKeywords[place] ?? '')),
    department: plain(entry.department),
  }
  kept.set(entry, prepared)
  return prepared
}

function readingOf(text: string, pinyin: string): Reading {
  const characters = Array.from(plain(text))
  const syllables = withoutTones(plain(pinyin))
    .split(' ')
    .filter((syllable) => syllable !== '')
  return { text: plain(text), characters: characters.length === syllables.length ? characters : [], syllables }
}

function scoreOf({ name, keywords, department }: Prepared, word: string): number {
  if (name.text === word) return scores.wholeName
  if (name.text.startsWith(word)) return scores.nameStart
  const hasLetters = /[a-z]/.test(word)
  if (hasLetters && readsFrom(name, 0, word)) return scores.nameStartByPinyin
  if (name.text.includes(word)) return scores.name
  if (hasLetters && readsAnywhere(name, word)) return scores.nameByPinyin
  if (keywords.some((keyword) => keyword.text.includes(word))) return scores.keyword
  if (hasLetters && keywords.some((keyword) => readsAnywhere(keyword, word))) return scores.keywordByPinyin
  if (department.includes(word)) return scores.department
  return isScattered(name.characters, word) ? scores.nameScattered : 0
}

function readsAnywhere(reading: Reading, word: string): boolean {
  const { characters, syllables } = reading
  for (let place = 0; place < syllables.length; place += 1) {
    // Most places are ruled out by the first letter; following them would be the cost of a keystroke.
    const begins = syllables[place]?.[0] === word[0] || characters[place]?.[0] === word[0]
    if (begins && readsFrom(reading, place, word)) return true
  }
  return false
}

/**
 * Whether the word reads on from one character: each following character by itself, by its whole syllable or by its
 * first letter, the last one also by the beginning of its syllable. All ways are followed at once, as the places of the
 * word reached so far, so that no input makes it slow.
 */
function readsFrom({ characters, syllables }: Reading, start: number, word: string): boolean {
  let reached = [0]
  for (let place = start; place < syllables.length && reached.length > 0; place += 1) {
    const syllable = syllables[place] ?? ''
    const character = characters[place]
    const next: number[] = []
    const reach = (to: number) => {
      if (!next.includes(to)) next.push(to)
    }
    for (const from of reached) {
      if (syllable.startsWith(word.slice(from))) return true
      if (character !== undefined && word.startsWith(character, from)) reach(from + character.length)
      if (word.startsWith(syllable, from)) reach(from + syllable.length)
      if (word[from] === syllable[0]) reach(from + 1)
    }
    if (next.includes(word.length)) return true
    reached = next
  }
  return false
}

function isScattered(characters: readonly string[], word: string): boolean {
  const wanted = Array.from(word)
  // One character would be a substring already; letters would find nearly everything.
  if (wanted.length < 2 || !wanted.every((each) => each >= '\u3400')) return false
  let place = 0
  for (const character of characters) if (character === wanted[place]) place += 1
  return place === wanted.length
}
