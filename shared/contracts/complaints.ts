import * as v from 'valibot'
import {
  complaintActions,
  complaintClocks,
  complaintKinds,
  complaintLists,
  complaintStates,
} from '../domain/complaint-workflow'
import { civilDate, contract, cursor, id, instant, text } from './contract'
import { keysOf } from './keys-of'

/** 投诉建议: six steps, a protected complainant, deadlines, statistics and a score. */

const version = v.pipe(v.number(), v.integer(), v.minValue(0))
const resident = { kind: 'resident' } as const
const supervisors = { kind: 'staff', roles: ['supervisor'] } as const
const staff = { kind: 'staff', roles: ['reviewer', 'comprehensive', 'supervisor'] } as const
const kind = v.picklist(keysOf(complaintKinds), '请选择类型')
const department = text(1, 40)

const clock = v.object({
  clock: v.picklist(keysOf(complaintClocks)),
  dueOn: civilDate,
  amberOn: civilDate,
  provisional: v.boolean(),
})

const complaintView = v.object({
  id,
  /** Made for the citizen to quote. */
  number: v.string(),
  kind,
  state: v.picklist(keysOf(complaintStates)),
  version,
  actions: v.array(v.picklist(keysOf(complaintActions))),
  subject: v.string(),
  text: v.string(),
  /** What it is about, as the citizen named it. A receipt number leads to a name: the department gets it when disclosed. */
  department: v.optional(v.string()),
  window: v.optional(v.string()),
  receiptNumber: v.optional(v.string()),
  /** Of whom the citizen complains, in their words. */
  complainedOf: v.optional(v.string()),
  sentAt: instant,
  clock: v.optional(clock),
  /** Whether the department may know who complains. */
  disclosed: v.boolean(),
  /** As whom the caller sees it. */
  seenAs: v.picklist(['citizen', 'supervisor', 'department']),
  /** For the citizen always; for 督查 by a reveal; for the department only when disclosed, masked. */
  complainant: v.optional(v.object({ name: v.string(), phone: v.string() })),
  assignedTo: v.optional(v.string()),
  handler: v.optional(v.object({ mine: v.boolean(), name: v.string() })),
  /** Whom it complains of, for supervisors only: they never see it. */
  about: v.optional(v.array(v.object({ id, name: v.string() }))),
  /** The department's report, and why it was sent back; staff only. */
  report: v.optional(v.string()),
  sendBackReason: v.optional(v.string()),
  answer: v.optional(v.string()),
  declineReason: v.optional(v.string()),
  extensionReason: v.optional(v.string()),
  reopenReason: v.optional(v.string()),
  satisfied: v.optional(v.boolean()),
  /** Whether it was merged into another one. */
  merged: v.boolean(),
  /** The number of that one, where that is the citizen's own or staff ask; its answer is shown here. */
  mergedInto: v.optional(v.string()),
  /** How many complaints were merged into this one; their citizens get its answer. For supervisors. */
  mergedCount: v.optional(v.number()),
  timeline: v.array(v.object({ at: instant, label: v.string(), by: v.string(), note: v.optional(v.string()) })),
})
export type ComplaintView = v.InferOutput<typeof complaintView>
const row = v.object({
  id,
  number: v.string(),
  kind,
  state: v.picklist(keysOf(complaintStates)),
  subject: v.string(),
  department: v.optional(v.string()),
  sentAt: instant,
  updatedAt: instant,
  clock: v.optional(clock),
})
export type ComplaintRow = v.InferOutput<typeof row>

const errors = {
  NOT_FOUND: '没有找到这件投诉建议，可能不属于您。',
  WRONG_STATE: '状态已经变化，请刷新后再操作。',
  VERSION_CHANGED: '这件投诉建议刚刚有了变化，请刷新后再操作。',
} as const

export const sendComplaint = contract({
  name: 'complaints.sendComplaint',
  kind: 'command',
  access: resident,
  input: v.strictObject({
    kind,
    subject: text(4, 40),
    text: text(10, 1000),
    department: v.optional(department),
    window: v.optional(text(1, 20)),
    receiptNumber: v.optional(text(6, 40)),
    /** The name of the staff member it is about; a supervisor named here, or in the words, never sees it. */
    complainedOf: v.optional(text(2, 30)),
    complainant: v.strictObject({ name: text(2, 30), phone: text(8, 20) }),
    disclosed: v.boolean(),
    consented: v.literal(true, '请先同意为办理投诉使用您的联系方式'),
  }),
  output: complaintView,
  errors: {
    PHONE_INVALID: '请填写正确的手机号码，方便答复您。',
    RECEIPT_NOT_FOUND: '您名下没有这个收件编号，请核对，或留空不填。',
    PLACE_UNKNOWN: '没有这个部门或窗口，请重新选择。',
  },
  rate: { calls: 10, seconds: 3600 },
})
export const listMyComplaints = contract({
  name: 'complaints.listMyComplaints',
  kind: 'query',
  access: resident,
  input: v.strictObject({ cursor: v.optional(cursor) }),
  output: v.object({ complaints: v.array(row), next: v.optional(cursor) }),
  errors: {},
})
export const getComplaint = contract({
  name: 'complaints.getComplaint',
  kind: 'query',
  access: resident,
  /** Staff see what their role may see; the citizen their own. */
  input: v.strictObject({ complaintId: id }),
  output: complaintView,
  errors: { NOT_FOUND: errors.NOT_FOUND },
})
/** The citizen's steps: withdraw, confirm (with whether they are satisfied), reopen (with the reason). */
export const answerComplaint = contract({
  name: 'complaints.answerComplaint',
  kind: 'command',
  access: resident,
  input: v.strictObject({
    complaintId: id,
    version,
    step: v.variant('action', [
      v.strictObject({ action: v.literal('withdraw') }),
      v.strictObject({ action: v.literal('confirm'), satisfied: v.boolean() }),
      v.strictObject({ action: v.literal('reopen'), reason: text(5, 300) }),
    ]),
  }),
  output: complaintView,
  errors,
})

export const listComplaints = contract({
  name: 'complaints.listComplaints',
  kind: 'query',
  access: staff,
  input: v.strictObject({ list: v.picklist(keysOf(complaintLists)), cursor: v.optional(cursor) }),
  output: v.object({
    complaints: v.array(row),
    counts: v.record(v.string(), v.number()),
    next: v.optional(cursor),
  }),
  errors: {},
})
/** References of members it complains of. */
const about = v.pipe(v.array(id), v.maxLength(20, '最多选择20人'))
/** Complaints that may be the same matter: same person (by keyed hash), same receipt number, or much the same words of late. */
export const findDuplicates = contract({
  name: 'complaints.findDuplicates',
  kind: 'query',
  access: supervisors,
  input: v.strictObject({ complaintId: id }),
  output: v.object({ duplicates: v.array(v.object({ complaint: row, why: v.array(v.string()) })) }),
  errors: { NOT_FOUND: errors.NOT_FOUND },
})
export const moveComplaint = contract({
  name: 'complaints.moveComplaint',
  kind: 'command',
  access: staff,
  input: v.strictObject({
    complaintId: id,
    version,
    step: v.variant('action', [
      /** The kind as the centre sees it decides the limit. */
      v.strictObject({ action: v.literal('receive'), kind }),
      v.strictObject({ action: v.literal('decline'), words: text(5, 500) }),
      v.strictObject({ action: v.literal('merge'), into: id }),
      v.strictObject({ action: v.literal('assign'), department, about }),
      v.strictObject({ action: v.literal('reassign'), department, about }),
      v.strictObject({ action: v.literal('entrust'), to: id }),
      v.strictObject({ action: v.literal('handle'), words: text(10, 1000) }),
      v.strictObject({ action: v.literal('send-back'), words: text(5, 500) }),
      v.strictObject({ action: v.literal('extend'), words: text(5, 300) }),
      v.strictObject({ action: v.literal('answer'), words: text(10, 1000) }),
    ]),
  }),
  output: complaintView,
  errors: {
    ...errors,
    MEMBER_NOT_FOUND: '没有找到这位工作人员，请重新选择。',
    /** Whom it is about, or who wrote it: which of the two is not said. */
    CANNOT_HANDLE: '这位工作人员不能承办这件投诉，请另选一位。',
    YOURSELF: '您自己被投诉的，请由其他督查人员办理。',
    MERGE_TARGET: '只能合并到已经转办、还没有办结的另一件，请重新选择。',
    FORBIDDEN_DEPARTMENT: '没有这个部门，请重新选择。',
  },
})
/** Who can be entrusted, or named as complained of, in a department: references and names. */
export const listDepartmentMembers = contract({
  name: 'complaints.listDepartmentMembers',
  kind: 'query',
  access: staff,
  input: v.strictObject({ department, cursor: v.optional(cursor) }),
  output: v.object({
    members: v.array(v.object({ id, name: v.string(), mayHandle: v.boolean() })),
    next: v.optional(cursor),
  }),
  errors: { FORBIDDEN_DEPARTMENT: '没有这个部门，或不属于您的部门。' },
})
/** The complainant's name and number, for 督查 only, with a reason; entered in the chain. */
export const revealComplainant = contract({
  name: 'complaints.revealComplainant',
  kind: 'command',
  access: supervisors,
  input: v.strictObject({ complaintId: id, reason: text(2, 100) }),
  output: v.object({ name: v.string(), phone: v.string() }),
  errors: { NOT_FOUND: errors.NOT_FOUND },
  rate: { calls: 60, seconds: 3600 },
})

const share = v.optional(v.number())
/** 统计、考核: by department and month, from roll-ups. */
export const getComplaintFigures = contract({
  name: 'complaints.getComplaintFigures',
  kind: 'query',
  access: supervisors,
  input: v.strictObject({
    from: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份格式不对')),
    to: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份格式不对')),
  }),
  output: v.object({
    rows: v.array(
      v.object({
        department: v.string(),
        received: v.number(),
        byKind: v.record(v.string(), v.number()),
        answered: v.number(),
        onTime: share,
        satisfied: share,
        reopened: v.number(),
        returned: v.number(),
        /** 0–100: on time and satisfied, less what was done twice. */
        score: share,
      }),
    ),
    months: v.array(v.object({ month: v.string(), received: v.number(), answered: v.number(), onTime: share })),
    rolledUpAt: v.optional(instant),
  }),
  errors: { PERIOD_TOO_LONG: '一次最多查看24个月。' },
})

export const exportComplaintFigures = contract({
  name: 'complaints.exportComplaintFigures',
  kind: 'query',
  access: supervisors,
  input: getComplaintFigures.input,
  output: v.object({
    /** Rows as CSV with CRLF, after a byte order mark and the headings. */
    csv: v.string(),
  }),
  errors: getComplaintFigures.errors,
})

const run = v.object({ done: v.number() })
export const sweepComplaints = contract({
  name: 'complaints.sweepComplaints',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: run,
  errors: {},
})
export const rollUpComplaints = contract({
  name: 'complaints.rollUpComplaints',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: run,
  errors: {},
})
