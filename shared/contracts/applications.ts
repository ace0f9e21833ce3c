import * as v from 'valibot'
import { applicationActions, applicationStates, clockNames, suspensionReasons } from '../domain/application-workflow'
import { defects } from '../domain/correction-notice'
import { channels, fileKinds } from '../domain/item'
import { readCaseSearch } from '../domain/case-search'
import { code, contract, cursor, id, instant, civilDate, text } from './contract'
import { comparisonPlaces } from '../domain/originals'
import { keysOf } from './keys-of'

/** Largest sizes accepted; the item's own limits come on top. */
export const applicationLimitsOfInput = { answers: 40, answerLength: 2000, fileBytes: 10 * 1024 * 1024 } as const

const state = v.picklist(keysOf(applicationStates))
const channel = v.picklist(keysOf(channels))
const version = v.pipe(v.number(), v.integer(), v.minValue(0))
const answers = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,39}$/)),
    v.pipe(v.string(), v.maxLength(applicationLimitsOfInput.answerLength)),
  ),
  v.check((value) => Object.keys(value).length <= applicationLimitsOfInput.answers, '填写项过多'),
)
/** The applicant's own details as typed; checked in full on submission, as far as filled while a draft. */
const applicantDraft = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(60)),
  identityNumber: v.pipe(v.string(), v.maxLength(20)),
  phone: v.pipe(v.string(), v.maxLength(20)),
})

const fileView = v.object({
  id,
  name: v.string(),
  kind: v.picklist(keysOf(fileKinds)),
  bytes: v.number(),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
})
export type FileView = v.InferOutput<typeof fileView>
/** Material code → its files, in the order they were added. */
const materials = v.record(v.string(), v.array(fileView))

const draftView = v.object({
  itemCode: code,
  itemVersion: version,
  /** Set when the guide changed since the draft was begun: `changedParts` are asked again, everything else stays. */
  guideChanged: v.boolean(),
  /** What the new guide asks for the first time or differently and was not answered again since: part keys, `channel`. */
  changedParts: v.array(v.string()),
  channel,
  applicant: applicantDraft,
  answers,
  materials,
  revision: version,
  savedAt: instant,
  /** The last day the draft is kept. */
  keptUntil: civilDate,
})
export type DraftView = v.InferOutput<typeof draftView>

const deadlineView = v.object({
  clock: v.picklist(keysOf(clockNames)),
  startedOn: civilDate,
  dueOn: civilDate,
  amberOn: civilDate,
  workingDays: v.number(),
  provisional: v.boolean(),
  basis: v.string(),
})

const mark = v.strictObject({
  part: v.picklist(['field', 'material', 'applicant']),
  code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/)),
  defect: v.picklist(keysOf(defects)),
  explanation: text(1, 200),
})

const roundView = v.object({
  number: v.number(),
  marks: v.array(mark),
  noticedAt: instant,
  dueOn: civilDate,
  changed: v.optional(v.array(v.string())),
  resubmittedAt: v.optional(instant),
})

const timelineEntry = v.object({
  sequence: v.number(),
  at: instant,
  event: v.string(),
  label: v.string(),
  actor: v.object({ kind: v.picklist(['applicant', 'staff', 'timer']), name: v.string() }),
  note: v.optional(v.string()),
})

const contentView = v.object({ applicant: applicantDraft, answers, materials })

/** What was decided: 准予, or 不予 with reasons and remedies. */
const decisionView = v.object({
  kind: v.picklist(['approved', 'denied']),
  decidedAt: instant,
  /** Number of the licence or of the written decision. */
  documentNumber: v.string(),
  reason: v.optional(v.string()),
  remedies: v.optional(v.string()),
  /** The result as a file, where there is one. */
  files: v.array(fileView),
  /** How it was handed over. */
  delivery: v.optional(
    v.object({ way: v.picklist(['window', 'electronic']), at: instant, recipient: v.optional(v.string()) }),
  ),
})

export const applicationView = v.object({
  id,
  receiptNumber: v.string(),
  itemCode: code,
  itemVersion: version,
  itemName: v.string(),
  department: v.string(),
  channel,
  state,
  version,
  submittedAt: instant,
  /** Whether the caller looks at it as its owner; staff see masked numbers. */
  mine: v.boolean(),
  content: contentView,
  /** While correcting, uploads not yet sent in (owner only). */
  replacements: v.optional(materials),
  /** What the last correction replaced, for the reviewer to compare. */
  before: v.optional(contentView),
  rounds: v.array(roundView),
  clocks: v.array(deadlineView),
  timeline: v.array(timelineEntry),
  /** Actions open to the caller now, from the workflow table. */
  actions: v.array(v.picklist(keysOf(applicationActions))),
  /** Part keys (`material:licence`) the applicant may edit, and those a reviewer may mark. */
  editable: v.array(v.string()),
  markable: v.array(v.string()),
  /** Whether the caller may ask for the masked numbers (`revealApplicant`). */
  revealable: v.boolean(),
  claim: v.optional(v.object({ mine: v.boolean(), staffName: v.string(), until: instant })),
  /** Who deals with the accepted case 承办人. */
  handler: v.optional(v.object({ mine: v.boolean(), name: v.string() })),
  /** How it was accepted, once it was. */
  acceptance: v.optional(
    v.object({
      number: v.string(),
      at: instant,
      way: v.picklist(['online', 'window', 'home', 'on-site', 'pledge', 'by-law']),
    }),
  ),
  /** Which originals were compared at the acceptance, and what was handed over on paper; when, where and by whom. */
  comparison: v.optional(
    v.object({
      compared: v.array(v.object({ code, name: v.string() })),
      onPaper: v.array(v.object({ code, name: v.string() })),
      at: instant,
      place: v.picklist(keysOf(comparisonPlaces)),
      staffName: v.string(),
    }),
  ),
  /** While the clocks stand still (行政许可法 art. 45). */
  suspension: v.optional(
    v.object({
      reason: v.picklist(keysOf(suspensionReasons)),
      explanation: v.string(),
      expectedWorkingDays: v.number(),
      since: civilDate,
    }),
  ),
  /** The one extension (行政许可法 art. 42), once granted. */
  extension: v.optional(v.object({ reason: v.string(), workingDays: v.number(), grantedAt: instant })),
  /** Files uploaded for a decision that is not taken yet (staff only). */
  results: v.optional(v.array(fileView)),
  decision: v.optional(decisionView),
  /** The pledge 承诺 the applicant signed, and what the later check found. */
  pledge: v.optional(
    v.object({
      signedAt: instant,
      text: v.string(),
      check: v.optional(v.object({ kept: v.boolean(), note: v.string(), at: instant })),
    }),
  ),
  /** Reason and remedies of a refusal, or the reviewer's words on passing. */
  outcome: v.optional(
    v.object({ reason: v.string(), rightAuthority: v.optional(v.string()), remedies: v.optional(v.string()) }),
  ),
})
export type ApplicationView = v.InferOutput<typeof applicationView>

export const applicationRow = v.object({
  id,
  receiptNumber: v.string(),
  itemCode: code,
  itemName: v.string(),
  department: v.string(),
  state,
  updatedAt: instant,
  submittedAt: instant,
  applicantName: v.string(),
  /** The deadline that matters now, if one runs. */
  deadline: v.optional(deadlineView),
  claim: v.optional(v.object({ mine: v.boolean(), staffName: v.string(), until: instant })),
  /** Who deals with the accepted case, for staff. */
  handler: v.optional(v.object({ mine: v.boolean(), name: v.string() })),
  round: v.number(),
})
export type ApplicationRow = v.InferOutput<typeof applicationRow>

export const noSuchApplication = { NOT_FOUND: '没有找到这件申请，可能已被删除或不属于您。' } as const
const noSuchItem = { ITEM_NOT_FOUND: '没有找到这个事项，可能已经调整，请重新搜索。' } as const
export const wrongState = {
  WRONG_STATE: '这件申请的状态已经变化，请刷新后再操作。',
  VERSION_CHANGED: '这件申请刚刚有了变化，请刷新后再操作。',
} as const
const draftErrors = {
  DRAFT_NOT_FOUND: '草稿不存在或已过期，请重新填写。',
  DRAFT_CHANGED: '您在另一台设备上修改过这份草稿，请先载入最新内容。',
} as const

/** Begins, or goes on with, the caller's one draft for an item; a channel that is named replaces the draft's. */
export const openDraft = contract({
  name: 'applications.openDraft',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ itemCode: code, channel: v.optional(channel) }),
  output: draftView,
  errors: { ...noSuchItem, CHANNEL_NOT_OFFERED: '这个事项不支持所选的办理方式，请重新选择。' },
  rate: { calls: 60, seconds: 60 },
})

/** Saves a draft; `revision` is the one last seen, so two devices never overwrite each other. */
export const saveDraft = contract({
  name: 'applications.saveDraft',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ itemCode: code, revision: version, channel, applicant: applicantDraft, answers }),
  output: v.object({ revision: version, savedAt: instant, keptUntil: civilDate }),
  errors: { ...draftErrors, CHANNEL_NOT_OFFERED: '这个事项不支持所选的办理方式，请重新选择。' },
  rate: { calls: 120, seconds: 60 },
})

export const discardDraft = contract({
  name: 'applications.discardDraft',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ itemCode: code }),
  output: v.object({}),
  errors: { DRAFT_NOT_FOUND: draftErrors.DRAFT_NOT_FOUND },
})

const uploadTarget = v.variant('kind', [
  v.strictObject({ kind: v.literal('draft'), itemCode: code }),
  v.strictObject({ kind: v.literal('correction'), applicationId: id }),
])
const noSuchTarget = { DRAFT_NOT_FOUND: draftErrors.DRAFT_NOT_FOUND, ...noSuchApplication } as const
const uploadErrors = {
  MATERIAL_NOT_ASKED: '这项材料目前不需要上传，请返回清单查看。',
  TOO_MANY_FILES: '这项材料的文件数量已达上限，请先删除一份再上传。',
  FILE_TOO_LARGE: '文件太大，请压缩或重新拍摄后再上传。',
  FILE_EMPTY: '文件是空的，请重新选择。',
  WRONG_STATE: wrongState.WRONG_STATE,
} as const

/** Announces an upload: checks that it is asked for, gives the path the phone may upload to. */
export const beginUpload = contract({
  name: 'applications.beginUpload',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({
    target: uploadTarget,
    material: code,
    name: text(1, 120),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  output: v.object({ fileId: id, cloudPath: v.string(), maxBytes: v.number() }),
  errors: { ...noSuchTarget, ...uploadErrors },
  rate: { calls: 60, seconds: 60 },
})

/** Takes an uploaded file in: its type is read from its content, its metadata removed. */
export const completeUpload = contract({
  name: 'applications.completeUpload',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ fileId: id }),
  output: fileView,
  errors: {
    ...uploadErrors,
    UPLOAD_NOT_FOUND: '文件没有上传成功，请重新上传。',
    FILE_TYPE_NOT_ACCEPTED: '文件的实际类型不符合要求，请上传清单中列出的类型（照片或 PDF）。',
    FILE_DAMAGED: '文件无法打开，可能已损坏，请重新拍摄或另存后上传。',
    IMAGE_TOO_LARGE: '图片尺寸过大，请缩小后再上传。',
  },
  rate: { calls: 60, seconds: 60 },
})

export const removeFile = contract({
  name: 'applications.removeFile',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ target: uploadTarget, material: code, fileId: id }),
  output: v.object({}),
  errors: { ...noSuchTarget, WRONG_STATE: wrongState.WRONG_STATE },
})

/** A link to one file, valid 10 minutes; for the owner and for staff of the department. */
export const getFileLink = contract({
  name: 'applications.getFileLink',
  kind: 'query',
  access: { kind: 'resident' },
  /** Staff name the application they look at; the owner need not. */
  input: v.strictObject({ fileId: id, applicationId: v.optional(id) }),
  output: v.object({ url: v.string(), kind: v.picklist(keysOf(fileKinds)), expiresAt: instant }),
  errors: { FILE_NOT_FOUND: '没有找到这份文件，可能已被删除。' },
  rate: { calls: 240, seconds: 60 },
})

export const submitApplication = contract({
  name: 'applications.submitApplication',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({
    itemCode: code,
    revision: version,
    /** 承诺: the applicant declares that everything is true. */
    declared: v.literal(true, '请先勾选承诺'),
    /** 个人信息保护法 art. 29: separate consent for identity number and documents. */
    consented: v.literal(true, '请先同意为办理本事项使用您的证件信息'),
  }),
  output: v.object({ applicationId: id, receiptNumber: v.string(), submittedAt: instant, promise: deadlineView }),
  errors: {
    ...noSuchItem,
    ...draftErrors,
    INCOMPLETE: '还有内容没有填写或上传，请按清单补齐后再提交。',
    GUIDE_CHANGED: '办事指南有更新，请核对新的要求后再提交。',
  },
  rate: { calls: 10, seconds: 60 },
})

/** Sends a correction in: exactly the marked parts may differ. Files come from the uploads made for it. */
export const resubmitApplication = contract({
  name: 'applications.resubmitApplication',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({
    applicationId: id,
    version,
    answers,
    applicant: v.partial(applicantDraft),
  }),
  output: applicationView,
  errors: {
    ...noSuchApplication,
    ...wrongState,
    PART_NOT_MARKED: '只能修改通知中标出的内容。',
    INCOMPLETE: '还有标出的内容没有修改，请补齐后再提交。',
  },
  rate: { calls: 10, seconds: 60 },
})

export const withdrawApplication = contract({
  name: 'applications.withdrawApplication',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ applicationId: id, version }),
  output: applicationView,
  errors: { ...noSuchApplication, ...wrongState },
})

/** The caller's applications, newest change first, and all drafts (at most one an item) with the first page. */
export const listMine = contract({
  name: 'applications.listMine',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({ cursor: v.optional(cursor) }),
  output: v.object({
    applications: v.array(applicationRow),
    drafts: v.array(v.object({ itemCode: code, itemName: v.string(), savedAt: instant, keptUntil: civilDate })),
    next: v.optional(cursor),
  }),
  errors: {},
})

/** For the owner, and masked for staff of the department; a first look of staff is entered in the chain. */
export const getApplication = contract({
  name: 'applications.getApplication',
  kind: 'query',
  access: { kind: 'resident' },
  input: v.strictObject({ applicationId: id }),
  output: applicationView,
  errors: noSuchApplication,
})

const reviewers = { kind: 'staff', roles: ['reviewer', 'comprehensive'] } as const
const lookers = { kind: 'staff', roles: ['reviewer', 'comprehensive', 'supervisor'] } as const

/** Narrows the queues: to one of the member's departments, one item, or what is amber or red. */
export const queueFilter = {
  department: v.optional(text(1, 40)),
  itemCode: v.optional(code),
  due: v.optional(v.picklist(['amber', 'red'])),
} as const

/**
 * The queues of the member's departments, the most urgent first: `unclaimed` (lapsed claims among them), `mine`,
 * `correction` (waiting for the applicant), and `done`, the latest first. Nothing that is done is amber or red.
 */
export const listQueue = contract({
  name: 'applications.listQueue',
  kind: 'query',
  access: lookers,
  input: v.strictObject({
    ...queueFilter,
    queue: v.picklist([
      'unclaimed',
      'mine',
      'correction',
      'window',
      'deciding',
      'handling',
      'paused',
      'delivering',
      'done',
    ]),
    cursor: v.optional(cursor),
  }),
  output: v.object({ applications: v.array(applicationRow), next: v.optional(cursor) }),
  errors: {},
})

/** The items of which the member's departments ever received a case, to narrow the queues by. */
export const listReceivedItems = contract({
  name: 'applications.listReceivedItems',
  kind: 'query',
  access: lookers,
  input: v.strictObject({}),
  output: v.object({ items: v.array(v.object({ code, name: v.string(), department: v.string() })) }),
  errors: {},
})

/**
 * Cases of the member's departments by a receipt number or its beginning, or all of one person by their whole identity
 * number, the latest first. That somebody was looked for by their number is entered in the chain of each case found.
 */
export const findCases = contract({
  name: 'applications.findCases',
  kind: 'query',
  access: lookers,
  input: v.strictObject({
    text: v.pipe(
      text(1, 40),
      v.check(
        (typed) => readCaseSearch(typed) !== undefined,
        '请填写收件编号（从头写起，至少到年份），或者18位身份证号',
      ),
    ),
    cursor: v.optional(cursor),
  }),
  output: v.object({ applications: v.array(applicationRow), next: v.optional(cursor) }),
  errors: {},
  rate: { calls: 60, seconds: 60 },
})

/** Takes a case for 30 minutes, or renews one's own claim. */
export const claimApplication = contract({
  name: 'applications.claimApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({ applicationId: id }),
  output: applicationView,
  errors: {
    ...noSuchApplication,
    WRONG_STATE: wrongState.WRONG_STATE,
    ALREADY_CLAIMED: '这件申请已由其他工作人员领取。',
  },
})

export const releaseApplication = contract({
  name: 'applications.releaseApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({ applicationId: id, version }),
  output: applicationView,
  errors: { ...noSuchApplication, ...wrongState },
})

/** 一次性告知: one notice with everything that is wrong. */
export const requestCorrection = contract({
  name: 'applications.requestCorrection',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({
    applicationId: id,
    version,
    marks: v.pipe(v.array(mark), v.minLength(1, '请至少标出一处'), v.maxLength(60)),
  }),
  output: applicationView,
  errors: {
    ...noSuchApplication,
    ...wrongState,
    PART_NOT_IN_GUIDE: '只能要求办事指南中公布的内容，请修改标记。',
    PART_TWICE: '同一处内容只能标记一次，请合并说明。',
    PART_ALREADY_SETTLED: '依照一次性告知的规定，只能就本次补正改动过的内容再次告知。',
  },
})

export const passApplication = contract({
  name: 'applications.passApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({ applicationId: id, version, note: v.optional(text(0, 200)) }),
  output: applicationView,
  errors: { ...noSuchApplication, ...wrongState },
})

export const rejectApplication = contract({
  name: 'applications.rejectApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({
    applicationId: id,
    version,
    reason: text(5, 500),
    /** 行政许可法 art. 32(2): not this body's matter → name the right one. */
    rightAuthority: v.optional(text(0, 60)),
  }),
  output: applicationView,
  errors: { ...noSuchApplication, ...wrongState },
})

/**
 * Shows the masked numbers, written to the audit chain with the reason: under review to the claimant alone, afterwards
 * (to phone the applicant, to check originals) to reviewers of the department. The version stays, so the next step goes on.
 */
export const revealApplicant = contract({
  name: 'applications.revealApplicant',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({ applicationId: id, reason: text(2, 100) }),
  output: v.object({ applicant: applicantDraft, answers }),
  errors: {
    ...noSuchApplication,
    WRONG_STATE: wrongState.WRONG_STATE,
    NOT_CLAIMED: '请先领取这件申请，再查看完整信息。',
  },
})

/**
 * Timer: lapsed claims go back, overdue notices count as acceptance, late corrections and drafts end, delivered results
 * are closed, clocks that turn amber or red are escalated, provisional ones recounted; `failed` are logged.
 */
export const sweepApplications = contract({
  name: 'applications.sweepApplications',
  kind: 'command',
  access: { kind: 'timer' },
  input: v.strictObject({}),
  output: v.object({
    released: v.number(),
    deemedAccepted: v.number(),
    expired: v.number(),
    confirmed: v.number(),
    escalated: v.number(),
    recounted: v.number(),
    draftsWarned: v.number(),
    draftsDeleted: v.number(),
    failed: v.number(),
  }),
  errors: {},
})
