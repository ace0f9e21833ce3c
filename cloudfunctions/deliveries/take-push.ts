import * as v from 'valibot'
import { couriers } from '../../config/centre/couriers'
import { database, inTransaction } from '../kernel/database'
import { logFault } from '../kernel/log-fault'
import { deliverSoon } from '../kernel/outbox'
import { readTrack, type TrackReport } from './carriers/track-report'
import { waybillId, waybills } from './store'
import { takeScans } from './take-scans'

/** A callback of the aggregator, read. */
export interface CarrierPush {
  readonly report: TrackReport
  /** The aggregator's codes of the companies it may be kept under here. */
  readonly companies: readonly string[]
  /** The one that really has it, where the aggregator corrected itself. */
  readonly corrected: string
  /** It stopped watching without the parcel having arrived: the number is wrong, or nothing was heard for months. */
  readonly isGivenUp: boolean
}

const company = v.optional(v.pipe(v.string(), v.maxLength(40)), '')
const push = v.object({
  status: v.pipe(v.string(), v.maxLength(40)),
  comOld: company,
  comNew: company,
  lastResult: v.unknown(),
})

/** Reads the text of a callback; undefined where it is none. */
export function readPush(text: string): CarrierPush | undefined {
  const parsed = v.safeParse(push, parsedJson(text))
  const report = parsed.success ? readTrack(parsed.output.lastResult) : undefined
  if (!parsed.success || report === undefined || report.number === '') return undefined
  const { status, comOld, comNew } = parsed.output
  return { report, companies: [comOld, report.company, comNew], corrected: comNew, isGivenUp: status === 'abort' }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * Takes a callback in: the parcel, its delivery, the application it closes, the messages and the invitation in one
 * transaction. A number of nobody is logged and done with, since the aggregator would only repeat it. The messages go out
 * with the timer: behind a callback there is no person whom WeChat would lend its call token to.
 */
export async function takePush(push: CarrierPush, now: number): Promise<void> {
  const parcelId = await findParcelId(push)
  if (parcelId === undefined) {
    const number = push.report.number
    logFault({ operation: 'courier-push', waybill: `…${number.slice(-4)}` }, new Error('no parcel has this waybill'))
    return
  }
  const outbox = deliverSoon(now)
  await inTransaction(async (transaction) => {
    outbox.clear()
    const { report, isGivenUp } = push
    const [carrier] = carriersOf([push.corrected])
    await takeScans(
      transaction,
      { parcelId, scans: report.scans, isGivenUp, ...(carrier === undefined ? {} : { carrier }) },
      now,
      outbox,
    )
    await outbox.write(transaction)
  })
}

/** Our carriers by the aggregator's codes. */
const carriersOf = (companies: readonly string[]): readonly string[] =>
  companies.flatMap((company) => couriers.find(({ kuaidi100 }) => kuaidi100 === company)?.code ?? [])

/** By the companies it names, then by all others: which company it is, the aggregator may know better than the desk. */
async function findParcelId({ report, companies }: CarrierPush): Promise<string | undefined> {
  for (const carrier of new Set([...carriersOf(companies), ...couriers.map(({ code }) => code)])) {
    const found = await database.get(waybills, waybillId(carrier, report.number))
    if (found !== undefined) return found.parcelId
  }
  return undefined
}
