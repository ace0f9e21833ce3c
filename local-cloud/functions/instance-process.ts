import { fork, type ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import type { CloudError } from '../cloud-error'
import type { FromInstance, InvocationContext, ToInstance } from './protocol'
import { failed, outOfMemory, outOfTime, tooLarge } from './refusals'

/** The platform's limit for loading a function (milliseconds). */
const LONGEST_START = 65_000
/** A line of output longer than this is cut (characters). */
const LONGEST_LINE = 64 * 1024

export interface InstanceOptions {
  /** The compiled program of instance.ts. */
  readonly program: string
  /** The function's bundle. */
  readonly entry: string
  readonly environment: Readonly<Record<string, string>>
  readonly memoryMb: number
  /** Told each line the function writes. */
  readonly log: (line: string) => void
}

/** Who waits for the next message of a process. */
interface Waiting {
  resolve(message: FromInstance): void
  reject(error: CloudError): void
}

/** One process that runs one function, one invocation at a time. */
export class InstanceProcess {
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>
  private readonly child: ChildProcess
  private readonly ready: Promise<unknown>
  private waiting: Waiting | undefined
  private ended: CloudError | undefined
  private ranOutOfMemory = false

  constructor(private readonly options: InstanceOptions) {
    const { program, entry, memoryMb, environment } = options
    this.child = fork(program, [entry, String(process.pid)], {
      execArgv: [`--max-old-space-size=${String(memoryMb)}`],
      cwd: dirname(entry),
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.logLines(this.child.stdout)
    this.logLines(this.child.stderr)
    this.child.on('message', (message: FromInstance) => this.hear(message))
    this.exited = new Promise((resolve) => {
      this.child.on('error', (error) => {
        this.end(failed(`the function's process failed: ${error.message}`))
        if (this.child.pid === undefined) resolve()
      })
      // Its last words have arrived by `close`, not by `exit`.
      this.child.once('close', (code, signal) => {
        const how = `the function's process ended with ${signal ?? `code ${String(code)}`}`
        this.end(this.ranOutOfMemory ? outOfMemory(memoryMb) : failed(how))
        resolve()
      })
    })
    this.ready = this.answer(LONGEST_START, 'Loading')
    // Whoever invokes hears of a failure; here it is only kept from ending the server.
    this.ready.catch(() => undefined)
  }

  get isAlive(): boolean {
    return this.ended === undefined
  }

  /**
   * Runs one invocation; its time limit counts from when the function is loaded.
   * @param event JSON
   * @param offset milliseconds from the machine's clock to the cloud's
   * @returns the result as JSON
   * @throws CloudError for whatever kept the function from answering; mostly the process is gone then
   */
  async invoke(event: string, context: InvocationContext, offset: number): Promise<string> {
    await this.ready
    const answer = this.answer(context.time_limit_in_ms, 'Invoking')
    this.tell({ kind: 'invoke', event, context, offset })
    const message = await answer
    switch (message.kind) {
      case 'answered':
        return message.result
      case 'threw':
        throw failed(message.message)
      case 'oversized':
        throw tooLarge('result', message.bytes)
      default:
        throw failed(`the function's process said "${message.kind}" out of turn`)
    }
  }

  /** Tells a running invocation where the clock was put. */
  follow(offset: number): void {
    this.tell({ kind: 'clock', offset })
  }

  /** Ends the process; what it was doing is answered with the error. */
  kill(error: CloudError): void {
    this.end(error)
    this.child.kill('SIGKILL')
  }

  private tell(message: ToInstance): void {
    // A process that cannot be told is ending, and says so by its end.
    if (this.isAlive && this.child.connected) this.child.send(message, () => undefined)
  }

  private hear(message: FromInstance): void {
    if (message.kind === 'crashed') this.end(failed(message.message))
    else this.waiting?.resolve(message)
  }

  /** The next message, or the end of the process; the time limit ends the process. */
  private async answer(limit: number, doing: string): Promise<FromInstance> {
    if (this.ended !== undefined) throw this.ended
    const timer = setTimeout(() => this.kill(outOfTime(limit, doing)), limit)
    try {
      return await new Promise<FromInstance>((resolve, reject) => {
        this.waiting = { resolve, reject }
      })
    } finally {
      clearTimeout(timer)
      this.waiting = undefined
    }
  }

  private end(error: CloudError): void {
    this.ended ??= error
    this.waiting?.reject(this.ended)
  }

  private logLines(stream: Readable | null): void {
    let rest = ''
    const write = (line: string) => {
      // V8's own words before it ends the process.
      if (/^FATAL ERROR: .*(heap|memory|allocation)/i.test(line)) this.ranOutOfMemory = true
      if (line !== '') this.options.log(line)
    }
    stream?.setEncoding('utf8')
    stream?.on('data', (chunk: string) => {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(write)
      if (rest.length > LONGEST_LINE) {
        write(rest)
        rest = ''
      }
    })
    stream?.on('end', () => write(rest))
  }
}
