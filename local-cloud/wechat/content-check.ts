import { refusal, type WeChatAnswer } from './message-rules'

/** A text with this in it is `risky` here, one with the other word is for a person to `review`: WeChat tells no rules. */
const testWords = { risky: '违规测试', review: '复审测试' } as const

/** Characters. */
const LONGEST_TEXT = 2500

/**
 * `security.msgSecCheck` in its second version, as far as a server sees it: the person first, then scene and text. Any
 * text without a test word passes.
 */
export function checkContent(body: unknown, isPerson: (openid: string) => boolean): WeChatAnswer | object {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refusal(47001, 'data format error')
  const { version, openid, scene, content } = body as Record<string, unknown>
  if (version !== 2) return refusal(40097, 'invalid args')
  if (typeof openid !== 'string' || !isPerson(openid)) return refusal(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(Number(scene))) return refusal(40097, 'invalid args')
  if (typeof content !== 'string' || content === '') return refusal(44002, 'empty post data')
  if (content.length > LONGEST_TEXT) return refusal(45002, 'content size out of limit')
  const suggest = content.includes(testWords.risky) ? 'risky' : content.includes(testWords.review) ? 'review' : 'pass'
  const label = suggest === 'pass' ? 100 : 20_001
  return {
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    trace_id: refusal(0, '').errmsg.split('rid: ')[1] ?? '',
  }
}
