/** A refusal or success in WeChat's own numbers. */
export interface WeChatAnswer {
  readonly errcode: number
  readonly errmsg: string
}

/** What WeChat is asked to deliver. */
export interface SubscribeMessage {
  readonly touser: string
  readonly templateId: string
  /** Where a tap leads, without a slash in front; '' = nowhere. */
  readonly page: string
  readonly fields: readonly { readonly key: string; readonly value: string }[]
}

/** A template as registered in the account's console. */
export interface MessageTemplateDeclaration {
  readonly id: string
  readonly title: string
  readonly fields: readonly { readonly key: string; readonly label: string }[]
  /** Long-term templates need one consent for any number of messages. */
  readonly longTerm?: boolean
}

const han = String.raw`\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff`
const day = String.raw`\d{4}年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日`
const clock = String.raw`(?:2[0-3]|[01]?\d):[0-5]\d(?::[0-5]\d)?`
const withRange = (moment: string) => new RegExp(`^${moment}(?:~${moment})?$`)

/** What a value of each kind may be (WeChat's 订阅消息参数值内容限制); a key is its kind and a number. */
const kinds: Readonly<Record<string, RegExp>> = {
  thing: /^[^]{1,20}$/,
  number: /^(?=.{1,32}$)\d+(?:\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^A-Za-z0-9\s\u3400-\u9fff]{1,5}$/,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: withRange(`(?:${day} ?)?${clock}`),
  date: withRange(`${day}(?: ?${clock})?`),
  amount: /^[¥￥$€£]?\d{1,10}(?:\.\d+)?元?$/,
  phone_number: /^[\d+() -]{1,17}$/,
  car_number: new RegExp(`^[${han}A-Za-z0-9][A-Za-z0-9]{0,6}[${han}A-Za-z0-9]$`),
  name: new RegExp(`^(?:(?=[^]{1,10}$)[^\\d]*[${han}][^\\d]*|[^\\d${han}]{1,20})$`),
  phrase: new RegExp(`^[${han}]{1,5}$`),
}

/** A path within the mini-program, with parameters if need be. */
const pagePattern = /^[A-Za-z0-9_][\w./-]*(?:\?[^\s#]*)?$/

/**
 * Reads a request to send as WeChat does, the person first, then template, page and fields.
 * @param templates undefined where any template id counts as known
 */
export function readMessage(
  body: unknown,
  isPerson: (openid: string) => boolean,
  templates: ReadonlyMap<string, MessageTemplateDeclaration> | undefined,
): SubscribeMessage | WeChatAnswer {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refusal(47001, 'data format error')
  const { touser, template_id: templateId, page = '', data } = body as Record<string, unknown>
  if (typeof touser !== 'string' || !isPerson(touser)) return refusal(40003, 'invalid openid')
  if (typeof templateId !== 'string' || templateId === '') return refusal(40037, 'invalid template_id')
  const template = templates?.get(templateId)
  if (templates !== undefined && template === undefined) return refusal(40037, 'invalid template_id')
  const path = typeof page === 'string' ? page.replace(/^\//, '') : undefined
  if (path === undefined || (path !== '' && !pagePattern.test(path))) return refusal(41030, 'invalid page')
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  const fields = readFields(given, template?.fields.map(({ key }) => key) ?? Object.keys(given))
  return Array.isArray(fields) ? { touser, templateId, page: path, fields } : (fields as WeChatAnswer)
}

function readFields(
  given: Record<string, unknown>,
  keys: readonly string[],
): SubscribeMessage['fields'] | WeChatAnswer {
  if (keys.length === 0) return refusal(47003, 'argument invalid! data is empty')
  const fields: { key: string; value: string }[] = []
  for (const key of keys) {
    const value = textOf(given[key])
    if (value === undefined || value.trim() === '')
      return refusal(47003, `argument invalid! data.${key}.value is empty`)
    if (kinds[key.replace(/\d+$/, '')]?.test(value) !== true)
      return refusal(47003, `argument invalid! data.${key}.value invalid`)
    fields.push({ key, value })
  }
  return fields
}

function textOf(field: unknown): string | undefined {
  const value = typeof field === 'object' && field !== null ? (field as { value?: unknown }).value : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** A refusal with the id WeChat lets one ask about. */
export function refusal(errcode: number, errmsg: string): WeChatAnswer {
  const part = () =>
    Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return { errcode, errmsg: `${errmsg} rid: ${part()}-${part()}-${part()}` }
}
