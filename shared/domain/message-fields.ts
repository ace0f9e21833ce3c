/** Field kinds of WeChat's subscribe messages with the most each may hold (WeChat's developer documentation). */
export const fieldLimits = {
  thing: 20,
  phrase: 5,
  name: 10,
  character_string: 32,
  number: 32,
  time: 32,
  date: 32,
} as const
export type FieldKind = keyof typeof fieldLimits

/**
 * Text as WeChat accepts it in a field: cut with an ellipsis, never refused for its length.
 * `character_string` loses what is not ASCII, `phrase` what is not Chinese, `number` what is no digit; an empty field,
 * which WeChat refuses as well, becomes a dash or the neutral word of its kind.
 */
export function fitField(kind: FieldKind, text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim()
  switch (kind) {
    case 'character_string':
      return cut(clean.replace(/[^\x21-\x7e]/g, ''), fieldLimits[kind]) || '-'
    case 'number':
      return clean.replace(/[^0-9.]/g, '').slice(0, fieldLimits[kind]) || '0'
    case 'phrase':
      return [...clean.replace(/[^\u4e00-\u9fff]/g, '')].slice(0, fieldLimits[kind]).join('') || '通知'
    case 'thing':
    case 'name':
    case 'time':
    case 'date':
      return cut(clean, fieldLimits[kind]) || '-'
  }
}

function cut(text: string, limit: number): string {
  // WeChat counts UTF-16 units; whole characters are kept together.
  if (text.length <= limit) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > limit - 1) break
    kept += character
  }
  return `${kept}…`
}
