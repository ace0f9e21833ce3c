/** A subscribe-message template to ask for. */
export interface ConsentQuestion {
  readonly id: string
  readonly title: string
}
/** What the person answered to one of them. */
export interface ConsentAnswer {
  readonly id: string
  readonly choice: 'accept' | 'reject' | 'ban' | 'filter'
}
