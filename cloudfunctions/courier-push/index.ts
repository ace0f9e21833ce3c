import { timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { kuaidi100Sign } from '../deliveries/carriers/kuaidi100'
import { readPush, takePush } from '../deliveries/take-push'
import { currentTime } from '../kernel/clock'
import { settingOr } from '../kernel/environment'
import { makeId } from '../kernel/ids'
import { logFault } from '../kernel/log-fault'

/** The largest body taken (characters): what the HTTP access service lets through. */
const largestBody = 100 * 1024

const request = v.object({
  httpMethod: v.string(),
  body: v.string(),
  isBase64Encoded: v.optional(v.boolean(), false),
})

/** An answer of the HTTP access service; the body is what the aggregator's format wants to read. */
interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

function answer(statusCode: number, body: Readonly<Record<string, unknown>>): HttpAnswer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  }
}
const taken = () => answer(200, { result: true, returnCode: '200', message: '成功' })
/** The aggregator repeats what was refused, whatever the status: half an hour later, three times. */
const refuse = (statusCode: number, message: string) =>
  answer(statusCode, { result: false, returnCode: '500', message })

/**
 * The cloud function `courier-push`: where the tracking aggregator reports scans, in 快递100's format. Nothing of a push is
 * looked at before its signature. Never throws.
 */
export async function main(event: unknown): Promise<HttpAnswer> {
  const parsed = v.safeParse(request, event)
  if (!parsed.success || parsed.output.isBase64Encoded) return refuse(400, '请求格式不对')
  const { httpMethod, body } = parsed.output
  if (httpMethod !== 'POST') return refuse(405, '请用POST提交')
  if (body.length > largestBody) return refuse(413, '内容太大')
  const form = new URLSearchParams(body)
  const [param, ...others] = form.getAll('param')
  const sign = form.get('sign')
  if (param === undefined || others.length > 0 || sign === null) return refuse(400, '缺少param或sign')
  if (!isSignedRight(param, sign)) return refuse(401, '签名不对')
  const push = readPush(param)
  if (push === undefined) return refuse(400, 'param格式不对')
  try {
    await takePush(push, currentTime())
    return taken()
  } catch (error) {
    const requestId = makeId()
    logFault({ operation: 'courier-push', requestId }, error)
    return refuse(500, `处理失败，编号${requestId}`)
  }
}

/** MD5 over the text as it was sent and the salt of our subscriptions; letters count alike. Without a salt nothing is right. */
function isSignedRight(param: string, sign: string): boolean {
  const salt = settingOr('KUAIDI100_SALT', '')
  const wanted = Buffer.from(kuaidi100Sign(param + salt))
  const given = Buffer.from(sign.toUpperCase())
  return salt !== '' && given.length === wanted.length && timingSafeEqual(given, wanted)
}
