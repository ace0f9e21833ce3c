import * as v from 'valibot'
import { invitationStandings, questionAnswers, questions, reasonTags, tagsFor, type Grade } from '../domain/rating'
import { rectificationActions, rectificationLists, rectificationStates } from '../domain/rectification-workflow'
import { civilDate, code, contract, cursor, id, instant, text } from './contract'
import { keysOf } from './keys-of'

/** Ratings 好差评 of a matter and of a visit, phone return visits 回访, rectification 差评整改, and their figures. */

const version = v.pipe(v.number(), v.integer(), v.minValue(0))
const resident = { kind: 'resident' } as const
const supervisors = { kind: 'staff', roles: ['supervisor'] } as const
const staff = { kind: 'staff', roles: ['reviewer', 'comprehensive', 'supervisor'] } as const
const gradeValues = [5, 4, 3, 2, 1] as const satisfies readonly Grade[]
const grade = v.picklist(gradeValues, '请选择满意程度')
const answerOf = v.picklist(keysOf(questionAnswers))
const department = text(1, 40)
/** 96 random bits or more, made on the phone: whoever holds it may amend an anonymous answer and see what became of it. */
const ticket = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/, '评价凭证格式不对'))

const ratingContent = v.pipe(
  v.strictObject({
    grade,
    answers: v.optional(v.partial(v.strictObject(mapped(questions, answerOf)))),
    tags: v.pipe(v.array(v.picklist(keysOf(reasonTags))), v.maxLength(6, '最多选6项')),
    comment: v.optional(text(0, 500)),
    /** 表扬: a window or person by name. Of a named answer it is shown publicly once it passed the content check. */
    praise: v.optional(v.strictObject({ whom: text(1, 40), words: text(2, 200) })),
  }),
  v.forward(
    v.check((content) => {
      const fitting = tagsFor(content.grade)
      return content.tags.every((tag) => fitting.includes(tag))
    }, '所选原因与满意程度不一致，请重新选择'),
    ['tags'],
  ),
)
export type RatingContent = v.InferInput<typeof ratingContent>

/** Named: the department sees the name. Anonymous: nobody can learn who it was, the centre included. */
const authorship = v.variant('kind', [
  v.strictObject({ kind: v.literal('named') }),
  v.strictObject({ kind: v.literal('anonymous'), ticket }),
])

function mapped<Table extends Readonly<Record<string, string>>, Schema extends v.GenericSchema>(
  table: Table,
  schema: Schema,
): Record<keyof Table & string, Schema> {
  return Object.fromEntries(Object.keys(table).map((key) => [key, schema])) as Record<keyof Table & string, Schema>
}

const invitation = v.object({
  applicationId: id,
  receiptNumber: v.string(),
  itemName: v.string(),
  department: v.string(),
  closedAt: instant,
  openUntil: civilDate,
  /** `open`, `answered` (named: may be looked at and amended), `answered-anonymously`, `over`. */
  standing: v.picklist(keysOf(invitationStandings)),
  /** The named answer, and until when it can be amended (absent once it was). */
  answer: v.optional(v.object({ content: ratingContent, amendUntil: v.optional(instant) })),
})
export type SurveyInvitation = v.InferOutput<typeof invitation>

export const listInvitations = contract({
  name: 'surveys.listInvitations',
  kind: 'query',
  access: resident,
  input: v.strictObject({ cursor: v.optional(cursor) }),
  output: v.object({ invitations: v.array(invitation), next: v.optional(cursor) }),
  errors: {},
})
const surveyErrors = {
  NOT_FOUND: '没有找到这次办理，可能不属于您。',
  ALREADY_RATED: '这次办理您已经评价过了。',
  SURVEY_OVER: '评价已截止。您仍可以通过“投诉建议”告诉我们。',
  NOT_ALLOWED_TEXT: '文字里有不能公开的内容，请修改后再提交。',
} as const
export const getInvitation = contract({
  name: 'surveys.getInvitation',
  kind: 'query',
  access: resident,
  input: v.strictObject({ applicationId: id }),
  output: invitation,
  errors: { NOT_FOUND: surveyErrors.NOT_FOUND },
})

/** 一事一评. */
export const rateApplication = contract({
  name: 'surveys.rateApplication',
  kind: 'command',
  access: resident,
  input: v.strictObject({ applicationId: id, content: ratingContent, author: authorship }),
  output: v.object({ opensRectification: v.boolean(), amendUntil: instant }),
  errors: surveyErrors,
  rate: { calls: 20, seconds: 60 },
})

/** Amends once within 7 days: a named answer by its application, or window and day; an anonymous one by its ticket. */
export const amendRating = contract({
  name: 'surveys.amendRating',
  kind: 'command',
  access: resident,
  input: v.strictObject({
    of: v.variant('kind', [
      v.strictObject({ kind: v.literal('named'), applicationId: id }),
      v.strictObject({ kind: v.literal('visit'), window: code, day: civilDate }),
      v.strictObject({ kind: v.literal('anonymous'), ticket }),
    ]),
    content: ratingContent,
  }),
  output: v.object({ opensRectification: v.boolean() }),
  errors: {
    NOT_FOUND: '没有找到这条评价。',
    AMEND_OVER: '评价提交7天内可以修改一次，现在不能再改了。',
    NOT_ALLOWED_TEXT: surveyErrors.NOT_ALLOWED_TEXT,
  },
  rate: { calls: 20, seconds: 60 },
})

const ratedWindow = v.object({ window: code, name: v.string(), department: v.string(), place: v.string() })
export type RatedWindow = v.InferOutput<typeof ratedWindow>
/** The window behind a QR code on the counter. */
export const getRatedWindow = contract({
  name: 'surveys.getRatedWindow',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({ window: code }),
  output: ratedWindow,
  errors: { NOT_FOUND: '没有找到这个窗口，请重新扫码。' },
})
/** Every window with its code, for the cards that stand on the counters. */
export const listRatedWindows = contract({
  name: 'surveys.listRatedWindows',
  kind: 'query',
  access: { kind: 'staff', roles: ['reviewer', 'comprehensive', 'supervisor', 'administrator'] },
  input: v.strictObject({}),
  output: v.object({ windows: v.array(ratedWindow) }),
  errors: {},
})
/** 一次一评: a visit, by the window's code; one a person, window and day. */
export const rateVisit = contract({
  name: 'surveys.rateVisit',
  kind: 'command',
  access: resident,
  input: v.strictObject({ window: code, content: ratingContent, author: authorship }),
  /** `day` names the visit, should it be amended. */
  output: v.object({ opensRectification: v.boolean(), amendUntil: instant, day: civilDate }),
  errors: {
    NOT_FOUND: '没有找到这个窗口，请重新扫码。',
    ALREADY_RATED: '今天您已经评价过这个窗口了，谢谢。',
    NOT_ALLOWED_TEXT: surveyErrors.NOT_ALLOWED_TEXT,
  },
  rate: { calls: 20, seconds: 60 },
})

const clockView = v.object({ clock: v.string(), dueOn: civilDate, amberOn: civilDate, provisional: v.boolean() })
const rectificationView = v.object({
  id,
  state: v.picklist(keysOf(rectificationStates)),
  version,
  actions: v.array(v.picklist(keysOf(rectificationActions))),
  about: v.string(),
  department: v.string(),
  grade,
  tags: v.array(v.picklist(keysOf(reasonTags))),
  comment: v.optional(v.string()),
  /** Only where the answer is named, and only for staff. */
  author: v.optional(v.string()),
  anonymous: v.boolean(),
  clock: v.optional(clockView),
  finding: v.optional(v.string()),
  extensionReason: v.optional(v.string()),
  reply: v.optional(v.string()),
  disputeReason: v.optional(v.string()),
  conclusion: v.optional(v.string()),
  openedOn: civilDate,
  /** Absent for an anonymous one: nothing of it is finer than the day, in the timeline neither. */
  openedAt: v.optional(instant),
  timeline: v.array(v.object({ at: instant, label: v.string(), by: v.string() })),
})
export type RectificationView = v.InferOutput<typeof rectificationView>

/** What became of the caller's bad ratings: by the application, by the id a message named, an anonymous one by its ticket. */
export const getMyRectification = contract({
  name: 'surveys.getMyRectification',
  kind: 'query',
  access: resident,
  input: v.strictObject({
    of: v.variant('kind', [
      v.strictObject({ kind: v.literal('named'), applicationId: id }),
      v.strictObject({ kind: v.literal('opened'), rectificationId: id }),
      v.strictObject({ kind: v.literal('visit'), window: code, day: civilDate }),
      v.strictObject({ kind: v.literal('anonymous'), ticket }),
    ]),
  }),
  output: v.object({ rectification: v.optional(rectificationView) }),
  errors: {},
})
const rectificationErrors = {
  NOT_FOUND: '没有找到这条整改记录。',
  WRONG_STATE: '整改的状态已经变化，请刷新后再操作。',
  VERSION_CHANGED: '整改记录刚刚有了变化，请刷新后再操作。',
} as const
/** The citizen says whether it is solved. */
export const answerRectification = contract({
  name: 'surveys.answerRectification',
  kind: 'command',
  access: resident,
  input: v.strictObject({
    of: v.variant('kind', [
      v.strictObject({ kind: v.literal('named'), rectificationId: id }),
      v.strictObject({ kind: v.literal('anonymous'), ticket }),
    ]),
    solved: v.boolean(),
    reason: v.optional(text(0, 300)),
  }),
  output: rectificationView,
  errors: {
    NOT_FOUND: rectificationErrors.NOT_FOUND,
    WRONG_STATE: rectificationErrors.WRONG_STATE,
    REASON_MISSING: '请写一下哪里没有解决。',
  },
})

export const listRectifications = contract({
  name: 'surveys.listRectifications',
  kind: 'query',
  access: staff,
  input: v.strictObject({ list: v.picklist(keysOf(rectificationLists)), cursor: v.optional(cursor) }),
  output: v.object({ rectifications: v.array(rectificationView), next: v.optional(cursor) }),
  errors: {},
})
/** A step of staff: verify, find-unfounded, extend, answer, conclude, each with its words. */
export const moveRectification = contract({
  name: 'surveys.moveRectification',
  kind: 'command',
  access: staff,
  input: v.strictObject({
    rectificationId: id,
    version,
    action: v.picklist(['verify', 'find-unfounded', 'extend', 'answer', 'conclude']),
    words: text(5, 500),
  }),
  output: rectificationView,
  errors: rectificationErrors,
})

/** Draws closed applications of a department and period to be phoned, silent people included; the same seed draws the same. */
export const drawReturnVisits = contract({
  name: 'surveys.drawReturnVisits',
  kind: 'command',
  access: supervisors,
  input: v.strictObject({
    department,
    from: civilDate,
    to: civilDate,
    size: v.pipe(v.number(), v.integer(), v.minValue(1, '至少抽1件'), v.maxValue(200, '一次最多抽200件')),
    seed: text(1, 60),
  }),
  output: v.object({ sampleId: id, drawn: v.number(), of: v.number() }),
  errors: { NOTHING_CLOSED: '这段时间没有办结的件。', FORBIDDEN_DEPARTMENT: '您没有权限回访这个部门。' },
})
const sampleView = v.object({
  id,
  department: v.string(),
  from: civilDate,
  to: civilDate,
  seed: v.string(),
  drawnAt: instant,
  drawnBy: v.string(),
  of: v.number(),
  size: v.number(),
  reached: v.number(),
  notReached: v.number(),
  refused: v.number(),
  satisfied: v.number(),
})
export const listReturnVisitSamples = contract({
  name: 'surveys.listReturnVisitSamples',
  kind: 'query',
  access: supervisors,
  input: v.strictObject({ cursor: v.optional(cursor) }),
  output: v.object({ samples: v.array(sampleView), next: v.optional(cursor) }),
  errors: {},
})
const callView = v.object({
  id,
  receiptNumber: v.string(),
  itemName: v.string(),
  closedOn: civilDate,
  personName: v.string(),
  phone: v.string(),
  attempts: v.number(),
  outcome: v.optional(v.picklist(['reached', 'not-reached', 'refused'])),
  grade: v.optional(grade),
})
export type ReturnVisitCall = v.InferOutput<typeof callView>
/** The call sheet; numbers masked until revealed. */
export const listReturnVisits = contract({
  name: 'surveys.listReturnVisits',
  kind: 'query',
  access: supervisors,
  input: v.strictObject({ sampleId: id, cursor: v.optional(cursor) }),
  output: v.object({ sample: sampleView, calls: v.array(callView), next: v.optional(cursor) }),
  errors: { NOT_FOUND: '没有找到这次回访。' },
})
/** The number to dial; entered in the application's chain. */
export const revealCallNumber = contract({
  name: 'surveys.revealCallNumber',
  kind: 'command',
  access: supervisors,
  input: v.strictObject({ callId: id }),
  output: v.object({ personName: v.string(), phone: v.string() }),
  errors: { NOT_FOUND: '没有找到这个电话。' },
  rate: { calls: 60, seconds: 3600 },
})
export const recordReturnVisit = contract({
  name: 'surveys.recordReturnVisit',
  kind: 'command',
  access: supervisors,
  input: v.strictObject({
    callId: id,
    result: v.variant('outcome', [
      v.strictObject({ outcome: v.literal('reached'), content: ratingContent }),
      v.strictObject({ outcome: v.literal('not-reached') }),
      v.strictObject({ outcome: v.literal('refused') }),
    ]),
  }),
  output: callView,
  errors: { NOT_FOUND: '没有找到这个电话。', ALREADY_RECORDED: '这个电话已经登记过结果了。' },
})

const share = v.optional(v.number())
const figureRow = v.object({
  /** The department's name, a window's, an item's or a month; `2026-02至2026-03` where a month had to be told with the next. */
  name: v.string(),
  /** Absent below 5 answers. */
  shown: v.optional(
    v.object({
      answers: v.number(),
      /** 非常满意 first, 非常不满意 last. */
      byGrade: v.array(v.number()),
      /** Parts of 1: satisfied of active answers; answers of invitations; rectified on time of those due. */
      satisfaction: share,
      response: share,
      rectifiedOnTime: share,
      praise: v.number(),
      /** 0–100, the centre's score; by quarters with a rank. */
      score: share,
      rank: v.optional(v.number()),
    }),
  ),
  invited: v.optional(v.number()),
  /** Silence counted as very satisfied by Guangxi's rule: apart from the answers, never blended. */
  byDefault: v.optional(v.number()),
  byPhone: v.optional(v.number()),
})
export type SatisfactionRow = v.InferOutput<typeof figureRow>
const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份格式不对'))
const figuresAsked = v.strictObject({
  by: v.picklist(['department', 'window', 'item', 'month']),
  from: month,
  to: month,
  department: v.optional(department),
})
const figureReaders = {
  kind: 'staff',
  roles: ['reviewer', 'comprehensive', 'supervisor', 'administrator'],
} as const
const figureErrors = { PERIOD_TOO_LONG: '一次最多查看24个月。' } as const
export const getSatisfaction = contract({
  name: 'surveys.getSatisfaction',
  kind: 'query',
  access: figureReaders,
  input: figuresAsked,
  output: v.object({
    rows: v.array(figureRow),
    total: figureRow,
    tags: v.array(v.object({ tag: v.picklist(keysOf(reasonTags)), count: v.number() })),
    /** Monthly scores, the quarters' ranking and the year's total of the departments in scope. */
    scores: v.array(
      v.object({
        department: v.string(),
        months: v.array(v.object({ month: v.string(), score: share })),
        quarters: v.array(v.object({ quarter: v.string(), score: share, rank: v.optional(v.number()) })),
        year: share,
      }),
    ),
    rolledUpAt: v.optional(instant),
  }),
  errors: figureErrors,
})
/** The same rows as a file for a spreadsheet; what is not shown is not in it either. */
export const exportSatisfaction = contract({
  name: 'surveys.exportSatisfaction',
  kind: 'query',
  access: figureReaders,
  input: figuresAsked,
  output: v.object({
    /** Rows as CSV with CRLF, after a byte order mark and the headings. */
    csv: v.string(),
  }),
  errors: figureErrors,
})

/** 表扬 and comments that passed the content check, for everybody. */
export const listPraise = contract({
  name: 'surveys.listPraise',
  kind: 'query',
  access: { kind: 'public' },
  input: v.strictObject({ cursor: v.optional(cursor) }),
  output: v.object({
    praise: v.array(v.object({ id, whom: v.string(), words: v.string(), department: v.string(), month: v.string() })),
    next: v.optional(cursor),
  }),
  errors: {},
})

const run = v.object({ done: v.number() })
/** Reminders after 3 days, the end after 30, overdue rectifications escalated, waiting content checks. */
export const sweepSurveys = contract({
  name: 'surveys.sweepSurveys',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: run,
  errors: {},
})
/** Adds up the days and months that changed. */
export const rollUpSatisfaction = contract({
  name: 'surveys.rollUpSatisfaction',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: run,
  errors: {},
})
