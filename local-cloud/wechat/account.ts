import type { Clock } from '../clock'
import { checkContent } from './content-check'
import {
  readMessage,
  refusal,
  type MessageTemplateDeclaration,
  type SubscribeMessage,
  type WeChatAnswer,
} from './message-rules'
import type { Phones } from './phones'

/** What may go wrong at WeChat when told to: an error code to answer, or no answer at all. */
export type Trouble = (message: SubscribeMessage) => number | 'no-answer' | undefined

/** The mini-program's account at WeChat. */
export class Account {
  private readonly templates: ReadonlyMap<string, MessageTemplateDeclaration> | undefined
  private readonly unanswered: (() => void)[] = []

  constructor(
    private readonly phones: Phones,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly isPerson: (openid: string) => boolean,
    templates: readonly MessageTemplateDeclaration[] | undefined,
    private readonly trouble: Trouble,
  ) {
    this.templates = templates && new Map(templates.map((template) => [template.id, template]))
  }

  /** Whether the account has the template; any where none were declared. */
  has(templateId: string): boolean {
    return this.templates?.has(templateId) ?? templateId !== ''
  }

  template(templateId: string): MessageTemplateDeclaration | undefined {
    return this.templates?.get(templateId)
  }

  /** `subscribeMessage.send`: once this answers 0, the message is on the person's phone and on disk. */
  async send(body: unknown): Promise<WeChatAnswer> {
    const message = readMessage(body, this.isPerson, this.templates)
    if ('errcode' in message) return message
    const trouble = this.trouble(message)
    if (trouble === 'no-answer') {
      await new Promise<void>((resolve) => this.unanswered.push(resolve))
      return refusal(-1, 'system error')
    }
    if (typeof trouble === 'number') return refusal(trouble, troubleTexts[trouble] ?? 'system error')
    const longTerm = this.template(message.templateId)?.longTerm === true
    if (this.phones.deliver(message, longTerm, this.clock.now())) return { errcode: 0, errmsg: 'ok' }
    return refusal(43101, 'user refuse to accept the msg')
  }

  /** `security.msgSecCheck`. */
  check(body: unknown): object {
    return checkContent(body, this.isPerson)
  }

  /** Lets go of the requests that are left without an answer. */
  close(): void {
    this.unanswered.forEach((resolve) => resolve())
  }
}

const troubleTexts: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  45009: 'reach max api daily quota limit',
}
