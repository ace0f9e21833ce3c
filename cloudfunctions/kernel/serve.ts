import * as v from 'valibot'
import { commonErrors, type Answer } from '@shared/contracts/contract'
import { callerOf } from './caller'
import { currentTime } from './clock'
import { Contended } from './database'
import { makeId } from './ids'
import { logFault } from './log-fault'
import { answerCall, type Operation } from './operation'

/** The largest input a call may carry, as JSON characters; files never come this way. */
const largestCall = 256 * 1024

const envelope = v.object({
  operation: v.pipe(v.string(), v.maxLength(80)),
  input: v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  requestId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)),
})

/** A cloud function's entry over its operations; never throws, so that a fault leaks nothing. */
export function serve(
  operations: readonly Operation[],
): (event: unknown, context: unknown) => Promise<Answer<unknown, string>> {
  const byName = new Map(operations.map((operation) => [operation.contract.name, operation]))
  return async (event, context) => {
    const now = currentTime()
    const refuse = (code: keyof typeof commonErrors, requestId: string): Answer<unknown, string> => ({
      ok: false,
      error: { code, message: commonErrors[code] },
      at: now,
      requestId,
    })
    const call = callOf(event, operations)
    if (call === undefined) return refuse('INVALID_INPUT', makeId())
    const operation = byName.get(call.operation)
    if (operation === undefined) return refuse('UNKNOWN_OPERATION', call.requestId)
    try {
      return await answerCall(operation, call, callerOf(context), now)
    } catch (error) {
      if (error instanceof Contended) return refuse('BUSY', call.requestId)
      // The log gets the stack; the caller gets the request id to quote.
      logFault({ requestId: call.requestId, operation: call.operation }, error)
      return refuse('INTERNAL', call.requestId)
    }
  }
}

function callOf(event: unknown, operations: readonly Operation[]): v.InferOutput<typeof envelope> | undefined {
  const timer = v.safeParse(v.object({ Type: v.literal('Timer'), TriggerName: v.string() }), event)
  if (timer.success) {
    // A trigger is named after the operation it runs; whether a timer really called is read from the context.
    const name = operations.find(({ contract }) => contract.name.endsWith(`.${timer.output.TriggerName}`))?.contract
      .name
    return name === undefined ? undefined : { operation: name, input: {}, requestId: makeId() }
  }
  const parsed = v.safeParse(envelope, event)
  return parsed.success && lengthOf(parsed.output.input) <= largestCall ? parsed.output : undefined
}

/** The length of an input as JSON; Infinity for one nested so deeply that it cannot even be measured. */
function lengthOf(input: object): number {
  try {
    return JSON.stringify(input).length
  } catch (error) {
    if (error instanceof RangeError) return Infinity
    throw error
  }
}
