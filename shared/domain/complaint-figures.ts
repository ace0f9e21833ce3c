import { complaintKinds, type ComplaintKind } from './complaint-workflow'

/**
 * 统计、考核: figures of complaints from sums of whole numbers, each complaint counted on the day it was sent. So a month
 * is its days, and what becomes of a complaint later belongs to the month it came in.
 */
export interface ComplaintTally {
  readonly received: number
  readonly byKind: Readonly<Record<ComplaintKind, number>>
  /** Answered at least once. */
  readonly answered: number
  /** Those that were answered or should have been, and those of them answered within every limit. */
  readonly due: number
  readonly onTime: number
  /** Citizens who said whether they were satisfied, and those who were. Asking for it again says no until the end. */
  readonly rated: number
  readonly satisfied: number
  /** Asked for again by the citizen. */
  readonly reopened: number
  /** Done twice, be it that the citizen or that the supervisor sent it back. */
  readonly returned: number
}

export type ComplaintCell = { readonly department: string } & ComplaintTally

const kinds = Object.keys(complaintKinds) as ComplaintKind[]
const kindCounts = (count: (kind: ComplaintKind) => number) =>
  Object.fromEntries(kinds.map((kind) => [kind, count(kind)])) as Record<ComplaintKind, number>

export const emptyComplaintTally: ComplaintTally = {
  received: 0,
  byKind: kindCounts(() => 0),
  answered: 0,
  due: 0,
  onTime: 0,
  rated: 0,
  satisfied: 0,
  reopened: 0,
  returned: 0,
}

/** What the figures need to know of a complaint. */
export interface CountedComplaint {
  readonly kind: ComplaintKind
  readonly isAnswered: boolean
  /** Whether the limit for receiving or answering it was ever passed. */
  readonly overran: boolean
  readonly satisfied?: boolean | undefined
  readonly isReopened: boolean
  readonly isSentBack: boolean
}

export function tallyOfComplaint(complaint: CountedComplaint): ComplaintTally {
  const { kind, isAnswered, overran, satisfied, isReopened, isSentBack } = complaint
  return {
    received: 1,
    byKind: kindCounts((each) => Number(each === kind)),
    answered: Number(isAnswered),
    due: Number(isAnswered || overran),
    onTime: Number(isAnswered && !overran),
    rated: Number(satisfied !== undefined || isReopened),
    satisfied: Number(satisfied === true),
    reopened: Number(isReopened),
    returned: Number(isReopened || isSentBack),
  }
}

export function addComplaintTallies(one: ComplaintTally, other: ComplaintTally): ComplaintTally {
  return {
    received: one.received + other.received,
    byKind: kindCounts((kind) => one.byKind[kind] + other.byKind[kind]),
    answered: one.answered + other.answered,
    due: one.due + other.due,
    onTime: one.onTime + other.onTime,
    rated: one.rated + other.rated,
    satisfied: one.satisfied + other.satisfied,
    reopened: one.reopened + other.reopened,
    returned: one.returned + other.returned,
  }
}

/** Cells as one list: those of the same department added up, in the order of their names. */
export function addComplaintCells(parts: readonly (readonly ComplaintCell[])[]): readonly ComplaintCell[] {
  const cells = new Map<string, ComplaintTally>()
  for (const { department, ...tally } of parts.flat()) {
    cells.set(department, addComplaintTallies(cells.get(department) ?? emptyComplaintTally, tally))
  }
  return [...cells.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([department, tally]) => ({ department, ...tally }))
}

/** Of fewer no share and no score is told: one unlucky complaint would be a department's whole mark. */
const fewestScored = 5

/** Parts of one; absent below five. */
export interface ComplaintShares {
  readonly onTime?: number
  readonly satisfied?: number
  readonly score?: number
}

/**
 * The centre's score, in points of 100. Half is the limit kept, which is the department's own doing; half is what the
 * citizens said, which is what it is for. What had to be done twice costs up to twenty, so that a quick answer that
 * settles nothing does not pay. Where too few citizens said anything, the limit makes up the hundred.
 */
const complaintPoints = { onTime: 50, satisfied: 50, returned: 20 } as const

export function complaintShares(tally: ComplaintTally): ComplaintShares {
  const isScored = tally.due >= fewestScored
  const onTime = isScored ? { onTime: tally.onTime / tally.due } : {}
  const satisfied = tally.rated >= fewestScored ? { satisfied: tally.satisfied / tally.rated } : {}
  return { ...onTime, ...satisfied, ...(isScored ? { score: scoreOf(tally, satisfied.satisfied) } : {}) }
}

/** One decimal, rounded down, so that no more is claimed than was kept. */
function scoreOf({ due, onTime, returned }: ComplaintTally, satisfied: number | undefined): number {
  const points = complaintPoints
  const all = points.onTime + (satisfied === undefined ? 0 : points.satisfied)
  const reached = points.onTime * (onTime / due) + points.satisfied * (satisfied ?? 0)
  const lost = points.returned * Math.min(1, returned / due)
  return Math.max(0, Math.floor(((reached / all) * 100 - lost) * 10 + 1e-6) / 10)
}
