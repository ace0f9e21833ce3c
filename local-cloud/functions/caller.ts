import { randomUUID } from 'node:crypto'
import { environmentId, region } from '../sdk-environment'
import type { FunctionDeclaration } from './declaration'
import type { InvocationContext } from './protocol'

/** Who calls a function. */
export interface Caller {
  /**
   * The way the call took, as the platform's `TCB_SOURCE`: `wx_client` from the mini-program, `wx_trigger` from a timer;
   * each function on the way adds `,scf`.
   */
  readonly source: string
  /** The person behind it, if any. */
  readonly openid?: string
}

const TIMER = 'wx_trigger'
/** A mini-program's id; every caller here belongs to this one. */
const APPID = 'wx0000000000000000'

/**
 * What a function is told beside the event, in the platform's shape.
 * @param sessionToken stands for the caller in whatever the function asks of the cloud during this invocation
 */
export function contextOf(
  { name, timeoutSeconds, memoryMb }: FunctionDeclaration,
  caller: Caller,
  requestId: string,
  sessionToken: string,
): InvocationContext {
  const environment = environmentOf(caller, requestId, sessionToken)
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: environmentId,
    time_limit_in_ms: timeoutSeconds * 1000,
    memory_limit_in_mb: memoryMb,
    environment: JSON.stringify(environment),
    environ: Object.entries(environment)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    tencentcloud_region: region,
  }
}

function environmentOf({ source, openid }: Caller, requestId: string, sessionToken: string): Record<string, string> {
  const entry = source.split(',')[0]
  const cloud = { TCB_ENV: environmentId, TCB_SEQID: requestId, TCB_SOURCE: source, TCB_SESSIONTOKEN: sessionToken }
  const wechat = {
    ...(openid === undefined ? {} : { WX_APPID: APPID, WX_OPENID: openid }),
    // WeChat lends its call token only where its client or a timer is behind the call.
    ...(entry === 'wx_client' && openid !== undefined ? { WX_API_TOKEN: randomUUID() } : {}),
    ...(entry === TIMER ? { WX_TRIGGER_API_TOKEN_V0: randomUUID() } : {}),
  }
  return {
    ...cloud,
    ...wechat,
    TRIGGER_SRC: source === TIMER ? 'timer' : 'own_app',
    TCB_CONTEXT_KEYS: Object.keys(cloud).join(),
    WX_CONTEXT_KEYS: Object.keys(wechat).join(),
  }
}
