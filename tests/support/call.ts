import { randomBytes } from 'node:crypto'
import type { Answer, Contract, ErrorOf, InputOf, OutputOf } from '@shared/contracts/contract'

/** A cloud function's entry as the platform calls it. */
type Main = (event: unknown, context: unknown) => Promise<unknown>
/** Who calls: an openid, `timer`, or nobody. */
export type By = string | undefined

/** What the platform passes along beside the event. */
export function contextOf(by: By): unknown {
  const environment =
    by === 'timer'
      ? { TCB_SOURCE: 'wx_trigger', TCB_CONTEXT_KEYS: 'TCB_SOURCE', WX_CONTEXT_KEYS: '' }
      : {
          TCB_SOURCE: 'wx_client',
          TCB_CONTEXT_KEYS: 'TCB_SOURCE',
          ...(by === undefined ? { WX_CONTEXT_KEYS: '' } : { WX_OPENID: by, WX_CONTEXT_KEYS: 'WX_OPENID' }),
        }
  return {
    environment: JSON.stringify({ TCB_ENV: 'local', ...environment }),
    request_id: 'test',
    memory_limit_in_mb: 256,
    time_limit_in_ms: 3000,
    function_name: 'test',
    function_version: '$LATEST',
    namespace: 'local',
  }
}

/** Calls one operation as the platform would. */
export async function call<C extends Contract>(
  main: Main,
  contract: C,
  by: By,
  input: InputOf<C>,
  requestId = randomBytes(12).toString('hex'),
): Promise<Answer<OutputOf<C>, ErrorOf<C>>> {
  return (await main({ operation: contract.name, input, requestId }, contextOf(by))) as Answer<OutputOf<C>, ErrorOf<C>>
}

/** The data of an answer that must be good. */
export function good<Data, Code extends string>(answer: Answer<Data, Code>): Data {
  if (!answer.ok)
    throw new Error(`${answer.error.code}: ${answer.error.message} ${JSON.stringify(answer.error.fields ?? {})}`)
  return answer.data
}

/** The code of an answer that must be a refusal. */
export function refusalOf<Data, Code extends string>(answer: Answer<Data, Code>): string {
  if (answer.ok) throw new Error('the call was not refused')
  return answer.error.code
}
