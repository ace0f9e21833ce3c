import { cloud } from './database'
import { setting, settingOr } from './environment'

/** How one subscribe message ended, by WeChat's error codes. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  /** 43101: refused, or the grants are used up. */
  | { readonly kind: 'refused' }
  /** Ours or the account's fault: sending again cannot help. */
  | { readonly kind: 'final'; readonly code: number; readonly message: string }
  | { readonly kind: 'retry'; readonly code: number; readonly message: string }

export interface SubscribeMessage {
  readonly touser: string
  readonly template_id: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

/** 40003 unknown person, 40037 template, 41030 page, 47003 our bug in a field. */
const finalCodes = [40003, 40037, 41030, 47003]

/** The longest one request to WeChat may take (ms). */
const patienceMs = 5000

/** Sends through the cloud's call token, or with the account's own access token, as WECHAT_SENDER says. */
export async function sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome> {
  const body = { ...message, miniprogram_state: settingOr('MINIPROGRAM_STATE', 'formal'), lang: 'zh_CN' }
  try {
    return outcomeOf(settingOr('WECHAT_SENDER', 'cloud') === 'https' ? await overHttps(body) : await throughCloud(body))
  } catch (error) {
    return { kind: 'retry', code: -1, message: error instanceof Error ? error.message : String(error) }
  }
}

interface WeChatAnswer {
  readonly errcode?: number
  readonly errCode?: number
  readonly errmsg?: string
  readonly errMsg?: string
}

function outcomeOf(answer: WeChatAnswer): SendOutcome {
  const code = answer.errcode ?? answer.errCode ?? 0
  const message = answer.errmsg ?? answer.errMsg ?? ''
  if (code === 0) return { kind: 'sent' }
  if (code === 43101) return { kind: 'refused' }
  return { kind: finalCodes.includes(code) ? 'final' : 'retry', code, message }
}

async function throughCloud(body: unknown): Promise<WeChatAnswer> {
  const request = { apiName: 'subscribeMessage.send', requestData: body }
  const answer = (await cloud().callWxOpenApi(request, { timeout: patienceMs })) as { result?: unknown }
  const result = answer.result ?? answer
  return (typeof result === 'string' ? JSON.parse(result) : result) as WeChatAnswer
}

/** The token was replaced elsewhere, or its time is over: a new one is fetched, once. */
const tokenEnded: readonly number[] = [40001, 42001]

let token: { readonly value: string; readonly until: number } | undefined

async function overHttps(body: unknown): Promise<WeChatAnswer> {
  const host = settingOr('WECHAT_API', 'https://api.weixin.qq.com')
  const send = async () => post(`${host}/cgi-bin/message/subscribe/send?access_token=${await accessToken(host)}`, body)
  const answer = await send()
  if (!tokenEnded.includes(answer.errcode ?? 0)) return answer
  token = undefined
  return send()
}

async function accessToken(host: string): Promise<string> {
  const now = performance.now()
  if (token !== undefined && now < token.until) return token.value
  const answer = (await post(`${host}/cgi-bin/stable_token`, {
    grant_type: 'client_credential',
    appid: setting('WECHAT_APPID'),
    secret: setting('WECHAT_SECRET'),
  })) as WeChatAnswer & { access_token?: string; expires_in?: number }
  if (answer.access_token === undefined)
    throw new Error(`no access token: ${String(answer.errcode)} ${answer.errmsg ?? ''}`)
  token = { value: answer.access_token, until: now + ((answer.expires_in ?? 7200) - 300) * 1000 }
  return token.value
}

async function post(url: string, body: unknown): Promise<WeChatAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  })
  return (await response.json()) as WeChatAnswer
}
