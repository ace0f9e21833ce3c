import { addDays, startOfCivilDay } from '@shared/domain/civil-time'
import { decideDelivery } from '@shared/domain/delivery-workflow'
import {
  expectedDay,
  isAtItsEnd,
  mergeScans,
  parcelProgress,
  trackOf,
  type ParcelProgress,
  type Scan,
  type Signer,
} from '@shared/domain/parcel-track'
import { couriers } from '../../config/centre/couriers'
import { applicantOf, closeBySignature } from '../applications/from-deliveries'
import { appendAudit } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import { chainOf, deliverySubject, moveDelivery, noteDelivery, tellOfDelivery } from '../kernel/delivery-record'
import { deliveries, type Delivery } from '../kernel/delivery-store'
import type { Outbox } from '../kernel/outbox'
import { courierNamed } from './courier-names'
import { originalsChainOf } from './originals-chain'
import { pollPause } from './poll-times'
import { parcels, waybillId, waybills, type Parcel } from './store'

/** What a carrier says of one parcel, by callback or asked for. */
export interface ParcelNews {
  readonly parcelId: string
  readonly scans: readonly Scan[]
  /** It stopped watching a parcel that has not arrived. */
  readonly isGivenUp: boolean
  /** The company that really has it, where the carrier found out. */
  readonly carrier?: string
}

/** A number may recur after a year: scans from long before the posting are another parcel's. Days. */
const earliestBefore = 30
/** A scan from the future is a clock that is wrong; the carriers' clocks may be a little ahead (ms). */
const latestAhead = 3_600_000

/**
 * Takes news of a parcel in: merges the scans by their own time, and where they say that it got somewhere, everything that
 * follows from it: the delivery, the application that a signature closes, the message. All in the caller's transaction,
 * and nothing is written where nothing is new, so news may come twice, late, and from two sides at once.
 * @returns whether anything was new
 */
export async function takeScans(
  transaction: Transaction,
  news: ParcelNews,
  now: number,
  outbox: Outbox,
): Promise<boolean> {
  const before = await transaction.get(parcels, news.parcelId)
  if (before === undefined) return false
  const parcel = withNews(before, news, now)
  const isNew =
    !isSame(before.scans, parcel.scans) || parcel.isGivenUp !== before.isGivenUp || parcel.carrier !== before.carrier
  if (!isNew) return false
  const known = parcel.direction === 'out' ? await transaction.get(deliveries, parcel.applicationId) : undefined
  const entered =
    parcel.carrier === before.carrier
      ? { parcel, delivery: known }
      : await correctCarrier(transaction, { before, parcel, delivery: known, now })
  const delivery = isAwaiting(entered.delivery, parcel) ? entered.delivery : undefined
  const told = [...(before.told ?? [])]
  const isToBeTold = delivery !== undefined && toldOf.includes(parcel.progress) && !told.includes(parcel.progress)
  await transaction.put(parcels, isToBeTold ? { ...entered.parcel, told: [...told, parcel.progress] } : entered.parcel)
  if (delivery !== undefined) await follow(transaction, { delivery, parcel, isToBeTold, now, outbox })
  return true
}

function withNews(before: Parcel, news: ParcelNews, now: number): Parcel {
  const { signer: _before, ...others } = before
  const scans = mergeScans(
    before.scans,
    news.scans.filter((scan) => isOf(before, scan, now)),
  )
  const track = trackOf(scans)
  const isOver = isAtItsEnd(track.progress)
  const isGivenUp = !isOver && (news.isGivenUp || (before.isGivenUp && isSame(before.scans, scans)))
  const isOverdue = before.isStuck && before.stuckOn === ''
  return {
    ...others,
    ...track,
    ...carriedBy(before, news.carrier),
    scans,
    isGivenUp,
    isStuck: !isOver && (isGivenUp || isOverdue),
    stuckOn: isOver ? '' : before.stuckOn,
    nextPollAt: isOver ? 0 : now + pollPause(track.progress),
  }
}

/** Whose round it waits for, and when it should arrive, go by who has it. */
function carriedBy(
  before: Parcel,
  carrier: string | undefined,
): Partial<Pick<Parcel, 'carrier' | 'roundOf' | 'expectedOn'>> {
  if (carrier === undefined || carrier === before.carrier) return {}
  const usualDays = couriers.find(({ code }) => code === carrier)?.usualDays
  return {
    carrier,
    roundOf: before.roundOf === '' ? '' : carrier,
    expectedOn: usualDays === undefined ? before.expectedOn : expectedDay(before.shippedOn, usualDays),
  }
}

/** Whether a delivery is waiting for this parcel: nobody has confirmed it, and none was sent after it. */
function isAwaiting(delivery: Delivery | undefined, parcel: Parcel): boolean {
  if (delivery?.parcelId !== parcel._id) return false
  return typeof decideDelivery(deliverySubject(delivery), 'sign', 'carrier') !== 'string'
}

/** Of where a parcel gets to, the applicant is told this, once for each parcel. */
const toldOf: readonly ParcelProgress[] = ['out-for-delivery', 'failed', 'signed', 'returned']

/** For who signed; in a locker it lies until it is fetched. */
const signatureAdvice: Readonly<Record<Signer, string>> = {
  self: '本人签收，本件办结',
  other: '他人代收，请向代收人领取',
  locker: '已放快递柜或驿站，请凭取件码取',
  unknown: '快递已签收，本件办结',
}

const adviceOf = (parcel: Parcel): string | undefined => {
  switch (parcel.progress) {
    case 'out-for-delivery':
      return '快递员正在派送，请留意电话'
    case 'failed':
      return '请选择再送、改地址或自取'
    case 'signed':
      return signatureAdvice[parcel.signer ?? 'unknown']
    default:
      return undefined
  }
}

/** What a parcel's progress means for its delivery, and by it for the application. */
async function follow(
  transaction: Transaction,
  news: {
    readonly delivery: Delivery
    readonly parcel: Parcel
    readonly isToBeTold: boolean
    readonly now: number
    readonly outbox: Outbox
  },
): Promise<void> {
  const { delivery, parcel, now, outbox } = news
  const { isScanned, isStuck, progress } = parcel
  const change = { isScanned, isStuck, hasFailed: progress === 'failed' }
  const event = `${parcel._id}:${progress}`
  const advice = adviceOf(parcel)
  if (isAtItsEnd(progress)) {
    const by = carrierActor(parcel.carrier)
    const action = progress === 'signed' ? 'sign' : 'return'
    const details = { waybill: tailOf(parcel) }
    const said = { event, ...(advice === undefined ? {} : { advice }), ...(await toBeHeard(transaction, parcel)) }
    await moveDelivery(transaction, { delivery, action, actor: 'carrier', by, now, outbox, change, details, ...said })
    if (progress !== 'signed') return
    const signer = parcel.signer ?? 'unknown'
    await closeBySignature(transaction, { applicationId: delivery._id, by, signer, now, outbox })
    return
  }
  const noted = isChanged(delivery, change) ? await noteDelivery(transaction, delivery, change, now) : delivery
  if (news.isToBeTold)
    tellOfDelivery(outbox, noted, {
      event,
      standing: parcelProgress[progress].label,
      advice: advice ?? '',
      now,
      ...(await toBeHeard(transaction, parcel)),
    })
}

/** Where nothing goes on without the applicant, they have to hear of it, by phone where WeChat cannot tell them. */
async function toBeHeard(
  transaction: Transaction,
  { applicationId, progress }: Parcel,
): Promise<{ readonly personName?: string }> {
  if (progress !== 'failed' && progress !== 'returned') return {}
  const applicant = await applicantOf(applicationId, transaction)
  return applicant === undefined ? {} : { personName: applicant.name }
}

const isChanged = (delivery: Delivery, change: Pick<Delivery, 'isScanned' | 'isStuck' | 'hasFailed'>): boolean =>
  delivery.isScanned !== change.isScanned ||
  delivery.isStuck !== change.isStuck ||
  delivery.hasFailed !== change.hasFailed

/**
 * Another company has the parcel than the desk or the applicant wrote down: entered in the chain of what it carries.
 * Further callbacks name that company, so its number leads to the parcel as well.
 */
async function correctCarrier(
  transaction: Transaction,
  {
    before,
    parcel,
    delivery,
    now,
  }: {
    readonly before: Parcel
    readonly parcel: Parcel
    readonly delivery: Delivery | undefined
    readonly now: number
  },
): Promise<{ readonly parcel: Parcel; readonly delivery: Delivery | undefined }> {
  const { _id: parcelId, carrier, waybill, shippedOn, originals } = parcel
  const id = waybillId(carrier, waybill)
  if ((await transaction.get(waybills, id)) === undefined)
    await transaction.add(waybills, { _id: id, parcelId, shippedOn })
  const [from, to] = [courierNamed(before.carrier), courierNamed(carrier)]
  const entry = {
    at: now,
    actor: carrierActor(carrier),
    event: 'carrier-corrected',
    label: '更正快递公司',
    details: { note: `实际由${to}承运，原登记为${from}`, waybill: tailOf(parcel) },
  } as const
  if (originals !== undefined) {
    const audit = await appendAudit(transaction, originals.audit, { ...entry, subject: originalsChainOf(parcelId) })
    return { parcel: { ...parcel, originals: { ...originals, audit } }, delivery }
  }
  if (delivery === undefined) return { parcel, delivery }
  const audit = await appendAudit(transaction, delivery.audit, { ...entry, subject: chainOf(delivery._id) })
  const entered = { ...delivery, audit }
  await transaction.put(deliveries, entered)
  return { parcel, delivery: entered }
}

/** The carrier as the chains name it. */
const carrierActor = (carrier: string) => ({ kind: 'timer', id: 'carrier', name: courierNamed(carrier) }) as const
const tailOf = ({ waybill }: Parcel): string => `…${waybill.slice(-4)}`

function isOf({ shippedOn }: Parcel, { at }: Scan, now: number): boolean {
  return at >= startOfCivilDay(addDays(shippedOn, -earliestBefore)) && at <= now + latestAhead
}

function isSame(known: readonly Scan[], merged: readonly Scan[]): boolean {
  return (
    known.length === merged.length &&
    merged.every(({ at, text, progress, signer }, place) => {
      const one = known[place]
      return one?.at === at && one.text === text && one.progress === progress && one.signer === signer
    })
  )
}
