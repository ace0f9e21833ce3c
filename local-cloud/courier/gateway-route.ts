import { createHash } from 'node:crypto'
import { readBody, sendJson, type Route } from '../http'
import type { CourierAccount, TrackResult } from './index'
import type { Parcel } from './subscriptions'

export interface GatewayOptions {
  readonly account: CourierAccount
  known(company: string, number: string): Parcel | undefined
  track(company: string, number: string): TrackResult
  subscribe(company: string, number: string, callback: string, salt: string): void
}

/** Bytes; far more than a call of these needs. */
const LARGEST_BODY = 64 * 1024

/** Courier companies of the stand-in, by the aggregator's codes; the second kind tells nobody without the phone's end. */
const COMPANIES = ['ems', 'youzhengguonei', 'youzhengbk', 'shunfeng', 'zhongtong', 'yuantong', 'jd']
const WANTS_PHONE = ['shunfeng', 'zhongtong']

/** The aggregator's interface below `/courier`: `poll` subscribes, `poll/query.do` asks for one track. */
export function gatewayRoute(options: GatewayOptions): Route {
  const calls: Readonly<Record<string, (form: URLSearchParams) => unknown>> = {
    '/courier/poll': (form) => subscribe(form, options),
    '/courier/poll/query.do': (form) => query(form, options),
  }
  return {
    prefix: '/courier',
    async handle(request, response, url) {
      const call = calls[url.pathname]
      if (call === undefined || request.method !== 'POST') {
        sendJson(response, call === undefined ? 404 : 405, refusal('400', '请求地址或方法不对'))
        return
      }
      sendJson(response, 200, call(new URLSearchParams((await readBody(request, LARGEST_BODY)).toString('utf8'))))
    },
  }
}

const refusal = (returnCode: string, message: string) => ({ result: false, returnCode, message })

type Parameters = Readonly<Record<string, unknown>>

function parametersIn(form: URLSearchParams): Parameters | undefined {
  try {
    const value: unknown = JSON.parse(form.get('param') ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parameters) : undefined
  } catch {
    return undefined
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const isNumber = (number: string): boolean => /^[A-Za-z0-9-]{6,32}$/.test(number)

function subscribe(form: URLSearchParams, { account, known, subscribe: note }: GatewayOptions): unknown {
  const param = parametersIn(form)
  if (form.get('schema') !== 'json' || param === undefined) return refusal('700', '订阅方的订阅数据存在错误')
  if (param.key !== account.key) return refusal('600', '您不是合法的订阅者（即授权Key出错）')
  const details = (param.parameters ?? {}) as Parameters
  const [company, number, callback] = [textOf(param.company), textOf(param.number), textOf(details.callbackurl)]
  if (!isNumber(number)) return refusal('700', '运单号格式错误')
  if (!COMPANIES.includes(company)) return refusal('701', '拒绝订阅的快递公司')
  if (WANTS_PHONE.includes(company) && !/\d{4}$/.test(textOf(details.phone)))
    return refusal('700', '缺少收、寄件人电话号码')
  if (!isOnThisMachine(callback)) return refusal('700', '回调地址不对')
  if ((known(company, number)?.callback ?? '') !== '') return refusal('501', '重复订阅')
  note(company, number, callback, textOf(details.salt))
  return { result: true, returnCode: '200', message: '提交成功' }
}

/** A stand-in has no business with anybody else's server. */
function isOnThisMachine(address: string): boolean {
  try {
    return ['127.0.0.1', 'localhost'].includes(new URL(address).hostname)
  } catch {
    return false
  }
}

function query(form: URLSearchParams, { account, track }: GatewayOptions): unknown {
  const text = form.get('param') ?? ''
  const signed = createHash('md5')
    .update(text + account.key + account.customer)
    .digest('hex')
    .toUpperCase()
  if (form.get('customer') !== account.customer || form.get('sign') !== signed) return refusal('503', '验证签名失败')
  const param = parametersIn(form)
  const [company, number] = [textOf(param?.com), textOf(param?.num)]
  if (!COMPANIES.includes(company) || !isNumber(number)) return refusal('400', '提交的数据不完整，或者没有授权')
  if (WANTS_PHONE.includes(company) && !/\d{4}$/.test(textOf(param?.phone))) return refusal('408', '验证码错误')
  const result = track(company, number)
  return result.data.length === 0 ? refusal('500', '查询无结果，请隔段时间再查') : result
}
