/**
 * 差评整改: what follows an answer of 不满意 or worse, as one table. Verified in 1 wd, rectified in 5 wd (15 when
 * complicated, with a reason), answered to the citizen, who says whether it is solved; never closed by whom it is about.
 */

/** Working days; the centre's configuration, since cities differ. */
export const rectificationLimits = { verify: 1, rectify: 5, complicated: 15, confirm: 5, review: 5 } as const

export const rectificationStates = {
  reported: { label: '待核实', next: '1个工作日内核实', final: false },
  rectifying: { label: '整改中', next: '5个工作日内整改并答复您', final: false },
  answered: { label: '已答复', next: '请告诉我们是否解决', final: false },
  disputed: { label: '复核中', next: '由督查人员复核', final: false },
  solved: { label: '已解决', next: '整改完毕', final: true },
  concluded: { label: '复核办结', next: '复核完毕', final: true },
  lapsed: { label: '逾期未反馈', next: '没有收到您的反馈，已办结', final: true },
} as const satisfies Record<string, { label: string; next: string; final: boolean }>
export type RectificationState = keyof typeof rectificationStates

/** The lists of staff: what they have to do, what waits for the citizen, what is over. */
export const rectificationLists = { open: '待办', citizen: '待群众反馈', done: '已办结' } as const
export type RectificationList = keyof typeof rectificationLists
export const listOfRectification = {
  reported: 'open',
  rectifying: 'open',
  disputed: 'open',
  answered: 'citizen',
  solved: 'done',
  concluded: 'done',
  lapsed: 'done',
} as const satisfies Record<RectificationState, RectificationList>

export type RectificationClock = 'verify' | 'rectify' | 'confirm' | 'review'

/** The centre's clocks are escalated; at the end of the citizen's the timer acts. */
export const rectificationClocks = {
  verify: { name: '核实时限', isCentres: true },
  rectify: { name: '整改时限', isCentres: true },
  review: { name: '复核时限', isCentres: true },
  confirm: { name: '反馈时限', isCentres: false },
} as const satisfies Record<RectificationClock, { name: string; isCentres: boolean }>

export const rectificationActions = {
  open: { label: '差评登记', confirm: false },
  verify: { label: '核实属实，开始整改', confirm: false },
  'find-unfounded': { label: '核实不属实，答复群众', confirm: true },
  extend: { label: '情况复杂，延长期限', confirm: true },
  answer: { label: '整改完成，答复群众', confirm: true },
  accept: { label: '已解决', confirm: false },
  dispute: { label: '没有解决，申请复核', confirm: false },
  conclude: { label: '复核结论', confirm: true },
  lapse: { label: '逾期未反馈', confirm: false },
} as const
export type RectificationAction = keyof typeof rectificationActions

/** The answer's author; staff of the department whom it is not about; 督查 of the department; the clock. */
export type RectificationActor = 'citizen' | 'department' | 'supervisor' | 'timer'

export interface RectificationTransition {
  readonly action: RectificationAction
  readonly from: RectificationState | 'none'
  readonly to: RectificationState
  readonly by: readonly RectificationActor[]
  readonly guard?: 'not-extended'
  readonly stops: readonly RectificationClock[]
  readonly starts: readonly RectificationClock[]
  /** Whether the citizen is told (one who is anonymous looks by the ticket instead). */
  readonly message?: 'rectification'
  readonly event: string
  readonly label: string
}

// prettier-ignore
export const rectificationTransitions: readonly RectificationTransition[] = [
  { action: 'open', from: 'none', to: 'reported', by: ['citizen'], stops: [], starts: ['verify'], event: 'rectification-opened', label: '收到差评' },
  { action: 'verify', from: 'reported', to: 'rectifying', by: ['department', 'supervisor'], stops: ['verify'], starts: ['rectify'], event: 'rectification-verified', label: '核实属实，开始整改' },
  { action: 'find-unfounded', from: 'reported', to: 'answered', by: ['supervisor'], stops: ['verify'], starts: ['confirm'], message: 'rectification', event: 'rectification-unfounded', label: '核实不属实，已答复' },
  { action: 'extend', from: 'rectifying', to: 'rectifying', by: ['supervisor'], guard: 'not-extended', stops: [], starts: ['rectify'], message: 'rectification', event: 'rectification-extended', label: '情况复杂，延长整改期限' },
  { action: 'answer', from: 'rectifying', to: 'answered', by: ['department', 'supervisor'], stops: ['rectify'], starts: ['confirm'], message: 'rectification', event: 'rectification-answered', label: '整改完成，已答复' },
  { action: 'accept', from: 'answered', to: 'solved', by: ['citizen'], stops: ['confirm'], starts: [], event: 'rectification-solved', label: '群众确认已解决' },
  { action: 'dispute', from: 'answered', to: 'disputed', by: ['citizen'], stops: ['confirm'], starts: ['review'], event: 'rectification-disputed', label: '群众认为没有解决' },
  { action: 'lapse', from: 'answered', to: 'lapsed', by: ['timer'], stops: ['confirm'], starts: [], event: 'rectification-lapsed', label: '逾期未反馈' },
  { action: 'conclude', from: 'disputed', to: 'concluded', by: ['supervisor'], stops: ['review'], starts: [], message: 'rectification', event: 'rectification-concluded', label: '督查复核办结' },
]

/** Who wants to act. Whoever the answer complains of acts as nobody. */
export interface RectifyingPerson {
  readonly isCitizen: boolean
  readonly isDepartment: boolean
  readonly isSupervisor: boolean
  readonly isComplainedOf: boolean
  readonly isTimer: boolean
}

export interface RectificationSubject {
  readonly state: RectificationState | 'none'
  readonly isExtended: boolean
}

/** Decides one action for one person, for the button and for the server alike. */
export function decideRectification(
  subject: RectificationSubject,
  action: RectificationAction,
  person: RectifyingPerson,
): RectificationTransition | 'WRONG_STATE' | 'NOT_ALLOWED' {
  const row = rectificationTransitions.find(
    (each) =>
      each.action === action && each.from === subject.state && (each.guard === undefined || !subject.isExtended),
  )
  if (row === undefined) return 'WRONG_STATE'
  return row.by.some((actor) => actsAs(person, actor)) ? row : 'NOT_ALLOWED'
}

function actsAs(person: RectifyingPerson, actor: RectificationActor): boolean {
  switch (actor) {
    case 'citizen':
      return person.isCitizen
    case 'department':
      return person.isDepartment && !person.isComplainedOf && !person.isCitizen
    case 'supervisor':
      return person.isSupervisor && !person.isComplainedOf && !person.isCitizen
    case 'timer':
      return person.isTimer
  }
}

/** The actions open to this person now, in the table's order. */
export function openRectificationActions(
  subject: RectificationSubject,
  person: RectifyingPerson,
): readonly RectificationAction[] {
  const actions = [...new Set(rectificationTransitions.map(({ action }) => action))]
  return actions.filter((action) => typeof decideRectification(subject, action, person) !== 'string')
}
