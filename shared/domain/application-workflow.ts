import type { Channel } from './item'

/**
 * The application's lifecycle 申请, as one table. From it come the server's check, the buttons a page shows, the
 * timeline's labels, the diagram in docs/workflows and the exhaustive tests. No status is compared anywhere else.
 *
 * Law beside each number: 行政许可法 (licence law) articles 32, 42, 44, 45; the centre's own promises are marked so.
 */

/** Working days. */
export const applicationLimits = {
  /** The centre's promise (not law): a pre-review is answered within one working day. */
  preReviewPromise: 1,
  /** 行政许可法 art. 32(4): without one complete notice within 5 wd the application counts as accepted. */
  noticePeriod: 5,
  /** The centre's rule: time to resubmit after a correction notice. */
  resubmission: 15,
  /** The centre's rule: time to come to the window with the originals after passing. */
  visit: 30,
  /** 行政许可法 art. 42: decision within 20 wd where the item says nothing else. */
  decision: 20,
  /** 行政许可法 art. 42: one extension, approved by the head, with the reason told to the applicant. */
  extension: 10,
  /** 行政许可法 art. 44: the decision is delivered within 10 wd. */
  delivery: 10,
  /** The centre's rule: time to say that something is wrong with what was delivered, before the case is closed. */
  receipt: 5,
} as const

/** Calendar days a draft is kept from its last change, and when its owner is warned (before the end). */
export const draftLife = { days: 90, warnDaysBefore: [7, 1] } as const

/** Why a clock may stand still (行政许可法 art. 45; art. 47 for hearings): told to the applicant in writing, with its length. */
export const suspensionReasons = {
  hearing: '听证',
  bidding: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
} as const
export type SuspensionReason = keyof typeof suspensionReasons

/** Minutes a reviewer keeps a claimed case without touching it. */
export const claimLeaseMinutes = 30

export const applicationStates = {
  submitted: { label: '待预审', next: '窗口将在1个工作日内预审', final: false },
  reviewing: { label: '预审中', next: '审核人员正在查看材料', final: false },
  correction: { label: '待补正', next: '请按通知一次补齐后重新提交', final: false },
  passed: { label: '预审通过', next: '请带原件到窗口核验', final: false },
  accepted: { label: '已受理', next: '部门正在办理', final: false },
  suspended: { label: '已中止计时', next: '正在进行依法不计入时限的程序', final: false },
  approved: { label: '准予', next: '请领取办理结果', final: false },
  denied: { label: '不予许可', next: '请领取决定书，可查看理由和救济途径', final: false },
  delivered: { label: '已送达', next: '请确认收到', final: false },
  closed: { label: '已办结', next: '办理完毕', final: true },
  rejected: { label: '不予受理', next: '可查看理由和救济途径', final: true },
  withdrawn: { label: '已撤回', next: '可重新申请', final: true },
  expired: { label: '已过期', next: '可重新申请', final: true },
} as const satisfies Record<string, { label: string; next: string; final: boolean }>
export type ApplicationState = keyof typeof applicationStates

/** Which group of 进度 a state belongs to: whose turn it is. */
export const progressGroups = {
  submitted: 'running',
  reviewing: 'running',
  correction: 'needs-you',
  passed: 'needs-you',
  accepted: 'running',
  suspended: 'running',
  approved: 'needs-you',
  denied: 'needs-you',
  delivered: 'needs-you',
  closed: 'finished',
  rejected: 'finished',
  withdrawn: 'finished',
  expired: 'finished',
} as const satisfies Record<ApplicationState, 'needs-you' | 'running' | 'finished'>

/** Which of the staff's queues a state stands in. */
export const queueOfState = {
  submitted: 'unclaimed',
  reviewing: 'claimed',
  correction: 'correction',
  passed: 'window',
  accepted: 'deciding',
  suspended: 'paused',
  approved: 'delivering',
  denied: 'delivering',
  delivered: 'done',
  closed: 'done',
  rejected: 'done',
  withdrawn: 'done',
  expired: 'done',
} as const satisfies Record<ApplicationState, string>

/** Limits that do not depend on the item, with their basis as it is shown. Working days. */
export const fixedClocks = {
  promise: { workingDays: applicationLimits.preReviewPromise, basis: '本中心承诺：1个工作日内预审' },
  notice: { workingDays: applicationLimits.noticePeriod, basis: '行政许可法第三十二条：5个工作日内一次告知' },
  resubmission: { workingDays: applicationLimits.resubmission, basis: '本中心规定：15个工作日内补正' },
  visit: { workingDays: applicationLimits.visit, basis: '本中心规定：30个工作日内到窗口核验' },
  delivery: { workingDays: applicationLimits.delivery, basis: '行政许可法第四十四条：10个工作日内送达' },
  receipt: { workingDays: applicationLimits.receipt, basis: '本中心规定：5个工作日内确认收到' },
} as const

/** The action the clock takes when a deadline's last day is over; other deadlines only turn red. */
export const timerActions = {
  notice: 'deem-accepted',
  resubmission: 'expire',
  visit: 'expire',
  receipt: 'confirm',
} as const satisfies Partial<Record<ApplicationClock, ApplicationAction>>

/**
 * Who acts, seen from the application: its owner, the same as recipient of an electronic result, a reviewer of its
 * department, the one who claimed it, the one who took it over after acceptance, staff at the window, a supervisor of
 * the department, the courier by a signature, or the clock.
 */
export type ApplicationActor =
  'applicant' | 'recipient' | 'reviewer' | 'claimant' | 'handler' | 'window' | 'supervisor' | 'carrier' | 'timer'

/** Deadlines an application carries; each is a `Deadline` in working days. */
export type ApplicationClock =
  'promise' | 'notice' | 'resubmission' | 'visit' | 'committed' | 'statutory' | 'delivery' | 'receipt'

/** What each clock is called. */
export const clockNames = {
  promise: '预审承诺',
  notice: '一次告知期限',
  resubmission: '补正期限',
  visit: '到窗口期限',
  committed: '承诺时限',
  statutory: '法定时限',
  delivery: '送达期限',
  receipt: '确认期限',
} as const satisfies Record<ApplicationClock, string>

/** Who takes a step, as it is said to people. */
export const actorNames = {
  applicant: '申请人',
  recipient: '电子结果的收件人',
  reviewer: '审核人员',
  claimant: '领取的审核人员',
  handler: '承办人',
  window: '窗口工作人员',
  supervisor: '督查人员',
  carrier: '快递签收',
  timer: '系统定时',
} as const satisfies Record<ApplicationActor, string>

/** Messages of config/centre/message-templates: of the application's steps, and of what leads to them at the window. */
export type ApplicationMessage =
  | 'submitted'
  | 'correction-required'
  | 'passed'
  | 'accepted'
  | 'rejected'
  | 'withdrawn'
  | 'expiring'
  | 'progress'
  | 'decided'
  | 'case-arrived'
  | 'appointment'
  | 'appointment-reminder'
  | 'parcel'
  | 'survey'
  | 'rectification'
  | 'complaint'

export interface ApplicationTransition {
  readonly action: ApplicationAction
  readonly from: ApplicationState | 'draft'
  readonly to: ApplicationState
  readonly by: readonly ApplicationActor[]
  /** Only for applications of these channels; absent = all. */
  readonly channels?: readonly Channel[]
  /** Only where this holds; absent = always. */
  readonly guard?: 'pledged' | 'not-extended' | 'not-mine'
  readonly stops: readonly ApplicationClock[]
  readonly starts: readonly ApplicationClock[]
  /** The clock from whose first day the started ones are counted; absent = from the day of the step. */
  readonly countedFrom?: ApplicationClock
  /** `extended`: running clocks get longer; `resumed`: the started ones go on from where they stood still. */
  readonly clocks?: 'extended' | 'resumed'
  /** What the applicant is told. */
  readonly message?: ApplicationMessage
  /** The case is over with a result: the applicant is asked to rate it 一事一评. */
  readonly survey?: true
  /** What the department's reviewers are told. */
  readonly staffMessage?: ApplicationMessage
  /** The event as the audit chain and the timeline name it. */
  readonly event: string
  readonly label: string
}

/** What each action is called on a button, and whether it must be confirmed first. */
export const applicationActions = {
  submit: { label: '提交预审', confirm: false },
  claim: { label: '领取审核', confirm: false },
  release: { label: '放回待审', confirm: false },
  'request-correction': { label: '一次性告知补正', confirm: true },
  resubmit: { label: '重新提交', confirm: false },
  pass: { label: '预审通过', confirm: true },
  reject: { label: '不予受理', confirm: true },
  withdraw: { label: '撤回申请', confirm: true },
  accept: { label: '核验原件并受理', confirm: true },
  'accept-on-site': { label: '现场受理', confirm: true },
  'accept-with-pledge': { label: '签署承诺并受理', confirm: true },
  take: { label: '接办', confirm: false },
  extend: { label: '批准延期', confirm: true },
  suspend: { label: '中止计时', confirm: true },
  resume: { label: '恢复计时', confirm: true },
  approve: { label: '准予', confirm: true },
  deny: { label: '不予许可', confirm: true },
  deliver: { label: '送达结果', confirm: false },
  'sign-for': { label: '快递签收', confirm: false },
  confirm: { label: '确认收到', confirm: false },
  expire: { label: '逾期失效', confirm: false },
  'deem-accepted': { label: '视为受理', confirm: false },
} as const
export type ApplicationAction = keyof typeof applicationActions

const acceptedOnPassing: readonly Channel[] = ['online-full', 'online-courier']
const windowOnPassing: readonly Channel[] = ['pre-review', 'online-collect', 'onsite-courier']

/** 行政许可法 art. 32(4): without a notice in time it counts as accepted from the day the materials arrived. */
// One row a line: the whole lifecycle on one screen.
// prettier-ignore
export const applicationTransitions: readonly ApplicationTransition[] = [
  { action: 'submit', from: 'draft', to: 'submitted', by: ['applicant'], stops: [], starts: ['promise', 'notice'], message: 'submitted', staffMessage: 'case-arrived', event: 'submitted', label: '提交申请' },
  { action: 'claim', from: 'submitted', to: 'reviewing', by: ['reviewer'], stops: [], starts: [], event: 'claimed', label: '开始预审' },
  { action: 'release', from: 'reviewing', to: 'submitted', by: ['claimant', 'timer'], stops: [], starts: [], event: 'released', label: '放回待审' },
  { action: 'request-correction', from: 'reviewing', to: 'correction', by: ['claimant'], stops: ['promise', 'notice'], starts: ['resubmission'], message: 'correction-required', event: 'correction-requested', label: '一次性告知补正' },
  { action: 'resubmit', from: 'correction', to: 'submitted', by: ['applicant'], stops: ['resubmission'], starts: ['promise', 'notice'], message: 'submitted', staffMessage: 'case-arrived', event: 'resubmitted', label: '补正后重新提交' },
  { action: 'pass', from: 'reviewing', to: 'passed', by: ['claimant'], channels: windowOnPassing, stops: ['promise', 'notice'], starts: ['visit'], message: 'passed', event: 'passed', label: '预审通过' },
  { action: 'pass', from: 'reviewing', to: 'accepted', by: ['claimant'], channels: acceptedOnPassing, stops: ['promise', 'notice'], starts: ['committed', 'statutory'], message: 'accepted', event: 'accepted', label: '预审通过，正式受理' },
  { action: 'reject', from: 'reviewing', to: 'rejected', by: ['claimant'], stops: ['promise', 'notice'], starts: [], message: 'rejected', event: 'rejected', label: '不予受理' },
  { action: 'withdraw', from: 'submitted', to: 'withdrawn', by: ['applicant'], stops: ['promise', 'notice'], starts: [], message: 'withdrawn', event: 'withdrawn', label: '申请人撤回' },
  { action: 'withdraw', from: 'reviewing', to: 'withdrawn', by: ['applicant'], stops: ['promise', 'notice'], starts: [], message: 'withdrawn', event: 'withdrawn', label: '申请人撤回' },
  { action: 'withdraw', from: 'correction', to: 'withdrawn', by: ['applicant'], stops: ['resubmission'], starts: [], message: 'withdrawn', event: 'withdrawn', label: '申请人撤回' },
  { action: 'withdraw', from: 'passed', to: 'withdrawn', by: ['applicant'], stops: ['visit'], starts: [], message: 'withdrawn', event: 'withdrawn', label: '申请人撤回' },
  { action: 'withdraw', from: 'accepted', to: 'withdrawn', by: ['applicant'], stops: ['committed', 'statutory'], starts: [], message: 'withdrawn', event: 'withdrawn', label: '申请人撤回' },
  { action: 'withdraw', from: 'suspended', to: 'withdrawn', by: ['applicant'], stops: [], starts: [], message: 'withdrawn', event: 'withdrawn', label: '申请人撤回' },
  { action: 'accept', from: 'passed', to: 'accepted', by: ['window'], stops: ['visit'], starts: ['committed', 'statutory'], message: 'accepted', staffMessage: 'case-arrived', event: 'accepted', label: '窗口核验原件，正式受理' },
  { action: 'reject', from: 'passed', to: 'rejected', by: ['window'], stops: ['visit'], starts: [], message: 'rejected', event: 'rejected', label: '不予受理' },
  { action: 'accept-on-site', from: 'draft', to: 'accepted', by: ['window'], stops: [], starts: ['committed', 'statutory'], message: 'accepted', staffMessage: 'case-arrived', event: 'accepted-on-site', label: '窗口现场受理' },
  { action: 'accept-with-pledge', from: 'draft', to: 'accepted', by: ['applicant'], guard: 'pledged', stops: [], starts: ['committed', 'statutory'], message: 'accepted', staffMessage: 'case-arrived', event: 'accepted-with-pledge', label: '签署承诺，即时受理' },
  { action: 'take', from: 'accepted', to: 'accepted', by: ['reviewer'], guard: 'not-mine', stops: [], starts: [], event: 'taken', label: '接办' },
  { action: 'extend', from: 'accepted', to: 'accepted', by: ['supervisor'], guard: 'not-extended', clocks: 'extended', stops: [], starts: [], message: 'progress', event: 'extended', label: '批准延长办理期限' },
  { action: 'suspend', from: 'accepted', to: 'suspended', by: ['handler'], stops: ['committed', 'statutory'], starts: [], message: 'progress', event: 'suspended', label: '中止计时' },
  { action: 'resume', from: 'suspended', to: 'accepted', by: ['handler'], clocks: 'resumed', stops: [], starts: ['committed', 'statutory'], message: 'progress', event: 'resumed', label: '恢复计时' },
  { action: 'approve', from: 'accepted', to: 'approved', by: ['handler'], stops: ['committed', 'statutory'], starts: ['delivery'], message: 'decided', event: 'approved', label: '作出准予决定' },
  { action: 'deny', from: 'accepted', to: 'denied', by: ['handler'], stops: ['committed', 'statutory'], starts: ['delivery'], message: 'decided', event: 'denied', label: '作出不予许可决定' },
  { action: 'deliver', from: 'approved', to: 'delivered', by: ['window', 'recipient'], stops: ['delivery'], starts: ['receipt'], message: 'progress', event: 'delivered', label: '结果送达' },
  { action: 'deliver', from: 'denied', to: 'delivered', by: ['window', 'recipient'], stops: ['delivery'], starts: ['receipt'], message: 'progress', event: 'delivered', label: '决定书送达' },
  { action: 'sign-for', from: 'approved', to: 'closed', by: ['carrier'], stops: ['delivery'], starts: [], survey: true, event: 'signed-for', label: '快递签收，办结' },
  { action: 'sign-for', from: 'denied', to: 'closed', by: ['carrier'], stops: ['delivery'], starts: [], survey: true, event: 'signed-for', label: '快递签收，办结' },
  { action: 'sign-for', from: 'delivered', to: 'closed', by: ['carrier'], stops: ['receipt'], starts: [], survey: true, event: 'signed-for', label: '快递签收，办结' },
  { action: 'confirm', from: 'delivered', to: 'closed', by: ['applicant', 'timer'], stops: ['receipt'], starts: [], survey: true, event: 'closed', label: '确认收到，办结' },
  { action: 'expire', from: 'correction', to: 'expired', by: ['timer'], stops: ['resubmission'], starts: [], message: 'expiring', event: 'expired', label: '逾期未补正' },
  { action: 'expire', from: 'passed', to: 'expired', by: ['timer'], stops: ['visit'], starts: [], message: 'expiring', event: 'expired', label: '逾期未到窗口' },
  { action: 'deem-accepted', from: 'submitted', to: 'accepted', by: ['timer'], stops: ['promise', 'notice'], starts: ['committed', 'statutory'], countedFrom: 'notice', message: 'accepted', event: 'deemed-accepted', label: '逾期未告知，视为受理' },
  { action: 'deem-accepted', from: 'reviewing', to: 'accepted', by: ['timer'], stops: ['promise', 'notice'], starts: ['committed', 'statutory'], countedFrom: 'notice', message: 'accepted', event: 'deemed-accepted', label: '逾期未告知，视为受理' },
]

/** Who wants to act, in terms of the staff and the people, before it is set against one application. */
export interface ActingPerson {
  readonly isOwner: boolean
  /** A reviewer (or the comprehensive window) of the application's department. */
  readonly isReviewer: boolean
  readonly holdsClaim: boolean
  /** Took the accepted case over. */
  readonly isHandler: boolean
  /** 政管办督查 for the application's department. */
  readonly isSupervisor: boolean
  /** A signature the courier's track shows, or the applicant's word for it, taken in by the capability deliveries. */
  readonly isCarrier: boolean
  readonly isTimer: boolean
}

/** Somebody with no part in an application. */
export const nobody: ActingPerson = {
  isOwner: false,
  isReviewer: false,
  holdsClaim: false,
  isHandler: false,
  isSupervisor: false,
  isCarrier: false,
  isTimer: false,
}

/** The parts of an application that decide which steps are open. */
export interface WorkflowSubject {
  readonly state: ApplicationState | 'draft'
  readonly channel: Channel
  /** The applicant signed the item's pledge 承诺. */
  readonly isPledged?: boolean
  /** The limit was extended once already. */
  readonly isExtended?: boolean
  /** The result is a file that the applicant can open here. */
  readonly hasElectronicResult?: boolean
}

function actsAs(
  person: ActingPerson,
  actor: ApplicationActor,
  subject: Pick<WorkflowSubject, 'hasElectronicResult'> = {},
): boolean {
  switch (actor) {
    case 'applicant':
      return person.isOwner
    case 'recipient':
      return person.isOwner && subject.hasElectronicResult === true
    case 'reviewer':
    case 'window':
      // Nobody reviews an application of their own.
      return person.isReviewer && !person.isOwner
    case 'claimant':
      return person.isReviewer && person.holdsClaim && !person.isOwner
    case 'handler':
      return person.isReviewer && person.isHandler && !person.isOwner
    case 'supervisor':
      return person.isSupervisor && !person.isOwner
    case 'carrier':
      return person.isCarrier
    case 'timer':
      return person.isTimer
  }
}

function holds(guard: ApplicationTransition['guard'], subject: WorkflowSubject, person: ActingPerson): boolean {
  switch (guard) {
    case 'pledged':
      return subject.isPledged === true
    case 'not-extended':
      return subject.isExtended !== true
    case 'not-mine':
      return !person.isHandler
    case undefined:
      return true
  }
}

/** Why an action is not open: the state has no such step, or this person may not take it. */
export type Refusal = 'WRONG_STATE' | 'NOT_ALLOWED'

/**
 * Decides one action for one person, for the button and for the server alike.
 * @returns the row of the table to carry out, or the reason why not.
 */
export function decideTransition(
  subject: WorkflowSubject,
  action: ApplicationAction,
  person: ActingPerson,
): ApplicationTransition | Refusal {
  const row = applicationTransitions.find(
    (each) =>
      each.action === action &&
      each.from === subject.state &&
      (each.channels === undefined || each.channels.includes(subject.channel)) &&
      holds(each.guard, subject, person),
  )
  if (row === undefined) return 'WRONG_STATE'
  return row.by.some((actor) => actsAs(person, actor, subject)) ? row : 'NOT_ALLOWED'
}

/** The actions open to this person now, in the table's order: the buttons of the page. */
export function openActions(subject: WorkflowSubject, person: ActingPerson): readonly ApplicationAction[] {
  const actions = applicationTransitions.map((row) => row.action)
  return [...new Set(actions)].filter((action) => typeof decideTransition(subject, action, person) !== 'string')
}

/** Whether nothing more can happen to an application in this state. */
export function isFinal(state: ApplicationState): boolean {
  return applicationStates[state].final
}

/** States a claim can be held in, states whose applicant may edit: derived, so that no page lists them again. */
export function isEditableByApplicant(state: ApplicationState): boolean {
  return applicationTransitions.some((row) => row.action === 'resubmit' && row.from === state)
}

/** Where a case stands once the claim on it has lapsed: where the timer's release leads, else where it was. */
export function stateAfterLapse(state: ApplicationState): ApplicationState {
  const row = applicationTransitions.find(
    (each) => each.action === 'release' && each.from === state && each.by.includes('timer'),
  )
  return row?.to ?? state
}

/**
 * Whether somebody may see the applicant's numbers in full (with a reason, and entered in the chain): while a case can be
 * claimed, its claimant alone; afterwards, until it is over, the reviewers of its department, who phone the applicant
 * and check originals. Nobody for an application of their own, which they see anyway.
 */
export function decideReveal(state: ApplicationState, person: ActingPerson): 'ALLOWED' | 'NOT_CLAIMED' | 'WRONG_STATE' {
  if (isFinal(state)) return 'WRONG_STATE'
  const isUnderReview = applicationTransitions.some(
    (row) => row.action === 'claim' && (row.from === state || row.to === state),
  )
  return actsAs(person, isUnderReview ? 'claimant' : 'reviewer') ? 'ALLOWED' : 'NOT_CLAIMED'
}
