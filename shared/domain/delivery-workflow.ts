/**
 * The delivery of a result 快递送达, as one table: what people decide about it. Where a parcel is between posting and
 * signature is not in here: it is computed from the carrier's scans (`parcel-track`), which come late, twice and out of
 * order. Server, buttons, diagram and tests all read this table.
 */
export const deliveryStates = {
  'awaiting-result': { label: '待出结果', next: '结果出来后为您寄出', final: false },
  'awaiting-address': { label: '待填地址', next: '请填写收件地址，或改为到窗口领取', final: false },
  ready: { label: '待寄出', next: '邮政快递专窗将尽快寄出', final: false },
  shipped: { label: '已寄出', next: '可查看物流进度', final: false },
  returned: { label: '已退回', next: '请选择重新寄送，或到窗口领取', final: false },
  collecting: { label: '待自取', next: '请带身份证到窗口领取', final: false },
  signed: { label: '已签收', next: '送达完毕', final: true },
  collected: { label: '窗口自取', next: '已在窗口领取', final: true },
  cancelled: { label: '已取消', next: '这件申请没有需要寄送的结果', final: true },
} as const satisfies Record<string, { label: string; next: string; final: boolean }>
export type DeliveryState = keyof typeof deliveryStates

export const deliveryActions = {
  arrange: { label: '选择快递送达', confirm: false },
  expect: { label: '等待填写地址', confirm: false },
  release: { label: '转待寄出', confirm: false },
  'change-address': { label: '修改地址', confirm: false },
  'collect-instead': { label: '改为窗口自取', confirm: true },
  'courier-instead': { label: '改为快递送达', confirm: false },
  ship: { label: '寄出', confirm: false },
  'correct-waybill': { label: '更正运单号', confirm: false },
  instruct: { label: '选择如何处理', confirm: false },
  'carry-out': { label: '已按要求处理', confirm: false },
  sign: { label: '确认收到', confirm: true },
  return: { label: '登记退回', confirm: true },
  collect: { label: '窗口领取', confirm: false },
  cancel: { label: '取消寄送', confirm: false },
} as const
export type DeliveryAction = keyof typeof deliveryActions

/** The application's owner, the courier desk 邮政快递专窗, the carrier by its scans, or a step of the application itself. */
export type DeliveryActor = 'applicant' | 'desk' | 'carrier' | 'application'

/** What guards look at. */
export interface DeliverySubject {
  readonly state: DeliveryState | 'none'
  /** The application is decided, so that there is something to send. */
  readonly isDecided: boolean
  readonly hasAddress: boolean
  /** The carrier has scanned the parcel at least once: its number is right. */
  readonly isScanned: boolean
  /** The carrier's last word is that it could not hand the parcel over. */
  readonly hasFailed: boolean
  /** The applicant has said what to do about it, and the desk has not done it yet. */
  readonly hasInstruction: boolean
}

export interface DeliveryTransition {
  readonly action: DeliveryAction
  readonly from: DeliveryState | 'none'
  readonly to: DeliveryState
  readonly by: readonly DeliveryActor[]
  readonly guard?: 'undecided' | 'decided' | 'addressed' | 'unaddressed' | 'not-scanned' | 'failed' | 'instructed'
  /** Whether the applicant is told, by the template `parcel`. */
  readonly message?: 'parcel'
  readonly event: string
  readonly label: string
}

// One row a line: the whole lifecycle on one screen.
// prettier-ignore
export const deliveryTransitions: readonly DeliveryTransition[] = [
  { action: 'arrange', from: 'none', to: 'awaiting-result', by: ['applicant'], guard: 'undecided', event: 'delivery-arranged', label: '选择快递送达' },
  { action: 'arrange', from: 'none', to: 'ready', by: ['applicant'], guard: 'decided', event: 'delivery-arranged', label: '选择快递送达' },
  { action: 'expect', from: 'none', to: 'awaiting-address', by: ['application'], guard: 'decided', message: 'parcel', event: 'delivery-address-wanted', label: '结果已出，待填写地址' },
  { action: 'release', from: 'awaiting-result', to: 'ready', by: ['application'], guard: 'addressed', event: 'delivery-ready', label: '结果已出，待寄出' },
  { action: 'release', from: 'awaiting-result', to: 'awaiting-address', by: ['application'], guard: 'unaddressed', message: 'parcel', event: 'delivery-address-wanted', label: '结果已出，待填写地址' },
  { action: 'change-address', from: 'awaiting-result', to: 'awaiting-result', by: ['applicant'], event: 'delivery-address-changed', label: '修改收件地址' },
  { action: 'change-address', from: 'awaiting-address', to: 'ready', by: ['applicant'], event: 'delivery-address-given', label: '填写收件地址' },
  { action: 'change-address', from: 'ready', to: 'ready', by: ['applicant'], event: 'delivery-address-changed', label: '修改收件地址' },
  { action: 'change-address', from: 'returned', to: 'ready', by: ['applicant'], event: 'delivery-again', label: '重新寄送' },
  { action: 'collect-instead', from: 'awaiting-result', to: 'collecting', by: ['applicant'], event: 'delivery-to-window', label: '改为窗口自取' },
  { action: 'collect-instead', from: 'awaiting-address', to: 'collecting', by: ['applicant'], event: 'delivery-to-window', label: '改为窗口自取' },
  { action: 'collect-instead', from: 'ready', to: 'collecting', by: ['applicant'], event: 'delivery-to-window', label: '改为窗口自取' },
  { action: 'collect-instead', from: 'returned', to: 'collecting', by: ['applicant'], event: 'delivery-to-window', label: '改为窗口自取' },
  { action: 'courier-instead', from: 'collecting', to: 'awaiting-result', by: ['applicant'], guard: 'undecided', event: 'delivery-by-courier', label: '改为快递送达' },
  { action: 'courier-instead', from: 'collecting', to: 'ready', by: ['applicant'], guard: 'decided', event: 'delivery-by-courier', label: '改为快递送达' },
  { action: 'ship', from: 'ready', to: 'shipped', by: ['desk'], message: 'parcel', event: 'parcel-shipped', label: '寄出' },
  { action: 'correct-waybill', from: 'shipped', to: 'shipped', by: ['desk'], guard: 'not-scanned', message: 'parcel', event: 'waybill-corrected', label: '更正运单号' },
  { action: 'instruct', from: 'shipped', to: 'shipped', by: ['applicant'], guard: 'failed', event: 'parcel-instructed', label: '派送失败，申请人已选择如何处理' },
  { action: 'carry-out', from: 'shipped', to: 'shipped', by: ['desk'], guard: 'instructed', event: 'parcel-instruction-done', label: '已按申请人要求联系承运方' },
  { action: 'sign', from: 'shipped', to: 'signed', by: ['carrier', 'applicant'], message: 'parcel', event: 'parcel-signed', label: '签收' },
  { action: 'return', from: 'shipped', to: 'returned', by: ['carrier', 'desk'], message: 'parcel', event: 'parcel-returned', label: '退回' },
  { action: 'collect', from: 'collecting', to: 'collected', by: ['application'], event: 'result-collected', label: '窗口领取' },
  { action: 'collect', from: 'awaiting-address', to: 'collected', by: ['application'], event: 'result-collected', label: '窗口领取' },
  { action: 'collect', from: 'ready', to: 'collected', by: ['application'], event: 'result-collected', label: '窗口领取' },
  { action: 'collect', from: 'returned', to: 'collected', by: ['application'], event: 'result-collected', label: '窗口领取' },
  { action: 'cancel', from: 'awaiting-result', to: 'cancelled', by: ['application'], event: 'delivery-cancelled', label: '申请已结束，取消寄送' },
  { action: 'cancel', from: 'collecting', to: 'cancelled', by: ['application'], event: 'delivery-cancelled', label: '申请已结束，取消寄送' },
]

/** Why an action is not open: the delivery has no such step now, or this actor may not take it. */
export type DeliveryRefusal = 'WRONG_STATE' | 'NOT_ALLOWED'

function holds(guard: DeliveryTransition['guard'], subject: DeliverySubject): boolean {
  switch (guard) {
    case 'undecided':
      return !subject.isDecided
    case 'decided':
      return subject.isDecided
    case 'addressed':
      return subject.hasAddress
    case 'unaddressed':
      return !subject.hasAddress
    case 'not-scanned':
      return !subject.isScanned
    case 'failed':
      return subject.hasFailed
    case 'instructed':
      return subject.hasInstruction
    case undefined:
      return true
  }
}

/** Decides one action for one actor, for the button and for the server alike. */
export function decideDelivery(
  subject: DeliverySubject,
  action: DeliveryAction,
  actor: DeliveryActor,
): DeliveryTransition | DeliveryRefusal {
  const row = deliveryTransitions.find(
    (each) => each.action === action && each.from === subject.state && holds(each.guard, subject),
  )
  if (row === undefined) return 'WRONG_STATE'
  return row.by.includes(actor) ? row : 'NOT_ALLOWED'
}

/** The actions open to an actor now, in the table's order: the buttons of the page. */
export function openDeliveryActions(subject: DeliverySubject, actor: DeliveryActor): readonly DeliveryAction[] {
  const actions = [...new Set(deliveryTransitions.map(({ action }) => action))]
  return actions.filter((action) => typeof decideDelivery(subject, action, actor) !== 'string')
}

/** The parcel is with the carrier: where it is, its scans say. */
export function isUnderWay(state: DeliveryState | 'none'): boolean {
  return deliveryTransitions.some(({ from, by }) => from === state && by.includes('carrier'))
}

/** Where the last parcel is with the carrier or was left by it; before the posting, and after it was given up, not. */
export function isAboutItsParcel(state: DeliveryState | 'none'): boolean {
  return isUnderWay(state) || deliveryTransitions.some(({ to, by }) => to === state && by.includes('carrier'))
}

/** Nothing goes on until the applicant gives an address, or comes to the window: an address leads on from there. */
export function isWaitingForAddress(state: DeliveryState | 'none'): boolean {
  return deliveryTransitions.some(
    ({ action, from, to }) => action === 'change-address' && from === state && to !== from,
  )
}

/**
 * How the courier may hand a parcel over (快递市场管理办法 art. 28: no locker, no station, nobody else signing without
 * the recipient's consent): chosen by the applicant, printed on the label.
 */
export const handOvers = {
  'in-person': '本人签收',
  named: '指定的人代收',
  locker: '可放快递柜或驿站',
} as const
export type HandOver = keyof typeof handOvers

/** What an applicant may ask for when the courier could not hand the parcel over. */
export const failureChoices = {
  redeliver: '请再送一次',
  'new-address': '改送到新的地址',
  collect: '退回后我到窗口领取',
} as const
export type FailureChoice = keyof typeof failureChoices
