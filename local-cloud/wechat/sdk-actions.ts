import { CloudError } from '../cloud-error'
import type { ActionHandler } from '../http'
import type { Account } from './account'

/** The SDK's way to WeChat's interface: `wx.api` answers a text, `wx.openApi` the answer itself. */
export function weChatActions(account: Account): ActionHandler {
  const calls: Readonly<Record<string, (body: unknown) => object | Promise<object>>> = {
    'subscribeMessage.send': (body) => account.send(body),
    'security.msgSecCheck': (body) => account.check(body),
  }
  return {
    prefixes: ['wx.'],
    async handle(action, { apiName, requestData }) {
      if (action !== 'wx.api' && action !== 'wx.openApi')
        throw new CloudError('INVALID_PARAM', `unknown action ${action}`)
      // The codes with which the service tells an interface it has not, and a request it cannot read.
      const call = calls[String(apiName)]
      if (call === undefined) throw new CloudError('-604100', `API not found: ${String(apiName)}`)
      const answer = await call(parsed(requestData))
      return action === 'wx.api' ? { data: { responseData: JSON.stringify(answer) } } : { ...answer }
    },
  }
}

function parsed(requestData: unknown): unknown {
  try {
    return JSON.parse(String(requestData)) as unknown
  } catch {
    throw new CloudError('-501007', 'Invalid request param')
  }
}
