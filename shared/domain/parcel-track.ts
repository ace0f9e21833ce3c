import { addDays, type CivilDate } from './civil-time'

/**
 * Where a parcel is, computed from the carrier's scans by the time of each scan, whatever order they arrived in. Pure;
 * the same set of scans gives the same answer.
 */
export const parcelProgress = {
  waiting: { label: '待揽收' },
  'in-transit': { label: '运输中' },
  'out-for-delivery': { label: '派送中' },
  failed: { label: '派送失败' },
  signed: { label: '已签收' },
  returning: { label: '退回途中' },
  returned: { label: '已退回' },
} as const satisfies Record<string, { label: string }>
export type ParcelProgress = keyof typeof parcelProgress

/** Who took the parcel, as far as the carrier says. */
export const signers = { self: '本人签收', other: '他人代收', locker: '快递柜或驿站代收', unknown: '已签收' } as const
export type Signer = keyof typeof signers

/** One line of a carrier's track. Its time and text together are what it is known by. */
export interface Scan {
  /** When it happened, not when we heard of it (ms). */
  readonly at: number
  readonly text: string
  readonly progress: ParcelProgress
  /** With `signed` only. */
  readonly signer?: Signer
}

/** What all scans together say. */
export interface ParcelTrack {
  readonly progress: ParcelProgress
  /** When it got there (ms); 0 while nothing is known. */
  readonly progressAt: number
  /** With `signed` only. */
  readonly signer?: Signer
  /** The carrier has the parcel in its hands: the number is right. */
  readonly isScanned: boolean
}

/** The most scans kept of a parcel; of more the latest. A long track has fifty. */
const mostScans = 200

/**
 * States of a track as the aggregator 快递100 numbers them, the fine ones (resultv2=4) included. 201, 202 and 208 are
 * remarks about time, not about where the parcel is; 401 and 210 are orders that were called off.
 */
const progressByCode: Readonly<Record<string, ParcelProgress>> = {
  '0': 'in-transit',
  '1001': 'in-transit',
  '1002': 'in-transit',
  '1003': 'in-transit',
  '1': 'in-transit',
  '101': 'waiting',
  '102': 'waiting',
  '103': 'in-transit',
  '2': 'failed',
  '201': 'in-transit',
  '202': 'in-transit',
  '203': 'failed',
  '204': 'failed',
  '205': 'failed',
  '206': 'failed',
  '207': 'failed',
  '208': 'in-transit',
  '209': 'failed',
  '210': 'failed',
  '3': 'signed',
  '301': 'signed',
  '302': 'signed',
  '303': 'signed',
  '304': 'signed',
  '4': 'returned',
  '401': 'failed',
  '5': 'out-for-delivery',
  '501': 'out-for-delivery',
  '6': 'returning',
  '7': 'in-transit',
  '8': 'in-transit',
  '10': 'in-transit',
  '11': 'in-transit',
  '12': 'in-transit',
  '13': 'in-transit',
  '14': 'failed',
}

const signerByCode: Readonly<Record<string, Signer>> = { '301': 'self', '303': 'other', '304': 'locker' }

/** What a carrier's text says where no state comes with it; the first that fits. */
const progressByText: readonly (readonly [RegExp, ParcelProgress])[] = [
  [/退签|(?:退回|退件|寄件人|发件人).*(?:签收|妥投)/, 'returned'],
  [/退回|退件|返回寄件/, 'returning'],
  [
    /未妥投|派送不成功|投递不成功|派送失败|投递失败|无法派送|无法投递|拒收|拒签|无人接听|联系不上|无法联系|改约/,
    'failed',
  ],
  [/待签收|待取件|请(?:及时|尽快)?(?:前往|凭).*取|派送|派件|投递途中|正在投递|安排投递/, 'out-for-delivery'],
  [/已?签收|妥投|已取件|已被取走/, 'signed'],
  [/待揽收|等待揽收|已下单|订单已提交/, 'waiting'],
]

const isOfSender = /退回|退件|退签|寄件人|发件人/

/** Who signed, by what carriers write; a locker that the recipient emptied is still a locker. */
const signerByText: readonly (readonly [RegExp, Signer])[] = [
  [/快递柜|智能柜|丰巢|驿站|自提|代收点|代办点|取件码|便利店|超市|柜/, 'locker'],
  [/非本人|他人|代收|代签|家人|家属|门卫|前台|物业|保安|同事|同学|邻居|朋友|收发室|传达室/, 'other'],
  [/本人|收件人/, 'self'],
]

/** One line of a track as the aggregator sends it. @param code a state in its numbers; '' where it sends none */
export function readScan(at: number, text: string, code: string): Scan {
  const told = progressByCode[code] ?? progressByText.find(([pattern]) => pattern.test(text))?.[1] ?? 'in-transit'
  // Some carriers report the sender taking a parcel back as one more signature.
  const progress = told === 'signed' && isOfSender.test(text) ? 'returned' : told
  return progress === 'signed' ? { at, text, progress, signer: signerOf(text, code) } : { at, text, progress }
}

function signerOf(text: string, code: string): Signer {
  return signerByCode[code] ?? signerByText.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown'
}

/** Which of two readings of one scan counts, and which of two scans of one instant came last: the later in this order. */
const ranks: readonly ParcelProgress[] = [
  'waiting',
  'in-transit',
  'out-for-delivery',
  'failed',
  'signed',
  'returning',
  'returned',
]
const signerRanks: readonly (Signer | undefined)[] = [undefined, 'unknown', 'self', 'other', 'locker']
const rank = ({ progress, signer }: Scan): number =>
  ranks.indexOf(progress) * signerRanks.length + signerRanks.indexOf(signer)

function earlierFirst(one: Scan, other: Scan): number {
  return one.at - other.at || rank(one) - rank(other) || (one.text < other.text ? -1 : one.text > other.text ? 1 : 0)
}
/** Which scans are kept does not depend on how one of them was read. */
function laterFirstAsKept(one: Scan, other: Scan): number {
  return other.at - one.at || (one.text < other.text ? -1 : 1)
}

/** Puts reports of a track together, each scan once, earliest first; in whichever order they come, the result is the same. */
export function mergeScans(known: readonly Scan[], more: readonly Scan[]): readonly Scan[] {
  const byIdentity = new Map<string, Scan>()
  for (const scan of [...known, ...more]) {
    const identity = `${String(scan.at)} ${scan.text}`
    const before = byIdentity.get(identity)
    if (before === undefined || rank(scan) > rank(before)) byIdentity.set(identity, scan)
  }
  return [...byIdentity.values()].sort(laterFirstAsKept).slice(0, mostScans).sort(earlierFirst)
}

/**
 * Where the parcel is. The last scan by its own time counts, but a signature of the recipient ends the track, and on the
 * way back every further stop is one of the way back: whoever signs there is the sender.
 * @param scans as `mergeScans` gives them
 */
export function trackOf(scans: readonly Scan[]): ParcelTrack {
  let track: ParcelTrack = { progress: 'waiting', progressAt: 0, isScanned: false }
  for (const { at, progress, signer } of scans) {
    const isScanned = track.isScanned || progress !== 'waiting'
    const isBackward = track.progress === 'returning' || track.progress === 'returned'
    const reached = isBackward ? onTheWayBack(track.progress, progress) : progress
    track = {
      progress: reached,
      progressAt: reached === track.progress && reached !== 'in-transit' ? track.progressAt : at,
      ...(reached === 'signed' && signer !== undefined ? { signer } : {}),
      isScanned,
    }
    if (reached === 'signed') return track
  }
  return track
}

function onTheWayBack(before: ParcelProgress, scanned: ParcelProgress): ParcelProgress {
  return before === 'returned' || scanned === 'signed' || scanned === 'returned' ? 'returned' : 'returning'
}

/** Nothing more is to be heard of the parcel. */
export function isAtItsEnd(progress: ParcelProgress): boolean {
  return progress === 'signed' || progress === 'returned'
}

/** The day a parcel should arrive. @param usualDays calendar days the carrier usually takes */
export function expectedDay(shippedOn: CivilDate, usualDays: number): CivilDate {
  return addDays(shippedOn, usualDays)
}
