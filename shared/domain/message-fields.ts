/**
 * Field kinds of WeChat's subscribe messages and the most UTF-16 units each may hold (微信开放文档, 订阅消息参数值内容限制).
 * A value outside its kind is refused as 47003 and the whole message with it.
 */
export const fieldLimits = {
  thing: 20,
  phrase: 5,
  name: 10,
  character_string: 32,
  number: 32,
  time: 32,
  date: 32,
  phone_number: 17,
} as const
export type FieldKind = keyof typeof fieldLimits

/** A name of letters and signs alone may be longer than one with a Chinese character in it. */
const latinNameLimit = 20

const day = String.raw`\d{4}年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日`
const clock = String.raw`(?:2[0-3]|[01]?\d):[0-5]\d(?::[0-5]\d)?`
const someTime = `(?:${day} ?)?${clock}`
const someDate = `${day}(?: ?${clock})?`
const timeOrRange = new RegExp(`${someTime}(?:~${someTime})?`)
const dateOrRange = new RegExp(`${someDate}(?:~${someDate})?`)

/** What stands for a text that holds nothing of its kind; for a time or date it is plainly not one that was meant. */
const substitutes = {
  thing: '-',
  phrase: '通知',
  name: '-',
  character_string: '-',
  number: '0',
  time: '00:00',
  date: '1970年1月1日',
  phone_number: '-',
} as const satisfies Record<FieldKind, string>

/**
 * Text as WeChat accepts it in a field: cut with an ellipsis between characters as people see them, never refused.
 * What a kind does not allow is left out: `name` has no digits, `character_string` keeps ASCII, `phrase` Chinese
 * characters, `number` the first number, `time` and `date` the first time or date (`2026年5月10日 09:00`, ranges with ~).
 * If nothing remains, a substitute of the kind is sent, since an empty field is refused as well. Runs on the server
 * (needs Intl.Segmenter).
 */
export function fitField(kind: FieldKind, text: string): string {
  return fitted(kind, oneLine(text)) || substitutes[kind]
}

function fitted(kind: FieldKind, text: string): string {
  switch (kind) {
    case 'thing':
      return cut(text, fieldLimits.thing, '…')
    case 'name': {
      const name = withoutDigits(text)
      return cut(name, /\p{Script=Han}/u.test(name) ? fieldLimits.name : latinNameLimit, '…')
    }
    case 'phrase':
      return text.replace(/[^\u3400-\u9fff]/g, '').slice(0, fieldLimits.phrase)
    case 'character_string':
      return cut(text.normalize('NFKC').replace(/[^\x21-\x7e]/g, ''), fieldLimits.character_string, '...')
    case 'number':
      return numberIn(text.normalize('NFKC'))
    case 'phone_number':
      return text
        .normalize('NFKC')
        .replace(/[^\d+-]/g, '')
        .slice(0, fieldLimits.phone_number)
    case 'time':
      return timeOrRange.exec(withPlainSigns(text))?.[0] ?? dayAlone(text)
    case 'date':
      return dateOrRange.exec(withPlainSigns(text))?.[0] ?? ''
  }
}

/** Control characters and broken halves of characters gone, every run of white space one space. */
function oneLine(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\s\p{Control}]+/gu, ' ')
    .trim()
}

/** The only sign that Unicode counts among the numbers and people have in their names. */
const zeroAsAName = '〇'

function withoutDigits(text: string): string {
  return oneLine(text.replace(/\p{Number}/gu, (digit) => (digit === zeroAsAName ? digit : '')))
}

function numberIn(text: string): string {
  const [found = ''] = /\d+(?:\.\d+)?/.exec(text) ?? []
  return found.slice(0, fieldLimits.number).replace(/\.$/, '')
}

/** Full-width colons and the several dashes and waves people write between two times. */
function withPlainSigns(text: string): string {
  return text
    .replace(/\uff1a/g, ':')
    .replace(/\s*[~\u301c\uff5e]\s*/g, '~')
    .replace(/([\d日])\s*[-\u2013\u2014至]\s*(?=\d)/g, '$1~')
}

/** A time must have a clock: a day alone begins at midnight. */
function dayAlone(text: string): string {
  const [found] = new RegExp(day).exec(text) ?? []
  return found === undefined ? '' : `${found} 00:00`
}

function cut(text: string, limit: number, ellipsis: string): string {
  if (text.length <= limit) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > limit - ellipsis.length) break
    kept += segment
  }
  return kept.trimEnd() + ellipsis
}
