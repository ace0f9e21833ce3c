/**
 * 投诉建议, the six steps of the centre's rule as one table: 受理 → 转办 → 交办 → 督办 → 反馈 → 办结, then counted and
 * scored. Limits in working days by kind (the centre's configuration; a consultation 2, a request 10, a complaint 15).
 */
export const complaintKinds = {
  consultation: { label: '咨询', workingDays: 2 },
  request: { label: '求助建议', workingDays: 10 },
  complaint: { label: '投诉举报', workingDays: 15 },
} as const
export type ComplaintKind = keyof typeof complaintKinds

/** What a complaint's number begins with: 投诉. The rest is made as a receipt number's. */
export const complaintNumberPrefix = 'TS'

/** The first step is promised within one working day. */
export const complaintReceiveLimit = 1
/** One extension, with the reason told. */
export const complaintExtension = 10
/** What the citizen says nothing to for so many working days is over. */
export const complaintConfirmLimit = 5

export const complaintStates = {
  sent: { label: '待受理', next: '1个工作日内受理', final: false },
  received: { label: '已受理', next: '正在转给责任部门', final: false },
  assigned: { label: '已转办', next: '责任部门正在指定承办人', final: false },
  handling: { label: '办理中', next: '承办人正在核查处理', final: false },
  supervised: { label: '督办中', next: '督查人员正在核对办理结果', final: false },
  answered: { label: '已反馈', next: '请告诉我们是否满意', final: false },
  closed: { label: '已办结', next: '办理完毕', final: true },
  declined: { label: '不予受理', next: '可查看理由和应找的部门', final: true },
  withdrawn: { label: '已撤回', next: '可重新提交', final: true },
} as const satisfies Record<string, { label: string; next: string; final: boolean }>
export type ComplaintState = keyof typeof complaintStates

/** The lists of staff, by what is to be done next; `mine` are those that a member is entrusted with. */
export const complaintLists = {
  new: '待受理',
  assign: '待转办',
  department: '部门办理',
  mine: '我承办的',
  supervise: '待督办',
  waiting: '待群众确认',
  done: '已办结',
} as const
export type ComplaintList = keyof typeof complaintLists
export const listOfComplaint = {
  sent: 'new',
  received: 'assign',
  assigned: 'department',
  handling: 'department',
  supervised: 'supervise',
  answered: 'waiting',
  closed: 'done',
  declined: 'done',
  withdrawn: 'done',
} as const satisfies Record<ComplaintState, ComplaintList>

/** The centre's clocks are escalated; at the end of the citizen's the timer acts. */
export const complaintClocks = {
  receive: { name: '受理时限', isCentres: true },
  answer: { name: '办理时限', isCentres: true },
  confirm: { name: '确认时限', isCentres: false },
} as const satisfies Record<string, { name: string; isCentres: boolean }>
export type ComplaintClock = keyof typeof complaintClocks

export const complaintActions = {
  send: { label: '提交', confirm: false },
  receive: { label: '受理', confirm: false },
  decline: { label: '不予受理', confirm: true },
  merge: { label: '与已有投诉合并', confirm: true },
  assign: { label: '转办到部门', confirm: false },
  reassign: { label: '改派部门', confirm: false },
  entrust: { label: '交办承办人', confirm: false },
  handle: { label: '上报办理结果', confirm: false },
  'send-back': { label: '退回重办', confirm: true },
  extend: { label: '延长期限', confirm: true },
  answer: { label: '反馈群众', confirm: true },
  confirm: { label: '确认办结', confirm: false },
  reopen: { label: '不满意，要求重办', confirm: false },
  lapse: { label: '逾期未反馈，办结', confirm: false },
  withdraw: { label: '撤回', confirm: true },
} as const
export type ComplaintAction = keyof typeof complaintActions

/** The citizen; 督查 (of any department: complaints come to the centre); staff of the department it is assigned to, its head's part taken by the reviewer entrusted; never somebody complained of. */
export const complaintActors = {
  citizen: '群众',
  supervisor: '督查人员',
  department: '责任部门',
  handler: '承办人',
  timer: '系统定时',
} as const
export type ComplaintActor = keyof typeof complaintActors

export interface ComplaintTransition {
  readonly action: ComplaintAction
  readonly from: ComplaintState | 'none'
  readonly to: ComplaintState
  readonly by: readonly ComplaintActor[]
  readonly guard?: 'not-extended' | 'not-reopened'
  readonly stops: readonly ComplaintClock[]
  readonly starts: readonly ComplaintClock[]
  readonly message?: 'complaint'
  readonly event: string
  readonly label: string
}

// prettier-ignore
export const complaintTransitions: readonly ComplaintTransition[] = [
  { action: 'send', from: 'none', to: 'sent', by: ['citizen'], stops: [], starts: ['receive'], message: 'complaint', event: 'complaint-sent', label: '提交投诉建议' },
  { action: 'receive', from: 'sent', to: 'received', by: ['supervisor'], stops: ['receive'], starts: ['answer'], message: 'complaint', event: 'complaint-received', label: '受理' },
  { action: 'decline', from: 'sent', to: 'declined', by: ['supervisor'], stops: ['receive'], starts: [], message: 'complaint', event: 'complaint-declined', label: '不予受理' },
  { action: 'merge', from: 'sent', to: 'closed', by: ['supervisor'], stops: ['receive'], starts: [], message: 'complaint', event: 'complaint-merged', label: '与已有投诉合并办理' },
  { action: 'withdraw', from: 'sent', to: 'withdrawn', by: ['citizen'], stops: ['receive'], starts: [], event: 'complaint-withdrawn', label: '撤回' },
  { action: 'assign', from: 'received', to: 'assigned', by: ['supervisor'], stops: [], starts: [], event: 'complaint-assigned', label: '转办到责任部门' },
  { action: 'withdraw', from: 'received', to: 'withdrawn', by: ['citizen'], stops: ['answer'], starts: [], event: 'complaint-withdrawn', label: '撤回' },
  { action: 'reassign', from: 'assigned', to: 'assigned', by: ['supervisor'], stops: [], starts: [], event: 'complaint-reassigned', label: '改派责任部门' },
  { action: 'entrust', from: 'assigned', to: 'handling', by: ['department', 'supervisor'], stops: [], starts: [], event: 'complaint-entrusted', label: '交办承办人' },
  { action: 'entrust', from: 'handling', to: 'handling', by: ['department', 'supervisor'], stops: [], starts: [], event: 'complaint-entrusted', label: '改由他人承办' },
  { action: 'handle', from: 'handling', to: 'supervised', by: ['handler'], stops: [], starts: [], event: 'complaint-handled', label: '上报办理结果' },
  { action: 'extend', from: 'handling', to: 'handling', by: ['supervisor'], guard: 'not-extended', stops: [], starts: ['answer'], message: 'complaint', event: 'complaint-extended', label: '延长办理期限' },
  { action: 'send-back', from: 'supervised', to: 'handling', by: ['supervisor'], stops: [], starts: [], event: 'complaint-sent-back', label: '督办退回重办' },
  { action: 'answer', from: 'supervised', to: 'answered', by: ['supervisor'], stops: ['answer'], starts: ['confirm'], message: 'complaint', event: 'complaint-answered', label: '反馈办理结果' },
  { action: 'confirm', from: 'answered', to: 'closed', by: ['citizen'], stops: ['confirm'], starts: [], event: 'complaint-closed', label: '群众确认办结' },
  { action: 'reopen', from: 'answered', to: 'handling', by: ['citizen'], guard: 'not-reopened', stops: ['confirm'], starts: ['answer'], event: 'complaint-reopened', label: '群众不满意，要求重办' },
  { action: 'lapse', from: 'answered', to: 'closed', by: ['timer'], stops: ['confirm'], starts: [], event: 'complaint-lapsed', label: '逾期未反馈，办结' },
]

export interface ComplainingPerson {
  readonly isCitizen: boolean
  readonly isSupervisor: boolean
  /** A member of the department it is assigned to. */
  readonly isDepartment: boolean
  readonly isHandler: boolean
  readonly isComplainedOf: boolean
  readonly isTimer: boolean
}
export interface ComplaintSubject {
  readonly state: ComplaintState | 'none'
  readonly isExtended: boolean
  readonly isReopened: boolean
}

/** Decides one action for one person, for the button and for the server alike. */
export function decideComplaint(
  subject: ComplaintSubject,
  action: ComplaintAction,
  person: ComplainingPerson,
): ComplaintTransition | 'WRONG_STATE' | 'NOT_ALLOWED' {
  const row = complaintTransitions.find(
    (each) => each.action === action && each.from === subject.state && holds(each.guard, subject),
  )
  if (row === undefined) return 'WRONG_STATE'
  return row.by.some((actor) => actsAs(person, actor)) ? row : 'NOT_ALLOWED'
}

function holds(guard: ComplaintTransition['guard'], subject: ComplaintSubject): boolean {
  switch (guard) {
    case 'not-extended':
      return !subject.isExtended
    case 'not-reopened':
      return !subject.isReopened
    case undefined:
      return true
  }
}

function actsAs(person: ComplainingPerson, actor: ComplaintActor): boolean {
  const isApart = !person.isComplainedOf && !person.isCitizen
  switch (actor) {
    case 'citizen':
      return person.isCitizen
    case 'supervisor':
      return person.isSupervisor && isApart
    case 'department':
      return person.isDepartment && isApart
    case 'handler':
      return person.isHandler && person.isDepartment && isApart
    case 'timer':
      return person.isTimer
  }
}

/** Whether others can be merged into one: its citizen cannot take it back any more, and it will be answered or is. */
export function takesOthersIn(state: ComplaintState): boolean {
  const endsWithoutAnswer = complaintTransitions.some(({ action, from }) => from === state && action === 'withdraw')
  return !complaintStates[state].final && !endsWithoutAnswer
}

/** The actions open to this person now, in the table's order. */
export function openComplaintActions(subject: ComplaintSubject, person: ComplainingPerson): readonly ComplaintAction[] {
  const actions = [...new Set(complaintTransitions.map(({ action }) => action))]
  return actions.filter((action) => typeof decideComplaint(subject, action, person) !== 'string')
}
