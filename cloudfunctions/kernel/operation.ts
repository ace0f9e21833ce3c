import { createHash } from 'node:crypto'
import { civilDateOf, endOfCivilDay } from '@shared/domain/civil-time'
import * as v from 'valibot'
import {
  commonErrors,
  type Answer,
  type CommonError,
  type Contract,
  type ErrorOf,
  type OutputOf,
  type ParsedInputOf,
} from '@shared/contracts/contract'
import type { Caller } from './caller'
import { database, inTransaction, isDuplicate, type Transaction } from './database'
import { derivedId } from './ids'
import { deliverSoon, type Outbox } from './outbox'
import { withinRate } from './rate-limit'
import { seal, unseal } from './sealed'
import { answeredRequests, staffMembers, type AnsweredRequest, type StaffMember } from './store'

/** An expected refusal: a value, not an exception. Only the codes a contract declares can be made. */
export interface Failure<Code extends string> {
  readonly failed: true
  readonly code: Code
  readonly fields?: Readonly<Record<string, string>>
}
export function fail<const Code extends string>(code: Code, fields?: Readonly<Record<string, string>>): Failure<Code> {
  return fields === undefined ? { failed: true, code } : { failed: true, code, fields }
}
export function isFailure(value: unknown): value is Failure<string> {
  return typeof value === 'object' && value !== null && (value as { failed?: unknown }).failed === true
}
/** Carries a failure out of a transaction, so that nothing of it is written. */
class Refused extends Error {
  constructor(readonly failure: Failure<string>) {
    super(failure.code)
  }
}

/** What every handler is given. `openid` is '' for the public and for timers. */
export interface Context<C extends Contract> {
  readonly input: ParsedInputOf<C>
  readonly openid: string
  readonly signedIn: boolean
  /** Set when the operation is for staff; for residents' operations that staff may use too, see `findStaff`. */
  readonly staff: StaffMember | undefined
  readonly now: number
  readonly requestId: string
}
type Result<C extends Contract> = InputOf2<C> | Failure<ErrorOf<C> | 'INVALID_INPUT' | 'FORBIDDEN'>
type InputOf2<C extends Contract> = v.InferInput<C['output']>

/** A hash that only a key gives (`lookupHash`, where the function has it). */
type KeyedHash = (purpose: string, value: string) => string

/** An operation ready to be served: its contract and how it runs. */
export interface Operation {
  readonly contract: Contract
  /** Set where nothing of a call may lead back to its caller. */
  readonly untraceable?: { readonly hash: KeyedHash }
  run(context: Context<Contract>, outbox: Outbox): Promise<unknown>
}

/** A query reads; nothing it does is written. */
export function implementQuery<C extends Contract>(
  contract: C,
  handle: (context: Context<C>) => Promise<Result<C>>,
): Operation {
  return { contract, run: (context) => handle(context as Context<C>) }
}

/** What a command's handler gets besides: the transaction everything it changes goes through. */
export interface CommandContext<C extends Contract, Prepared> extends Context<C> {
  readonly transaction: Transaction
  readonly outbox: Outbox
  readonly prepared: Prepared
}

/**
 * A command: `prepare` reads and does outside work first (files), `handle` then runs in ONE transaction that also holds
 * the answer under the request's id, so a repeated request is answered the same and changes nothing. `handle` may run
 * several times and must do nothing but through the transaction and the outbox.
 *
 * An `untraceable` one leaves nothing that leads from what it wrote to its caller (docs/anonymous-answers): its call is
 * counted and remembered under keyed hashes that need the request's own random id, by the day only, and of its answer
 * nothing is kept but what `keptAnswer` leaves; a repeated request is answered with that.
 */
export function implementCommand<C extends Contract, Prepared = undefined>(
  contract: C,
  parts: {
    readonly untraceable?: { readonly hash: KeyedHash; readonly keptAnswer: (answer: OutputOf<C>) => InputOf2<C> }
    readonly prepare?: (context: Context<C>) => Promise<Prepared | Failure<ErrorOf<C> | 'INVALID_INPUT' | 'FORBIDDEN'>>
    readonly handle: (context: CommandContext<C, Prepared>) => Promise<Result<C>>
  },
): Operation {
  const { untraceable } = parts
  return {
    contract,
    ...(untraceable === undefined ? {} : { untraceable }),
    async run(context, outbox) {
      const { key, inputHash, at } =
        untraceable === undefined ? traceOf(contract, context) : noTraceOf(contract, context, untraceable.hash)
      const before = await database.get(answeredRequests, key)
      if (before !== undefined) return answerAgain(before, inputHash)
      const prepared = await parts.prepare?.(context as Context<C>)
      if (isFailure(prepared)) return prepared
      try {
        return await inTransaction(async (transaction) => {
          outbox.clear()
          const result = await parts.handle({
            ...(context as Context<C>),
            transaction,
            outbox,
            prepared: prepared as Prepared,
          })
          if (isFailure(result)) throw new Refused(result)
          const answer = v.parse(contract.output, result)
          await outbox.write(transaction)
          await transaction.add(answeredRequests, {
            _id: key,
            inputHash,
            answer: seal(`kernel.answer:${key}`, untraceable?.keptAnswer(answer as OutputOf<C>) ?? answer),
            at,
          })
          return answer
        })
      } catch (error) {
        outbox.clear()
        if (!(error instanceof Refused) && !isDuplicate(error)) throw error
        // The same request raced itself (a phone that sent twice): what the first one did is why this one failed, and
        // the first one's answer counts.
        const winner = await database.get(answeredRequests, key)
        if (winner === undefined && error instanceof Refused) return error.failure
        if (winner === undefined) throw error
        return answerAgain(winner, inputHash)
      }
    },
  }
}

/** How a command's request is remembered. */
type Trace = Pick<AnsweredRequest, 'inputHash' | 'at'> & { readonly key: string }

function traceOf(contract: Contract, { openid, requestId, input, now }: Context<Contract>): Trace {
  return {
    key: derivedId('request', openid, contract.name, requestId),
    inputHash: createHash('sha256').update(JSON.stringify(input)).digest('base64url'),
    at: now,
  }
}

/** Whoever tries every person and every answer still lacks the key and the request's id, which only the phone had. */
function noTraceOf(contract: Contract, { openid, requestId, input, now }: Context<Contract>, hash: KeyedHash): Trace {
  return {
    key: hash(`request:${contract.name}:${requestId}`, openid),
    inputHash: hash(`request-input:${requestId}`, JSON.stringify(input)),
    at: endOfCivilDay(civilDateOf(now)),
  }
}

function answerAgain(before: AnsweredRequest, inputHash: string): unknown {
  return before.inputHash === inputHash ? unseal(`kernel.answer:${before._id}`, before.answer) : fail('REQUEST_REUSED')
}

/** A timer's work: many small transactions of its own; the answer says how much was done. */
export function implementTimer<C extends Contract>(
  contract: C,
  handle: (context: Context<C> & { readonly outbox: Outbox }) => Promise<InputOf2<C>>,
): Operation {
  return { contract, run: (context, outbox) => handle({ ...(context as Context<C>), outbox }) }
}

/** The staff member a person is bound to, unless suspended. One point read. */
export async function findStaff(openid: string): Promise<StaffMember | undefined> {
  if (openid === '') return undefined
  const member = await database.get(staffMembers, openid)
  return member === undefined || member.suspended ? undefined : member
}

/** For commands whose contract sets no limit of its own: more than a hand can tap, less than a script wants. */
const commandRate = { calls: 120, seconds: 60 } as const

/** Takes one call through access, rate, input, handler and output; every way out is an `Answer`. */
export async function answerCall(
  operation: Operation,
  call: { readonly input: unknown; readonly requestId: string },
  caller: Caller,
  now: number,
): Promise<Answer<unknown, string>> {
  const { contract } = operation
  const refuse = (code: string, fields?: Readonly<Record<string, string>>): Answer<unknown, string> => {
    const sentences: Readonly<Record<string, string>> = { ...commonErrors, ...contract.errors }
    const message = sentences[code] ?? commonErrors.INTERNAL
    return {
      ok: false,
      error: fields === undefined ? { code, message } : { code, message, fields },
      at: now,
      requestId: call.requestId,
    }
  }
  const openid = caller.kind === 'person' ? caller.openid : ''
  const refusal = accessRefusal(contract, caller)
  if (refusal !== undefined) return refuse(refusal)
  const staff = contract.access.kind === 'staff' ? await findStaff(openid) : undefined
  if (contract.access.kind === 'staff') {
    const { roles } = contract.access
    if (staff === undefined || !staff.roles.some((role) => roles.includes(role))) return refuse('FORBIDDEN')
  }
  const parsed = v.safeParse(contract.input, call.input)
  if (!parsed.success) return refuse('INVALID_INPUT', problemsOf(parsed.issues))
  // Who has not signed in cannot be counted; what they may do writes nothing.
  const rate = contract.rate ?? (contract.kind === 'command' ? commandRate : undefined)
  const counted = operation.untraceable?.hash('rate', openid) ?? openid
  if (rate !== undefined && openid !== '' && !(await withinRate(counted, contract.name, rate, now))) {
    return refuse('TOO_MANY_REQUESTS')
  }
  const outbox = deliverSoon(now)
  const result = await operation.run(
    { input: parsed.output, openid, signedIn: openid !== '', staff, now, requestId: call.requestId },
    outbox,
  )
  if (isFailure(result)) return refuse(result.code, result.fields)
  await outbox.deliver()
  return { ok: true, data: v.parse(contract.output, result), at: now, requestId: call.requestId }
}

function accessRefusal(contract: Contract, caller: Caller): CommonError | undefined {
  switch (contract.access.kind) {
    case 'public':
      return undefined
    case 'timer':
      return caller.kind === 'timer' ? undefined : 'FORBIDDEN'
    case 'resident':
    case 'staff':
      return caller.kind === 'person' ? undefined : 'NOT_SIGNED_IN'
  }
}

function problemsOf(issues: readonly v.BaseIssue<unknown>[]): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const issue of issues.slice(0, 20)) {
    const path = v.getDotPath(issue) ?? ''
    // Sentences of ours are Chinese; the library's own English ones say nothing to a resident.
    fields[path] ??= /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '内容格式不对'
  }
  return fields
}
