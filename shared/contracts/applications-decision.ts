import * as v from 'valibot'
import { suspensionReasons } from '../domain/application-workflow'
import { fileKinds } from '../domain/item'
import { applicationRow, applicationView, noSuchApplication, queueFilter, wrongState } from './applications'
import { civilDate, code, contract, cursor, id, instant, text } from './contract'
import { keysOf } from './keys-of'

/** From acceptance to the end: who deals with a case, its clocks, the decision, its delivery. */

const version = v.pipe(v.number(), v.integer(), v.minValue(0))
const reviewers = { kind: 'staff', roles: ['reviewer', 'comprehensive'] } as const
const supervisors = { kind: 'staff', roles: ['supervisor'] } as const
const errors = { ...noSuchApplication, ...wrongState } as const

/** 接办: takes an accepted case over, also from a colleague. */
export const takeApplication = contract({
  name: 'applications.takeApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({ applicationId: id, version }),
  output: applicationView,
  errors,
})

/** 行政许可法 art. 42: one extension by 10 wd, with the reason told to the applicant. */
export const extendApplication = contract({
  name: 'applications.extendApplication',
  kind: 'command',
  access: supervisors,
  input: v.strictObject({ applicationId: id, version, reason: text(5, 300) }),
  output: applicationView,
  errors: { ...errors, ALREADY_EXTENDED: '这件申请已经延期过一次，依法不能再次延期。' },
})

/** 行政许可法 art. 45: the clocks stand still, the reason and the expected length are told in writing. */
export const suspendApplication = contract({
  name: 'applications.suspendApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({
    applicationId: id,
    version,
    reason: v.picklist(keysOf(suspensionReasons), '请选择中止的法定情形'),
    explanation: text(5, 300),
    expectedWorkingDays: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1, '请填写预计天数'),
      v.maxValue(180, '预计天数最多180个工作日'),
    ),
  }),
  output: applicationView,
  errors,
})

export const resumeApplication = contract({
  name: 'applications.resumeApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({ applicationId: id, version }),
  output: applicationView,
  errors,
})

/** Announces a result file (licence or decision as PDF or picture); uploaded and taken in like a material. */
export const beginResultUpload = contract({
  name: 'applications.beginResultUpload',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({
    applicationId: id,
    name: text(1, 120),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  output: v.object({ fileId: id, cloudPath: v.string(), maxBytes: v.number() }),
  errors: {
    ...noSuchApplication,
    WRONG_STATE: wrongState.WRONG_STATE,
    FILE_TOO_LARGE: '文件太大，请压缩后再上传。',
    FILE_EMPTY: '文件是空的，请重新选择。',
    TOO_MANY_FILES: '结果文件数量已达上限。',
  },
  rate: { calls: 60, seconds: 60 },
})
export const completeResultUpload = contract({
  name: 'applications.completeResultUpload',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({ fileId: id }),
  output: v.object({ id, name: v.string(), kind: v.picklist(keysOf(fileKinds)), bytes: v.number() }),
  errors: {
    WRONG_STATE: wrongState.WRONG_STATE,
    UPLOAD_NOT_FOUND: '文件没有上传成功，请重新上传。',
    FILE_EMPTY: '文件是空的，请重新选择。',
    FILE_TYPE_NOT_ACCEPTED: '文件的实际类型不符合要求，请上传 PDF 或照片。',
    FILE_DAMAGED: '文件无法打开，可能已损坏，请另存后上传。',
    IMAGE_TOO_LARGE: '图片尺寸过大，请缩小后再上传。',
    FILE_TOO_LARGE: '文件太大，请压缩后再上传。',
    TOO_MANY_FILES: '结果文件数量已达上限。',
  },
  rate: { calls: 60, seconds: 60 },
})

const documentNumber = text(1, 40)

/** 准予: with the number of the licence, and its file where the result is electronic. */
export const approveApplication = contract({
  name: 'applications.approveApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({
    applicationId: id,
    version,
    documentNumber,
    files: v.pipe(v.array(id), v.maxLength(5)),
    note: v.optional(text(0, 300)),
  }),
  output: applicationView,
  errors: { ...errors, FILE_NOT_FOUND: '结果文件没有上传成功，请重新上传。' },
})

/** 不予许可: written, with reasons and both remedies (行政许可法 art. 38), which the server adds. */
export const denyApplication = contract({
  name: 'applications.denyApplication',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({
    applicationId: id,
    version,
    documentNumber,
    reason: text(5, 1000),
    files: v.pipe(v.array(id), v.maxLength(5)),
  }),
  output: applicationView,
  errors: { ...errors, FILE_NOT_FOUND: '结果文件没有上传成功，请重新上传。' },
})

/** 送达: at the window to the applicant or a person named. */
export const deliverResult = contract({
  name: 'applications.deliverResult',
  kind: 'command',
  access: reviewers,
  input: v.strictObject({ applicationId: id, version, recipient: text(2, 30) }),
  output: applicationView,
  errors: { ...errors, UNDER_WAY: '结果已经由快递寄出，请等快递送达；退回后再在窗口领取。' },
})

/** The applicant opens the electronic result: that is its delivery. */
export const receiveResult = contract({
  name: 'applications.receiveResult',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ applicationId: id, version }),
  output: applicationView,
  errors,
})

/** 确认收到: closes the case. */
export const confirmReceipt = contract({
  name: 'applications.confirmReceipt',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({ applicationId: id, version }),
  output: applicationView,
  errors,
})

/** Moves every open case that one member holds to another of the same departments, e.g. after a suspension. */
export const handOver = contract({
  name: 'applications.handOver',
  kind: 'command',
  access: { kind: 'staff', roles: ['supervisor', 'administrator'] },
  input: v.strictObject({ from: id, to: id, reason: text(2, 200) }),
  output: v.object({ moved: v.number(), left: v.number() }),
  errors: {
    MEMBER_NOT_FOUND: '没有找到这位工作人员，请刷新后再试。',
    SAME_MEMBER: '请选择另一位工作人员接手。',
    NOT_ABLE: '接手的工作人员没有相应部门的审批权限，请另选一位。',
  },
})

/** How many open cases each of these members holds. */
export const countHeldCases = contract({
  name: 'applications.countHeldCases',
  kind: 'query',
  access: { kind: 'staff', roles: ['supervisor', 'administrator'] },
  input: v.strictObject({ members: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)) }),
  output: v.object({ held: v.record(v.string(), v.number()) }),
  errors: {},
})

/** How full the queues of the member's departments are, narrowed as their lists; 100 stands for 100 or more. */
export const countQueues = contract({
  name: 'applications.countQueues',
  kind: 'query',
  access: { kind: 'staff', roles: ['reviewer', 'comprehensive', 'supervisor'] },
  input: v.strictObject(queueFilter),
  output: v.object({ counts: v.record(v.string(), v.number()) }),
  errors: {},
})

/** 承诺制: signs the item's pledge and is accepted at once. */
export const acceptWithPledge = contract({
  name: 'applications.acceptWithPledge',
  kind: 'command',
  access: { kind: 'resident' },
  input: v.strictObject({
    itemCode: code,
    revision: version,
    declared: v.literal(true, '请先勾选承诺'),
    consented: v.literal(true, '请先同意为办理本事项使用您的证件信息'),
    /** The applicant's name typed as a signature. */
    signature: text(2, 30),
  }),
  output: v.object({ applicationId: id, receiptNumber: v.string(), submittedAt: instant }),
  errors: {
    ITEM_NOT_FOUND: '没有找到这个事项，可能已经调整，请重新搜索。',
    DRAFT_NOT_FOUND: '草稿不存在或已过期，请重新填写。',
    DRAFT_CHANGED: '您在另一台设备上修改过这份草稿，请先载入最新内容。',
    GUIDE_CHANGED: '办事指南有更新，请核对新的要求后再提交。',
    INCOMPLETE: '还有内容没有填写或上传，请按清单补齐后再提交。',
    NO_PLEDGE: '这个事项不实行承诺制，请按普通方式提交。',
    SIGNATURE_DIFFERS: '签名与申请人姓名不一致，请填写申请人本人的姓名。',
    PLEDGE_BLOCKED: '您有一件承诺经核查不属实，暂不能以承诺制办理，请按普通方式提交。',
  },
  rate: { calls: 10, seconds: 60 },
})

/** Draws pledged cases to be checked: reproducible by the seed, which is recorded. */
export const drawPledgeSample = contract({
  name: 'applications.drawPledgeSample',
  kind: 'command',
  access: supervisors,
  input: v.strictObject({
    department: text(1, 40),
    from: civilDate,
    to: civilDate,
    size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    seed: text(1, 60),
  }),
  output: v.object({ sampleId: id, drawn: v.number(), of: v.number() }),
  errors: { NOTHING_PLEDGED: '这段时间没有承诺办理的件。', FORBIDDEN_DEPARTMENT: '您没有权限抽查这个部门。' },
})

export const listPledgeChecks = contract({
  name: 'applications.listPledgeChecks',
  kind: 'query',
  access: supervisors,
  input: v.strictObject({ status: v.picklist(['open', 'done']), cursor: v.optional(cursor) }),
  output: v.object({
    checks: v.array(
      v.object({
        id,
        application: applicationRow,
        seed: v.string(),
        drawnAt: instant,
        outcome: v.optional(v.object({ kept: v.boolean(), note: v.string(), at: instant })),
      }),
    ),
    next: v.optional(cursor),
  }),
  errors: {},
})

/** 核查结果: a broken pledge is recorded and blocks further pledges of the person for a while. */
export const recordPledgeCheck = contract({
  name: 'applications.recordPledgeCheck',
  kind: 'command',
  access: supervisors,
  input: v.strictObject({ checkId: id, kept: v.boolean(), note: text(2, 300) }),
  output: v.object({}),
  errors: { NOT_FOUND: '没有找到这项核查，可能已经完成。' },
})
