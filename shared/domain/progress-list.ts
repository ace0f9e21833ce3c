import { applicationTransitions, draftLife, progressGroups, type ApplicationState } from './application-workflow'
import type { CivilDate } from './civil-time'
import { daysLeft } from './deadline'
import { normaliseReceiptNumber } from './receipt-number'

/** The groups of 进度 in their order on the page: whose turn it is. */
export const progressGroupLabels = {
  'needs-you': '需要您处理',
  running: '办理中',
  finished: '已办结',
} as const satisfies Record<(typeof progressGroups)[ApplicationState], string>
export type ProgressGroup = keyof typeof progressGroupLabels

/** What the order and the search look at. */
export interface ProgressRow {
  readonly id: string
  readonly receiptNumber: string
  readonly itemName: string
  readonly applicantName: string
  readonly state: ApplicationState
  /** Milliseconds. */
  readonly updatedAt: number
  readonly deadline?: { readonly dueOn: CivilDate } | undefined
  /** What is posted for it, in both directions. */
  readonly parcels?: readonly ProgressParcel[]
}

/** A parcel of an application, as 进度 shows it. */
export interface ProgressParcel {
  readonly applicationId: string
  readonly direction: 'out' | 'in'
  readonly group: ProgressGroup
}

/** The states that the courier's signature ends: whoever waits for the parcel has nothing to collect. */
const endedBySignature: ReadonlySet<string> = new Set(
  applicationTransitions.filter(({ by }) => by.includes('carrier')).map(({ from }) => from),
)

/** The parcel that carries a decided application's result: its way says what comes next, not the decision. */
export function resultParcel<Parcel extends ProgressParcel>(row: {
  readonly state: ApplicationState
  readonly parcels?: readonly Parcel[]
}): Parcel | undefined {
  return endedBySignature.has(row.state) ? row.parcels?.find(({ direction }) => direction === 'out') : undefined
}

/** Whose turn it is with an application, its parcels included. */
export function progressGroupOf(row: Pick<ProgressRow, 'state' | 'parcels'>): ProgressGroup {
  if (row.parcels?.some(({ group }) => group === 'needs-you') === true) return 'needs-you'
  return resultParcel(row)?.group === 'running' ? 'running' : progressGroups[row.state]
}

/** Puts each parcel to its application; `others` are those whose application is not among the rows. */
export function foldParcels<Row extends { readonly id: string }, Parcel extends ProgressParcel>(
  rows: readonly Row[],
  parcels: readonly Parcel[],
): { readonly rows: readonly (Row & { readonly parcels: readonly Parcel[] })[]; readonly others: readonly Parcel[] } {
  const ids = new Set(rows.map(({ id }) => id))
  return {
    rows: rows.map((row) => ({ ...row, parcels: parcels.filter(({ applicationId }) => applicationId === row.id) })),
    others: parcels.filter(({ applicationId }) => !ids.has(applicationId)),
  }
}

/**
 * A person's applications by whose turn it is; groups without any are left out. What needs the person comes with the
 * nearest due day first, everything else with the latest change first. One application listed twice (it moved to the
 * front between two pages of the list) stands once, as it was read first.
 */
export function groupProgress<Row extends ProgressRow>(
  rows: readonly Row[],
): readonly { readonly group: ProgressGroup; readonly label: string; readonly rows: readonly Row[] }[] {
  const once = [...new Map([...rows].reverse().map((row) => [row.id, row])).values()]
  const groups = Object.keys(progressGroupLabels) as ProgressGroup[]
  return groups
    .map((group) => ({
      group,
      label: progressGroupLabels[group],
      rows: once.filter((row) => progressGroupOf(row) === group).sort(group === 'needs-you' ? byDueDay : byChange),
    }))
    .filter((each) => each.rows.length > 0)
}

const byChange = (left: ProgressRow, right: ProgressRow) =>
  right.updatedAt - left.updatedAt || compare(left.id, right.id)

/** After every date there is: what has no deadline comes last. */
const never = '9999-12-31'
const byDueDay = (left: ProgressRow, right: ProgressRow) =>
  compare(left.deadline?.dueOn ?? never, right.deadline?.dueOn ?? never) || byChange(left, right)

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)

/**
 * The applications that have every word typed, in the receipt number (in any spelling of it), the matter's name or the
 * applicant's. No words find all of them.
 */
export function findInProgress<Row extends ProgressRow>(rows: readonly Row[], typed: string): readonly Row[] {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  // A receipt number is often typed in its printed groups: the whole text counts as one number as well.
  const number = normaliseReceiptNumber(typed)
  const isNumber = /^[A-Z]{0,2}\d{3,}$/.test(number)
  return rows.filter(({ receiptNumber, itemName, applicantName }) => {
    if (isNumber && receiptNumber.includes(number)) return true
    const text = `${receiptNumber} ${itemName} ${applicantName}`.normalize('NFKC').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Whether a draft is so near its last day that its owner is warned. */
export function isDraftEnding(keptUntil: CivilDate, today: CivilDate): boolean {
  return daysLeft({ dueOn: keptUntil }, today) <= Math.max(...draftLife.warnDaysBefore)
}
