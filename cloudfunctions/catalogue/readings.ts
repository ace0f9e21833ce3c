import type { Item } from '@shared/domain/item'

/** Words of the catalogue that the dictionary reads wrong. */
const corrections = { 重名: 'chóng míng' }

/**
 * Readings for the search on the phone, in the form shared/domain/catalogue-search describes: syllables of the name, and
 * after a comma those of each keyword. The dictionary (300 kB) is loaded when something is published, never for a query.
 */
export async function readingsOf({ name, keywords }: Pick<Item, 'name' | 'keywords'>): Promise<string> {
  const { customPinyin, pinyin } = await import('pinyin-pro')
  customPinyin(corrections)
  const read = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true }).join(' ')
  return [name, ...keywords].map(read).join(',')
}
