/** Someone a browser can sign in as: the stand-in for a person's WeChat account. */
export interface Persona {
  readonly id: string
  readonly name: string
  /** Who this is, for whoever chooses. */
  readonly description: string
  readonly openid: string
}
