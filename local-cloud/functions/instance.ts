import { Worker } from 'node:worker_threads'
import type { FromInstance, InvocationContext, ToInstance } from './protocol'

/*
 * The program of a process that runs one function, one invocation at a time. It is compiled on its own and knows nothing
 * of the server but the protocol. A process and not a thread: a heap that runs full inside one large allocation ends the
 * whole process in Node, and so would the server.
 */

/** The largest result (bytes). */
const LARGEST_RESULT = 6 * 1024 * 1024

const [, , entry = '', parent = ''] = process.argv

/** Ends this process when the server is gone, even while the function blocks its thread. */
function followTheServer(): void {
  const watch = `
    const alive = () => { try { return process.kill(${parent}, 0) } catch { return false } }
    setInterval(() => { if (process.ppid !== ${parent} || !alive()) process.kill(process.pid, 'SIGKILL') }, 500)`
  new Worker(watch, { eval: true }).unref()
  process.on('disconnect', () => process.exit(0))
}

/** The function's `Date` shows the cloud's clock; its timers run at the machine's pace. */
let offset = 0
function moveTheClock(): void {
  const Machine = Date
  const machineNow = Date.now.bind(Date)
  const now = () => machineNow() + offset
  function CloudDate(this: unknown, ...parts: unknown[]): Date | string {
    const maker = new.target as DateConstructor | undefined
    if (maker === undefined) return new Machine(now()).toString()
    const made = parts.length === 0 ? [now()] : parts
    return Reflect.construct(Machine, made, maker === globalThis.Date ? Machine : maker) as Date
  }
  const moved = Object.assign(CloudDate, { now, parse: Machine.parse, UTC: Machine.UTC })
  Object.defineProperty(moved, 'name', { value: 'Date' })
  Object.defineProperty(moved, 'length', { value: 7 })
  Object.defineProperty(moved, 'prototype', { value: Machine.prototype, writable: false })
  Machine.prototype.constructor = moved
  globalThis.Date = moved as unknown as DateConstructor
}

/** Takes the channel to the server away from the function. */
function channel(): (message: FromInstance, then?: () => void) => void {
  const send = process.send?.bind(process)
  if (send === undefined) throw new Error('this program is started by the local cloud')
  Object.assign(process, { send: undefined, disconnect: undefined })
  return (message, then) => void send(message, () => then?.())
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : `thrown: ${String(error)}`

type Main = (event: unknown, context: InvocationContext) => unknown

function load(): Main {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the platform requires the bundle just so
  const { main } = require(entry) as { main?: unknown }
  if (typeof main !== 'function') throw new Error(`${entry} does not export main`)
  return main as Main
}

/** The caller's variables of the invocation before this one. */
let fromLast: string[] = []
function setVariables(environment: string): void {
  const variables = JSON.parse(environment) as Record<string, string>
  fromLast.forEach((name) => Reflect.deleteProperty(process.env, name))
  fromLast = Object.keys(variables).filter((name) => !(name in process.env))
  Object.assign(process.env, variables)
}

async function run(main: Main, event: string, context: InvocationContext): Promise<FromInstance> {
  try {
    setVariables(context.environment)
    const result = JSON.stringify((await main(JSON.parse(event), context)) ?? null) as string | undefined
    const text = result ?? 'null'
    const bytes = Buffer.byteLength(text)
    return bytes > LARGEST_RESULT ? { kind: 'oversized', bytes } : { kind: 'answered', result: text }
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`)
    return { kind: 'threw', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

followTheServer()
const tell = channel()
process.on('uncaughtException', (error) => {
  process.stderr.write(`${describe(error)}\n`)
  tell({ kind: 'crashed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }, () =>
    process.exit(1),
  )
})
moveTheClock()
const main = load()
process.on('message', (message: ToInstance) => {
  offset = message.offset
  if (message.kind === 'invoke') void run(main, message.event, message.context).then((answer) => tell(answer))
})
tell({ kind: 'ready' })
