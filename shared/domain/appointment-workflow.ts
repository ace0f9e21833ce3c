/**
 * An appointment's lifecycle 窗口预约, as one table: a booked half hour, or somebody who walked in. Server, buttons and
 * diagram all read it.
 */
export const appointmentStates = {
  booked: { label: '已预约', next: '请按时到窗口，出示到访码', final: false },
  'checked-in': { label: '已签到', next: '请留意叫号', final: false },
  called: { label: '正在叫号', next: '请到窗口办理', final: false },
  served: { label: '已办理', next: '窗口已办理完毕', final: true },
  cancelled: { label: '已取消', next: '可重新预约', final: true },
  missed: { label: '已爽约', next: '可重新预约或直接到窗口取号', final: true },
} as const satisfies Record<string, { label: string; next: string; final: boolean }>
export type AppointmentState = keyof typeof appointmentStates

export const appointmentActions = {
  book: { label: '预约', confirm: false },
  'walk-in': { label: '现场取号', confirm: false },
  change: { label: '改约', confirm: false },
  cancel: { label: '取消预约', confirm: true },
  'check-in': { label: '签到取号', confirm: false },
  call: { label: '叫号', confirm: false },
  'call-again': { label: '再次叫号', confirm: false },
  serve: { label: '办理完毕', confirm: false },
  'pass-over': { label: '过号', confirm: false },
  miss: { label: '爽约', confirm: false },
} as const
export type AppointmentAction = keyof typeof appointmentActions

/** Its applicant, staff at a window of the area, or the clock. */
export type AppointmentActor = 'applicant' | 'window' | 'timer'

/** What people are told, and by which template of config/centre/message-templates. */
export const appointmentMessages = {
  'appointment-booked': 'appointment',
  'appointment-cancelled': 'appointment',
  'appointment-reminder': 'appointment-reminder',
} as const
export type AppointmentMessage = keyof typeof appointmentMessages

export interface AppointmentTransition {
  readonly action: AppointmentAction
  readonly from: AppointmentState | 'none'
  readonly to: AppointmentState
  readonly by: readonly AppointmentActor[]
  /** Until when the action is open, seen from the slot. */
  readonly guard?: 'before-change-limit' | 'on-the-day' | 'after-grace'
  /** Whether the place in the slot is given back, or taken anew. */
  readonly seat: 'take' | 'give-back' | 'move' | 'keep'
  readonly message?: AppointmentMessage
  readonly event: string
  readonly label: string
}

export const appointmentTransitions: readonly AppointmentTransition[] = [
  {
    action: 'book',
    from: 'none',
    to: 'booked',
    by: ['applicant'],
    seat: 'take',
    message: 'appointment-booked',
    event: 'appointment-booked',
    label: '预约窗口',
  },
  {
    action: 'walk-in',
    from: 'none',
    to: 'checked-in',
    by: ['window'],
    seat: 'keep',
    event: 'walked-in',
    label: '现场取号',
  },
  {
    action: 'change',
    from: 'booked',
    to: 'booked',
    by: ['applicant'],
    guard: 'before-change-limit',
    seat: 'move',
    message: 'appointment-booked',
    event: 'appointment-changed',
    label: '改约',
  },
  {
    action: 'cancel',
    from: 'booked',
    to: 'cancelled',
    by: ['applicant'],
    guard: 'before-change-limit',
    seat: 'give-back',
    message: 'appointment-cancelled',
    event: 'appointment-cancelled',
    label: '取消预约',
  },
  {
    action: 'cancel',
    from: 'booked',
    to: 'cancelled',
    by: ['window'],
    seat: 'give-back',
    message: 'appointment-cancelled',
    event: 'appointment-cancelled',
    label: '中心取消预约',
  },
  {
    action: 'check-in',
    from: 'booked',
    to: 'checked-in',
    by: ['window'],
    guard: 'on-the-day',
    seat: 'keep',
    event: 'checked-in',
    label: '到窗口签到',
  },
  { action: 'call', from: 'checked-in', to: 'called', by: ['window'], seat: 'keep', event: 'called', label: '叫号' },
  {
    action: 'call-again',
    from: 'called',
    to: 'called',
    by: ['window'],
    seat: 'keep',
    event: 'called-again',
    label: '再次叫号',
  },
  {
    action: 'pass-over',
    from: 'called',
    to: 'checked-in',
    by: ['window'],
    seat: 'keep',
    event: 'passed-over',
    label: '过号，重新排队',
  },
  {
    action: 'serve',
    from: 'called',
    to: 'served',
    by: ['window'],
    seat: 'keep',
    event: 'served',
    label: '窗口办理完毕',
  },
  {
    action: 'serve',
    from: 'checked-in',
    to: 'served',
    by: ['window'],
    seat: 'keep',
    event: 'served',
    label: '窗口办理完毕',
  },
  {
    // They came on their day and went straight to the window.
    action: 'serve',
    from: 'booked',
    to: 'served',
    by: ['window'],
    guard: 'on-the-day',
    seat: 'keep',
    event: 'served',
    label: '未签到，已到窗口办理',
  },
  {
    action: 'miss',
    from: 'booked',
    to: 'missed',
    by: ['timer'],
    guard: 'after-grace',
    seat: 'keep',
    event: 'appointment-missed',
    label: '未按时到窗口',
  },
]

/** Why an action is not open. */
export type AppointmentRefusal = 'WRONG_STATE' | 'NOT_ALLOWED' | 'TOO_LATE' | 'NOT_TODAY'

/** The times of an appointment that guards look at (ms). */
export interface AppointmentTimes {
  readonly changeUntil: number
  readonly missedFrom: number
  /** Whether the slot is today. */
  readonly isToday: boolean
}

/** Decides one action for one actor at `now` (ms), for the button and for the server alike. */
export function decideAppointment(
  state: AppointmentState | 'none',
  action: AppointmentAction,
  actor: AppointmentActor,
  times: AppointmentTimes,
  now: number,
): AppointmentTransition | AppointmentRefusal {
  const rows = appointmentTransitions.filter((row) => row.action === action && row.from === state)
  if (rows.length === 0) return 'WRONG_STATE'
  const row = rows.find(({ by }) => by.includes(actor))
  if (row === undefined) return 'NOT_ALLOWED'
  switch (row.guard) {
    case 'before-change-limit':
      return now <= times.changeUntil ? row : 'TOO_LATE'
    case 'on-the-day':
      return times.isToday ? row : 'NOT_TODAY'
    case 'after-grace':
      return now >= times.missedFrom ? row : 'WRONG_STATE'
    case undefined:
      return row
  }
}

/** The actions open to an actor now: the buttons of the page. */
export function openAppointmentActions(
  state: AppointmentState,
  actor: AppointmentActor,
  times: AppointmentTimes,
  now: number,
): readonly AppointmentAction[] {
  const actions = [...new Set(appointmentTransitions.map(({ action }) => action))]
  return actions.filter((action) => typeof decideAppointment(state, action, actor, times, now) !== 'string')
}

/** The states in which an action is open to somebody: whom a window may call, whom it expects. */
export function statesOpenTo(action: AppointmentAction): readonly AppointmentState[] {
  return (Object.keys(appointmentStates) as AppointmentState[]).filter((state) =>
    appointmentTransitions.some((row) => row.action === action && row.from === state),
  )
}

/** The row of the table for a step that was decided elsewhere. @throws RangeError when the state has no such step */
export function appointmentRow(
  state: AppointmentState | 'none',
  action: AppointmentAction,
  actor: AppointmentActor,
): AppointmentTransition {
  const row = appointmentTransitions.find(
    (each) => each.action === action && each.from === state && each.by.includes(actor),
  )
  if (row === undefined) throw new RangeError(`an appointment that is ${state} has no ${action} by ${actor}`)
  return row
}

/** Whether an appointment still stands: one application has one at most. */
export function isLive(state: AppointmentState): boolean {
  return !appointmentStates[state].final
}
