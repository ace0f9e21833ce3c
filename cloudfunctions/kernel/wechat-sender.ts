import { settingOr } from './environment'
import { askWeChat, codeOf, type WeChatAnswer } from './wechat-api'

/** How one subscribe message ended, by WeChat's error codes. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  /** 43101: refused, or the grants are used up. */
  | { readonly kind: 'refused' }
  /** Ours or the account's fault: sending again cannot help. */
  | { readonly kind: 'final'; readonly code: number; readonly message: string }
  | { readonly kind: 'retry'; readonly code: number; readonly message: string }

export interface SubscribeMessage {
  readonly touser: string
  readonly template_id: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

/** 40003 unknown person, 40037 template, 41030 page, 47003 our bug in a field. */
const finalCodes = [40003, 40037, 41030, 47003]

const send = { apiName: 'subscribeMessage.send', path: '/cgi-bin/message/subscribe/send' } as const

export async function sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome> {
  const body = { ...message, miniprogram_state: settingOr('MINIPROGRAM_STATE', 'formal'), lang: 'zh_CN' }
  try {
    return outcomeOf(await askWeChat(send, body))
  } catch (error) {
    return { kind: 'retry', code: -1, message: error instanceof Error ? error.message : String(error) }
  }
}

function outcomeOf(answer: WeChatAnswer): SendOutcome {
  const code = codeOf(answer)
  const message = answer.errmsg ?? answer.errMsg ?? ''
  if (code === 0) return { kind: 'sent' }
  if (code === 43101) return { kind: 'refused' }
  return { kind: finalCodes.includes(code) ? 'final' : 'retry', code, message }
}
