/** Original materials that an applicant sends in by courier 寄送原件, tracked in the other direction. One table. */
export const originalsParcelStates = {
  sent: { label: '已寄出', next: '中心收到后会通知您', final: false },
  received: { label: '中心已收到', next: '原件已交窗口核验', final: true },
  incomplete: { label: '原件不齐', next: '请按说明补寄，或带到窗口', final: true },
  withdrawn: { label: '已撤销登记', next: '可重新登记运单', final: true },
} as const satisfies Record<string, { label: string; next: string; final: boolean }>
export type OriginalsParcelState = keyof typeof originalsParcelStates

export const originalsParcelActions = {
  send: { label: '登记寄出的原件', confirm: false },
  withdraw: { label: '撤销登记', confirm: true },
  receive: { label: '登记收到，原件齐全', confirm: false },
  'receive-incomplete': { label: '登记收到，原件不齐', confirm: true },
} as const
export type OriginalsParcelAction = keyof typeof originalsParcelActions
export type OriginalsParcelActor = 'applicant' | 'desk'

export interface OriginalsParcelTransition {
  readonly action: OriginalsParcelAction
  readonly from: OriginalsParcelState | 'none'
  readonly to: OriginalsParcelState
  readonly by: readonly OriginalsParcelActor[]
  readonly message?: 'parcel'
  readonly event: string
  readonly label: string
}

// prettier-ignore
export const originalsParcelTransitions: readonly OriginalsParcelTransition[] = [
  { action: 'send', from: 'none', to: 'sent', by: ['applicant'], event: 'originals-sent', label: '申请人寄出原件' },
  { action: 'withdraw', from: 'sent', to: 'withdrawn', by: ['applicant'], event: 'originals-withdrawn', label: '撤销寄件登记' },
  { action: 'receive', from: 'sent', to: 'received', by: ['desk'], message: 'parcel', event: 'originals-received', label: '中心收到原件' },
  { action: 'receive-incomplete', from: 'sent', to: 'incomplete', by: ['desk'], message: 'parcel', event: 'originals-incomplete', label: '中心收到的原件不齐' },
]

/** Decides one action for one actor, for the button and for the server alike. */
export function decideOriginalsParcel(
  state: OriginalsParcelState | 'none',
  action: OriginalsParcelAction,
  actor: OriginalsParcelActor,
): OriginalsParcelTransition | 'WRONG_STATE' | 'NOT_ALLOWED' {
  const row = originalsParcelTransitions.find((each) => each.action === action && each.from === state)
  if (row === undefined) return 'WRONG_STATE'
  return row.by.includes(actor) ? row : 'NOT_ALLOWED'
}
