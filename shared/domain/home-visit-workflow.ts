/**
 * A home visit's lifecycle 上门服务, as one table: for applicants who cannot come to the window (2018 interview: 病残卧床
 * 不起的群众), in place of a window appointment. Whoever visits compares the originals and accepts.
 */
export const homeVisitStates = {
  requested: { label: '已申请上门', next: '中心将在2个工作日内答复', final: false },
  approved: { label: '同意上门', next: '工作人员会与您约定时间', final: false },
  scheduled: { label: '已约定时间', next: '请在家中备好原件', final: false },
  done: { label: '已上门办理', next: '上门已完成', final: true },
  refused: { label: '未同意上门', next: '可预约窗口或委托他人办理', final: true },
  cancelled: { label: '已取消', next: '可重新申请上门或预约窗口', final: true },
} as const satisfies Record<string, { label: string; next: string; final: boolean }>
export type HomeVisitState = keyof typeof homeVisitStates

/** Why somebody cannot come; the centre's own list. */
export const homeVisitReasons = {
  bedridden: '病残卧床，不能下床',
  disabled: '重度残疾，行动不便',
  elderly: '高龄，无人陪同',
  hospitalised: '住院治疗中',
} as const
export type HomeVisitReason = keyof typeof homeVisitReasons

export const homeVisitActions = {
  request: { label: '申请上门服务', confirm: false },
  approve: { label: '同意上门', confirm: false },
  refuse: { label: '不同意上门', confirm: true },
  schedule: { label: '约定时间', confirm: false },
  reschedule: { label: '改约时间', confirm: false },
  finish: { label: '上门办理完毕', confirm: true },
  cancel: { label: '取消上门', confirm: true },
} as const
export type HomeVisitAction = keyof typeof homeVisitActions

/** Its applicant, or staff of the department. */
export type HomeVisitActor = 'applicant' | 'window'
/** What people are told, and by which template of config/centre/message-templates. */
export const homeVisitMessages = {
  'home-visit-answered': 'appointment',
  'home-visit-scheduled': 'appointment',
  'home-visit-cancelled': 'appointment',
} as const
export type HomeVisitMessage = keyof typeof homeVisitMessages

export interface HomeVisitTransition {
  readonly action: HomeVisitAction
  readonly from: HomeVisitState | 'none'
  readonly to: HomeVisitState
  readonly by: readonly HomeVisitActor[]
  readonly message?: HomeVisitMessage
  readonly event: string
  readonly label: string
}

export const homeVisitTransitions: readonly HomeVisitTransition[] = [
  {
    action: 'request',
    from: 'none',
    to: 'requested',
    by: ['applicant'],
    event: 'home-visit-requested',
    label: '申请上门服务',
  },
  {
    action: 'approve',
    from: 'requested',
    to: 'approved',
    by: ['window'],
    message: 'home-visit-answered',
    event: 'home-visit-approved',
    label: '同意上门服务',
  },
  {
    action: 'refuse',
    from: 'requested',
    to: 'refused',
    by: ['window'],
    message: 'home-visit-answered',
    event: 'home-visit-refused',
    label: '未同意上门服务',
  },
  {
    action: 'schedule',
    from: 'approved',
    to: 'scheduled',
    by: ['window'],
    message: 'home-visit-scheduled',
    event: 'home-visit-scheduled',
    label: '约定上门时间',
  },
  {
    action: 'reschedule',
    from: 'scheduled',
    to: 'scheduled',
    by: ['window'],
    message: 'home-visit-scheduled',
    event: 'home-visit-rescheduled',
    label: '改约上门时间',
  },
  { action: 'finish', from: 'scheduled', to: 'done', by: ['window'], event: 'home-visit-done', label: '上门办理完毕' },
  {
    action: 'cancel',
    from: 'requested',
    to: 'cancelled',
    by: ['applicant'],
    event: 'home-visit-cancelled',
    label: '取消上门服务',
  },
  {
    action: 'cancel',
    from: 'approved',
    to: 'cancelled',
    by: ['applicant'],
    event: 'home-visit-cancelled',
    label: '取消上门服务',
  },
  {
    action: 'cancel',
    from: 'scheduled',
    to: 'cancelled',
    by: ['applicant', 'window'],
    message: 'home-visit-cancelled',
    event: 'home-visit-cancelled',
    label: '取消上门服务',
  },
]

/** Decides one action for one actor, for the button and for the server alike. */
export function decideHomeVisit(
  state: HomeVisitState | 'none',
  action: HomeVisitAction,
  actor: HomeVisitActor,
): HomeVisitTransition | 'WRONG_STATE' | 'NOT_ALLOWED' {
  const row = homeVisitTransitions.find((each) => each.action === action && each.from === state)
  if (row === undefined) return 'WRONG_STATE'
  return row.by.includes(actor) ? row : 'NOT_ALLOWED'
}

/** The actions open to an actor now. */
export function openHomeVisitActions(
  state: HomeVisitState | 'none',
  actor: HomeVisitActor,
): readonly HomeVisitAction[] {
  return homeVisitTransitions.filter((row) => row.from === state && row.by.includes(actor)).map(({ action }) => action)
}

/** Whether a visit still goes on: one application has one at most. */
export function isOpenHomeVisit(state: HomeVisitState): boolean {
  return !homeVisitStates[state].final
}

/** Whether somebody will come to a day that is agreed on, so that no window is needed. */
export function isOnItsWay(state: HomeVisitState): boolean {
  return homeVisitTransitions.some((row) => row.action === 'finish' && row.from === state)
}
