import * as v from 'valibot'
import { applicationStates } from '../domain/application-workflow'
import { centreClocks } from '../domain/case-facts'
import { receiptNumberIn } from '../domain/case-search'
import { isCivilDate } from '../domain/civil-time'
import { channels } from '../domain/item'
import { figureGroups, monthsBetween } from '../domain/supervision-figures'
import { civilDate, contract, cursor, id, instant, text } from './contract'
import { keysOf } from './keys-of'

/** 电子监察: what supervisors see of the departments they are set over, and the whole chain of a case for the auditor. */

const supervisors = { kind: 'staff', roles: ['supervisor'] } as const

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const counts = {
  /** Cases with a clock of the centre running; those of them that are amber, and those that are red. */
  running: count,
  amber: count,
  red: count,
}
const notYours = { DEPARTMENT_NOT_YOURS: '这个部门不在您的督查范围内。' }
const place = { department: v.optional(text(1, 40)), window: v.optional(text(1, 40)) }

/** How many cases run, and how many of them are amber or red, by department and window. */
export const getBoard = contract({
  name: 'supervision.getBoard',
  kind: 'query',
  access: supervisors,
  input: v.strictObject({}),
  output: v.object({
    departments: v.array(
      v.object({ department: v.string(), ...counts, windows: v.array(v.object({ window: v.string(), ...counts })) }),
    ),
    /** When these were counted. */
    countedAt: instant,
  }),
  errors: {},
})
export type Board = v.InferOutput<typeof getBoard.output>

/** Counts anew what the board shows. */
export const countBoard = contract({
  name: 'supervision.countBoard',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: v.object({ windows: v.number() }),
  errors: {},
})

/** The colours a list of urgent cases can be asked for. */
export const urgencies = { red: '已超期', amber: '临近到期' } as const
export type Urgency = keyof typeof urgencies

const urgentCase = v.object({
  id,
  receiptNumber: v.string(),
  department: v.string(),
  window: v.string(),
  itemName: v.string(),
  channel: v.picklist(keysOf(channels)),
  state: v.picklist(keysOf(applicationStates)),
  submittedOn: civilDate,
  /** The clock that is due first. */
  clock: v.picklist(centreClocks),
  amberOn: civilDate,
  dueOn: civilDate,
})
export type UrgentCase = v.InferOutput<typeof urgentCase>

/** Cases of a colour: red ones the longest overdue first, amber ones those that are due first. */
export const listUrgent = contract({
  name: 'supervision.listUrgent',
  kind: 'query',
  access: supervisors,
  input: v.strictObject({ urgency: v.picklist(keysOf(urgencies)), ...place, cursor: v.optional(cursor) }),
  output: v.object({ cases: v.array(urgentCase), next: v.optional(cursor) }),
  errors: notYours,
})

/** Months one question may span. */
const mostMonths = 24

const month = v.pipe(
  v.string(),
  v.check((value) => /^\d{4}-\d{2}$/.test(value) && isCivilDate(`${value}-01`), '月份格式不对'),
)
const span = {
  from: month,
  to: month,
  by: v.picklist(keysOf(figureGroups)),
  department: v.optional(text(1, 40)),
}
const spans = (input: { readonly from: string; readonly to: string }) => {
  const { length } = monthsBetween(input.from, input.to)
  return length >= 1 && length <= mostMonths
}
const spanSentence = `请选择1至${mostMonths}个月，结束月份不早于开始月份`

const rate = v.optional(v.number())
const figures = v.object({
  received: count,
  accepted: count,
  decided: count,
  onTimeRate: rate,
  lawfulRate: rate,
  promisedSaving: rate,
  achievedSaving: rate,
  averageDays: rate,
})
const figureRow = v.object({
  department: v.optional(v.string()),
  window: v.optional(v.string()),
  itemCode: v.optional(v.string()),
  itemName: v.optional(v.string()),
  month: v.optional(v.string()),
  figures,
})
export type FigureLine = v.InferOutput<typeof figureRow>

/** Rows one answer shows; the file has all of them. */
export const mostRows = 300

/** The figures of some months, set apart by department, window, item or month. */
export const getFigures = contract({
  name: 'supervision.getFigures',
  kind: 'query',
  access: supervisors,
  input: v.pipe(
    v.strictObject(span),
    v.forward(
      v.check((input) => spans(input), spanSentence),
      ['to'],
    ),
  ),
  output: v.object({
    rows: v.array(figureRow),
    /** Rows left out because there are too many to show. */
    leftOut: count,
    total: figures,
    /** When they were added up; absent before the first time. */
    countedAt: v.optional(instant),
  }),
  errors: notYours,
})

const csvPart = v.object({
  /** Rows as CSV with CRLF; the first part begins with a byte order mark and the headings. Parts are put together as they are. */
  csv: v.string(),
  /** Where the next part goes on; absent with the last. */
  next: v.optional(cursor),
})

/** The figures as a file for a spreadsheet, part by part. */
export const exportFigures = contract({
  name: 'supervision.exportFigures',
  kind: 'query',
  access: supervisors,
  input: v.pipe(
    v.strictObject({ ...span, cursor: v.optional(cursor) }),
    v.forward(
      v.check((input) => spans(input), spanSentence),
      ['to'],
    ),
  ),
  output: csvPart,
  errors: notYours,
})

/** Every amber and red case as a file for a spreadsheet, part by part. */
export const exportUrgent = contract({
  name: 'supervision.exportUrgent',
  kind: 'query',
  access: supervisors,
  input: v.strictObject({ ...place, cursor: v.optional(cursor) }),
  output: csvPart,
  errors: notYours,
})

/** What can be wrong with a chain of the audit, in the auditor's words. */
export const chainFaultNames = {
  altered: '内容被改动',
  missing: '缺少记录',
  inserted: '多出记录',
  unlinked: '与前一条不衔接',
  'cut-off': '末尾记录被删',
} as const

/** The chains of a case: its own, and of its result's delivery; each counts its entries for itself. */
export const caseChains = { case: '办理', delivery: '寄送' } as const

/** Everything that was done with a case and its delivery, by whom and when, and whether the record of it is whole. */
export const getTimeline = contract({
  name: 'supervision.getTimeline',
  kind: 'query',
  access: { kind: 'staff', roles: ['supervisor', 'administrator'] },
  input: v.strictObject({ applicationId: id }),
  output: v.object({
    receiptNumber: v.string(),
    itemName: v.string(),
    department: v.string(),
    state: v.picklist(keysOf(applicationStates)),
    entries: v.array(
      v.object({
        chain: v.picklist(keysOf(caseChains)),
        sequence: v.number(),
        at: instant,
        event: v.string(),
        label: v.string(),
        actor: v.object({ kind: v.picklist(['applicant', 'staff', 'timer']), id: v.string(), name: v.string() }),
        /** What else the entry says, as it stands there. */
        details: v.array(v.object({ name: v.string(), value: v.string() })),
        /** The first characters of its hash, to compare with another copy. */
        mark: v.string(),
      }),
    ),
    verification: v.object({
      isWhole: v.boolean(),
      checkedAt: instant,
      faults: v.array(
        v.object({
          chain: v.picklist(keysOf(caseChains)),
          sequence: v.number(),
          kind: v.picklist(keysOf(chainFaultNames)),
        }),
      ),
    }),
  }),
  errors: { NOT_FOUND: '没有找到这件申请，或不在您的督查范围内。' },
})
export type AuditTimeline = v.InferOutput<typeof getTimeline.output>

/** Which case somebody means who has its receipt or acceptance number, for its timeline. */
export const findRecord = contract({
  name: 'supervision.findRecord',
  kind: 'query',
  access: getTimeline.access,
  input: v.strictObject({
    receiptNumber: v.pipe(
      text(1, 40),
      v.check((typed) => receiptNumberIn(typed) !== undefined, '收件编号是2个字母和17位数字，请核对后重新填写'),
    ),
  }),
  output: v.object({ applicationId: id }),
  errors: getTimeline.errors,
  rate: { calls: 60, seconds: 60 },
})

/** Adds up the days since the last time, and the months they belong to. */
export const rollUpFigures = contract({
  name: 'supervision.rollUpFigures',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: v.object({ days: v.number(), months: v.number() }),
  errors: {},
})
