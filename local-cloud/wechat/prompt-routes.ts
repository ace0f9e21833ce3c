import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody, sendJson, type Route } from '../http'
import type { Account } from './account'
import type { Choice, Phones } from './phones'

/** Who asks. */
export interface PhoneAccess {
  /** The person signed in, if any. */
  readonly personaOf: (request: IncomingMessage) => { readonly openid: string } | undefined
  readonly isSameOrigin: (request: IncomingMessage) => boolean
}

/** Bytes. */
const LARGEST_BODY = 64 * 1024
/** WeChat asks about at most so many templates at once. */
const MOST_TEMPLATES = 5

/** WeChat's errors of `wx.requestSubscribeMessage`. */
const promptRefusals = {
  20001: 'No template data return, verify the template id exist',
  20003: 'Templates count out of max bounds',
  20004: 'The main switch is switched off',
} as const

/** What the app running in a browser asks of WeChat: the subscription prompt's answers, and the settings. */
export function promptRoutes(
  account: Account,
  phones: Phones,
  { personaOf, isSameOrigin }: PhoneAccess,
): readonly Route[] {
  const forPerson =
    (method: 'GET' | 'POST', handle: (openid: string, body: Record<string, unknown>) => unknown): Guarded =>
    async (request, response) => {
      if (request.method !== method) return false
      const body = method === 'POST' ? await objectIn(request) : {}
      const persona = personaOf(request)
      if (persona === undefined) sendJson(response, 401, { code: 'UNAUTHENTICATED', message: '请先登录' })
      else if (body === undefined) sendJson(response, 400, { code: 'INVALID_PARAM', message: '内容格式不对' })
      else sendJson(response, 200, handle(persona.openid, body))
      return true
    }
  const subscribe = forPerson('POST', (openid, body) => subscribed(account, phones, openid, body))
  const settings = forPerson('GET', (openid) => settingsOf(phones, openid))
  const changeSettings = forPerson('POST', (openid, body) => changedSettings(phones, openid, body))
  return [
    { prefix: '/local/wechat/subscribe', handle: guarded(isSameOrigin, subscribe) },
    { prefix: '/local/wechat/settings', handle: guarded(isSameOrigin, settings, changeSettings) },
  ]
}

type Guarded = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

function guarded(isSameOrigin: PhoneAccess['isSameOrigin'], ...handlers: readonly Guarded[]): Route['handle'] {
  return async (request, response) => {
    if (!isSameOrigin(request)) {
      sendJson(response, 403, { code: 'PERMISSION_DENIED', message: '只能从本站调用' })
      return
    }
    for (const handler of handlers) if (await handler(request, response)) return
    sendJson(response, 405, { code: 'METHOD_NOT_ALLOWED', message: '请求方法不对' })
  }
}

function subscribed(
  account: Account,
  phones: Phones,
  openid: string,
  { answers, always }: Record<string, unknown>,
): object {
  const given = choicesIn(answers)
  if (given === undefined || [...given.keys()].some((template) => !account.has(template))) return promptRefusal(20001)
  if (given.size > MOST_TEMPLATES) return promptRefusal(20003)
  if (!phones.receivesMessages(openid)) return promptRefusal(20004)
  const counting = phones.answer(openid, given, always === true)
  return { answers: [...counting].map(([templateId, choice]) => ({ templateId, choice })) }
}

function promptRefusal(errCode: keyof typeof promptRefusals): object {
  return { errCode, errMsg: `requestSubscribeMessage:fail ${promptRefusals[errCode]}` }
}

function choicesIn(answers: unknown): ReadonlyMap<string, Choice> | undefined {
  if (!Array.isArray(answers) || answers.length === 0) return undefined
  const choices = new Map<string, Choice>()
  for (const answer of answers as readonly unknown[]) {
    const { templateId, choice } = (answer ?? {}) as Record<string, unknown>
    if (typeof templateId !== 'string' || (choice !== 'accept' && choice !== 'reject')) return undefined
    choices.set(templateId, choice)
  }
  return choices
}

function settingsOf(phones: Phones, openid: string): object {
  return { mainSwitch: phones.receivesMessages(openid), always: Object.fromEntries(phones.standingChoices(openid)) }
}

/** `{mainSwitch?, always?: {templateId: 'accept' | 'reject' | 'ask'}}`, as a person changes WeChat's settings. */
function changedSettings(phones: Phones, openid: string, { mainSwitch, always }: Record<string, unknown>): object {
  if (typeof mainSwitch === 'boolean') phones.setReceivesMessages(openid, mainSwitch)
  const choices = Object.entries((always ?? {}) as Record<string, unknown>)
  const known = choices.filter((entry): entry is [string, Choice | 'ask'] =>
    ['accept', 'reject', 'ask'].includes(String(entry[1])),
  )
  phones.setStandingChoices(openid, new Map(known))
  return settingsOf(phones, openid)
}

async function objectIn(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const text = (await readBody(request, LARGEST_BODY)).toString('utf8')
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
