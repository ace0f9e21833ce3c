import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { readBody, sendJson, type Route } from '../http'
import type { Account } from './account'
import { refusal, type WeChatAnswer } from './message-rules'
import { qrCodePng } from './mini-program-code'
import type { Phones } from './phones'

/** Bytes; far more than any call of these needs. */
const LARGEST_BODY = 128 * 1024
/** What a code may carry: 32 of the characters WeChat lists. */
const scenePattern = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~%]{1,32}$/

type Answer = WeChatAnswer | Readonly<Record<string, unknown>> | Buffer

/** WeChat's own HTTPS interface, as `https://api.weixin.qq.com` has it; errors are HTTP 200 with an errcode. */
export function httpsApiRoutes(account: Account, phones: Phones, clock: Pick<Clock, 'now'>): readonly Route[] {
  const withToken = (call: (body: unknown) => Answer | Promise<Answer>) => (body: unknown, query: URLSearchParams) => {
    const token = query.get('access_token')
    if (token === null || token === '') return refusal(41001, 'access_token missing')
    const until = phones.tokenEnd(token)
    if (until === undefined) return refusal(40001, 'invalid credential, access_token is invalid or not latest')
    return until <= clock.now() ? refusal(42001, 'access_token expired') : call(body)
  }
  const calls: Readonly<Record<string, (body: unknown, query: URLSearchParams) => Answer | Promise<Answer>>> = {
    '/cgi-bin/stable_token': (body) => tokenFor(body, phones, clock.now()),
    '/cgi-bin/message/subscribe/send': withToken((body) => account.send(body)),
    '/wxa/getwxacodeunlimit': withToken(codeFor),
    '/wxa/msg_sec_check': withToken((body) => account.check(body) as Answer),
  }
  const handle: Route['handle'] = async (request, response, { pathname, searchParams }) => {
    const call = calls[pathname]
    if (call === undefined) {
      sendJson(response, 404, refusal(40066, 'invalid url'))
      return
    }
    if (request.method !== 'POST') {
      sendJson(response, 200, refusal(43002, 'require POST method'))
      return
    }
    const body = await jsonOf(request)
    const answer = body === undefined ? refusal(47001, 'data format error') : await call(body, searchParams)
    if (Buffer.isBuffer(answer)) sendPicture(response, answer)
    else sendJson(response, 200, answer)
  }
  return [
    { prefix: '/cgi-bin/', handle },
    { prefix: '/wxa/', handle },
  ]
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request, LARGEST_BODY)).toString('utf8')
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function tokenFor(body: unknown, phones: Phones, now: number): Answer {
  const { grant_type: type, appid, secret, force_refresh: fresh } = (body ?? {}) as Record<string, unknown>
  if (type !== 'client_credential') return refusal(40002, 'invalid grant_type')
  if (typeof appid !== 'string' || appid === '') return refusal(41002, 'appid missing')
  if (typeof secret !== 'string' || secret === '') return refusal(41004, 'appsecret missing')
  const { token, until } = phones.token(appid, now, fresh === true)
  return { access_token: token, expires_in: Math.floor((until - now) / 1000) }
}

/** `wxacode.getUnlimited`: here an ordinary QR code with page and scene. */
function codeFor(body: unknown): Answer {
  const { scene, page = '' } = (body ?? {}) as Record<string, unknown>
  if (typeof scene !== 'string' || !scenePattern.test(scene)) return refusal(40129, 'invalid scene')
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) return refusal(41030, 'invalid page')
  return qrCodePng(`${page}?scene=${encodeURIComponent(scene)}`)
}

function sendPicture(response: ServerResponse, picture: Buffer): void {
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': picture.length })
  response.end(picture)
}
