import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { SharedClock } from '../clock'
import { CloudError } from '../cloud-error'
import type { ActionHandler } from '../http'
import { sdkEnvironment } from '../sdk-environment'
import { contextOf, type Caller } from './caller'
import { compileInstance } from './compile-instance'
import type { FunctionDeclaration } from './declaration'
import { FunctionPool } from './function-pool'
import { LARGEST_PAYLOAD, notFound, tooLarge } from './refusals'

export type { Caller } from './caller'
export type { FunctionDeclaration } from './declaration'

export interface FunctionsOptions {
  readonly declarations: readonly FunctionDeclaration[]
  /** Holds each function's bundle as `<name>/index.js`. */
  readonly bundles: string
  /** Variables of the functions; asked for when the first one starts. */
  readonly environment: () => Readonly<Record<string, string>>
  /** Where a compiled program may be left. */
  readonly folder: string
  readonly clock: SharedClock
  /** Where functions reach this cloud; asked for when the first one starts. */
  readonly url: () => string
  readonly log: (line: string) => void
}

/** The cloud's functions, each in processes of its own. */
export interface Functions {
  /**
   * Calls a function.
   * @param event JSON
   * @returns the result as JSON
   * @throws CloudError
   */
  invoke(name: string, event: string, caller: Caller): Promise<string>
  readonly actions: ActionHandler
  close(): Promise<void>
}

export function openFunctions(options: FunctionsOptions): Functions {
  const { declarations, folder, clock, log } = options
  const program = join(folder, 'instance.cjs')
  if (declarations.length > 0) compileInstance(program)
  const pools = new Map<string, FunctionPool>()
  // Who is behind each running invocation, by the token that the SDK sends along.
  const sessions = new Map<string, Caller>()
  clock.onMoved(() => pools.forEach((pool) => pool.followClock()))

  const poolOf = (declaration: FunctionDeclaration): FunctionPool => {
    const { name, memoryMb } = declaration
    let pool = pools.get(name)
    if (pool === undefined) {
      pool = new FunctionPool({
        name,
        program,
        entry: join(options.bundles, name, 'index.js'),
        environment: variablesOf(declaration, options),
        memoryMb,
        offset: () => clock.offset,
        log: (line) => log(`[${name}] ${line}`),
      })
      pools.set(name, pool)
    }
    return pool
  }

  const invoke = async (name: string, event: string, caller: Caller): Promise<string> => {
    const declaration = declarations.find((one) => one.name === name)
    if (declaration === undefined) throw notFound(name)
    const bytes = Buffer.byteLength(event)
    if (bytes > LARGEST_PAYLOAD) throw tooLarge('event', bytes)
    const token = randomUUID()
    sessions.set(token, caller)
    try {
      return await poolOf(declaration).invoke(event, contextOf(declaration, caller, randomUUID(), token))
    } finally {
      sessions.delete(token)
    }
  }

  return {
    invoke,
    actions: {
      prefixes: ['functions.'],
      async handle(action, parameters, request) {
        if (action !== 'functions.invokeFunction') throw new CloudError('INVALID_ACTION', `unknown action ${action}`)
        const { function_name: name, request_data: data, tcb_sessionToken: token } = parameters
        if (typeof name !== 'string') throw new CloudError('INVALID_PARAM', 'function_name is no text')
        // A function that calls another one passes its person on, and adds itself to the way.
        const openid = sessions.get(String(token))?.openid
        const source = String(request.headers['x-tcb-source'] ?? '')
        const caller = openid === undefined ? { source } : { source, openid }
        return { data: { response_data: await invoke(name, eventIn(data), caller) } }
      },
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()))
    },
  }
}

/** The event the SDK sends as text; no data is an empty event. */
function eventIn(data: unknown): string {
  if (data === undefined || data === '') return '{}'
  if (typeof data !== 'string') throw new CloudError('INVALID_PARAM', 'request_data is no text')
  try {
    JSON.parse(data)
    return data
  } catch {
    throw new CloudError('INVALID_PARAM', 'request_data is not JSON')
  }
}

/** A function sees its own variables and the platform's, and nothing of whoever started the server. */
function variablesOf({ environment: names }: FunctionDeclaration, options: FunctionsOptions): Record<string, string> {
  const own = Object.entries(options.environment()).filter(([name]) => names?.includes(name) ?? true)
  // The platform's containers keep UTC.
  return { PATH: process.env.PATH ?? '', TZ: 'UTC', ...Object.fromEntries(own), ...sdkEnvironment(options.url()) }
}
