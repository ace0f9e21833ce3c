import type { Item } from '@shared/domain/item'

/** Words of the catalogue that the dictionary reads wrong. */
const corrections = { 重名: 'chóng míng' }

/**
 * Readings for the search on the phone, in the form shared/domain/catalogue-search describes: syllables of the name, and
 * after a comma those of each keyword. The dictionary (300 kB) is loaded when something is published, never for a query.
 */
export async function readingsOf({ name, keywords }: Pick<Item, 'name' | 'keywords'>): Promise<string> {
  const syllablesOf = await reader()
  return [name, ...keywords].map((text) => syllablesOf(text).join(' ')).join(',')
}

/** Longest code that is made from a name; a number may follow it. */
const longestCode = 48

/** A code for a new item: the reading of its name, as far as it fits; `item` for a name that has none. */
export async function codeFromName(name: string): Promise<string> {
  const syllablesOf = await reader()
  let code = ''
  for (const syllable of syllablesOf(name).map((each) => each.toLowerCase())) {
    if (!/^[a-z0-9]+$/.test(syllable)) continue
    const longer = code === '' ? syllable : `${code}-${syllable}`
    if (longer.length > longestCode) break
    code = longer
  }
  return code === '' ? 'item' : code
}

async function reader(): Promise<(text: string) => readonly string[]> {
  const { customPinyin, pinyin } = await import('pinyin-pro')
  customPinyin(corrections)
  return (text) => pinyin(text, { toneType: 'none', type: 'array', v: true })
}
