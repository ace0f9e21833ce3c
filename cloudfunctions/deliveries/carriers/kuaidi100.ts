import { createHash } from 'node:crypto'
import { couriers } from '../../../config/centre/couriers'
import { settingOr } from '../../kernel/environment'
import { readTrack } from './track-report'
import type { TrackedParcel, Tracking, TrackingFault } from './tracking'

/** The longest one request may take (ms). */
const patienceMs = 4000

/** Upper-case MD5, the signature of the aggregator's format. */
export function kuaidi100Sign(text: string): string {
  return createHash('md5').update(text).digest('hex').toUpperCase()
}

/** Codes by which a request is refused for what is in it: the key, the account, the company, the number, the phone. */
const refusedCodes = ['400', '408', '503', '600', '601', '700', '701', '702']

/** The aggregator 快递100 (实时快递查询 and 快递信息推送), which knows every company of config/centre/couriers. */
export const kuaidi100: Tracking = {
  async subscribe(parcel) {
    const key = settingOr('KUAIDI100_KEY', '')
    const callbackurl = settingOr('COURIER_CALLBACK_URL', '')
    if (key === '' || callbackurl === '') return { kind: 'off' }
    const { company, phone } = atAggregator(parcel)
    const salt = settingOr('KUAIDI100_SALT', '')
    const param = JSON.stringify({
      company,
      number: parcel.waybill,
      key,
      parameters: { callbackurl, salt, resultv2: '4', ...phone },
    })
    const answer = await post('/poll', { schema: 'json', param })
    if (answer.kind !== 'answer') return answer
    // 501: somebody's subscription of it runs already; a repeated request of ours, as a rule.
    return ['200', '501'].includes(answer.code) ? { kind: 'done' } : faultOf(answer)
  },

  async query(parcel) {
    const [key, customer] = [settingOr('KUAIDI100_KEY', ''), settingOr('KUAIDI100_CUSTOMER', '')]
    if (key === '' || customer === '') return { kind: 'off' }
    const { company, phone } = atAggregator(parcel)
    const param = JSON.stringify({ com: company, num: parcel.waybill, resultv2: '4', ...phone })
    const answer = await post('/poll/query.do', { customer, sign: kuaidi100Sign(param + key + customer), param })
    if (answer.kind !== 'answer') return answer
    const track = readTrack(answer.body)
    if (track !== undefined && track.number !== parcel.waybill) return { kind: 'unavailable', reason: 'another parcel' }
    if (track !== undefined) return { kind: 'track', scans: track.scans }
    return answer.code === '500' ? { kind: 'unknown' } : faultOf(answer)
  },
}

function atAggregator({ carrier, phoneTail }: TrackedParcel): {
  readonly company: string
  readonly phone: { readonly phone?: string }
} {
  const courier = couriers.find(({ code }) => code === carrier)
  if (courier === undefined) throw new Error(`no courier ${carrier}`)
  return { company: courier.kuaidi100, phone: courier.wantsPhone ? { phone: phoneTail } : {} }
}

interface Answer {
  readonly kind: 'answer'
  readonly code: string
  readonly message: string
  readonly body: unknown
}

const faultOf = ({ code, message }: Answer): TrackingFault => ({
  kind: refusedCodes.includes(code) ? 'refused' : 'unavailable',
  reason: `${code} ${message}`.slice(0, 200),
})

/** Posts a form; what does not answer in time, answers 5xx or no JSON may do better later. */
async function post(path: string, form: Readonly<Record<string, string>>): Promise<Answer | TrackingFault> {
  try {
    const answer = await fetch(`${settingOr('KUAIDI100_URL', 'https://poll.kuaidi100.com')}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      return { kind: 'refused', reason: `HTTP ${String(answer.status)}` }
    if (!answer.ok) return { kind: 'unavailable', reason: `HTTP ${String(answer.status)}` }
    const body = (await answer.json()) as unknown
    if (typeof body !== 'object' || body === null) return { kind: 'unavailable', reason: 'no answer of the format' }
    const { returnCode, message } = body as { readonly returnCode?: unknown; readonly message?: unknown }
    const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    return { kind: 'answer', code: text(returnCode), message: text(message), body }
  } catch (error) {
    return { kind: 'unavailable', reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}
