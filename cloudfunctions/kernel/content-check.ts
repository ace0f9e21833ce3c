import { askWeChat, codeOf, type WeChatAnswer } from './wechat-api'

/** What WeChat says of a text that others will see; `unavailable` when it did not say. */
export type ContentVerdict = 'ok' | 'refused' | 'unavailable'

/** The most WeChat looks through at once (characters). */
const longestText = 2500
/** A comment, of the scenes that WeChat tells apart. */
const scene = 2
const check = { apiName: 'security.msgSecCheck', path: '/wxa/msg_sec_check' } as const

/**
 * Asks WeChat about a text that others will see (security.msgSecCheck, version 2). It wants to know whose it is, and
 * answers only for people who were in the program within two hours: never for an anonymous text.
 * @throws RangeError for a text longer than WeChat takes
 */
export async function checkText(openid: string, content: string): Promise<ContentVerdict> {
  if (content.length > longestText) throw new RangeError(`a text of ${String(content.length)} characters`)
  try {
    const answer: WeChatAnswer & { readonly result?: { readonly suggest?: string } } = await askWeChat(check, {
      version: 2,
      scene,
      openid,
      content,
    })
    if (codeOf(answer) !== 0) return 'unavailable'
    // Besides `pass` there are `risky` and `review`; nobody here would review it.
    return answer.result?.suggest === 'pass' ? 'ok' : 'refused'
  } catch {
    // No answer in time is an answer too: the text waits, and the timer asks again.
    return 'unavailable'
  }
}
