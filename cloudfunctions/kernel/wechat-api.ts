import { cloud } from './database'
import { setting, settingOr } from './environment'

/** WeChat's open interface, through the cloud's call token or with the account's own access token, as WECHAT_SENDER says. */
export interface WeChatAnswer {
  readonly errcode?: number
  readonly errCode?: number
  readonly errmsg?: string
  readonly errMsg?: string
}

/** One of its interfaces: its name through the cloud, its path over HTTPS. */
export interface WeChatInterface {
  readonly apiName: string
  readonly path: string
}

/** The longest one request to WeChat may take (ms). */
const patienceMs = 5000

/** @throws Error when WeChat does not answer */
export async function askWeChat(target: WeChatInterface, body: unknown): Promise<WeChatAnswer> {
  return settingOr('WECHAT_SENDER', 'cloud') === 'https' ? overHttps(target, body) : throughCloud(target, body)
}

/** 0 where all went well; the two ways to WeChat spell it differently. */
export function codeOf(answer: WeChatAnswer): number {
  return answer.errcode ?? answer.errCode ?? 0
}

async function throughCloud({ apiName }: WeChatInterface, requestData: unknown): Promise<WeChatAnswer> {
  const answer = (await cloud().callWxOpenApi({ apiName, requestData }, { timeout: patienceMs })) as {
    result?: unknown
  }
  const result = answer.result ?? answer
  return (typeof result === 'string' ? JSON.parse(result) : result) as WeChatAnswer
}

/** The token was replaced elsewhere, or its time is over: a new one is fetched, once. */
const tokenEnded: readonly number[] = [40001, 42001]

let token: { readonly value: string; readonly until: number } | undefined

async function overHttps({ path }: WeChatInterface, body: unknown): Promise<WeChatAnswer> {
  const host = settingOr('WECHAT_API', 'https://api.weixin.qq.com')
  const send = async () => post(`${host}${path}?access_token=${await accessToken(host)}`, body)
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
