import { statSync } from 'node:fs'
import type { CloudError } from '../cloud-error'
import { InstanceProcess } from './instance-process'
import type { InvocationContext } from './protocol'
import { failed } from './refusals'

/** How many processes one function may have. */
const MOST_INSTANCES = 4
const LONGEST_IDLE = 300_000

export interface PoolOptions {
  readonly name: string
  readonly program: string
  readonly entry: string
  readonly environment: Readonly<Record<string, string>>
  readonly memoryMb: number
  readonly offset: () => number
  readonly log: (line: string) => void
}

interface Idle {
  readonly instance: InstanceProcess
  readonly timer: NodeJS.Timeout
}

/** A call that waits for a process. */
interface Waiting {
  resolve(instance: InstanceProcess): void
  reject(error: CloudError): void
}

/** The processes of one function: made as calls come in at once, ended when none come. */
export class FunctionPool {
  /** Every process, with when the bundle was written that it loaded. */
  private readonly all = new Map<InstanceProcess, number>()
  /** The one that worked last is at the end. */
  private idle: Idle[] = []
  private readonly queue: Waiting[] = []
  /** When the bundle was written last, as far as is known. */
  private written = NaN
  private closed = false

  /** @param longestIdle how long a process waits for its next invocation before it is ended (milliseconds) */
  constructor(
    private readonly options: PoolOptions,
    private readonly longestIdle = LONGEST_IDLE,
  ) {}

  /**
   * Runs one invocation as soon as a process is free.
   * @param event JSON
   * @returns JSON
   * @throws CloudError
   */
  async invoke(event: string, context: InvocationContext): Promise<string> {
    this.lookAtBundle()
    const instance = await this.take()
    try {
      return await instance.invoke(event, context, this.options.offset())
    } finally {
      this.giveBack(instance)
    }
  }

  /** Lets running invocations see that the clock was moved. */
  followClock(): void {
    for (const instance of this.all.keys()) instance.follow(this.options.offset())
  }

  /** Ends every process; what runs is answered with an error. */
  async close(): Promise<void> {
    this.closed = true
    const all = [...this.all.keys()]
    all.forEach((instance) => instance.kill(closing()))
    this.queue.splice(0).forEach(({ reject }) => reject(closing()))
    await Promise.all(all.map(({ exited }) => exited))
  }

  private take(): Promise<InstanceProcess> | InstanceProcess {
    if (this.closed) throw closing()
    for (let last = this.idle.pop(); last !== undefined; last = this.idle.pop()) {
      clearTimeout(last.timer)
      if (this.isOfUse(last.instance)) return last.instance
    }
    const alive = [...this.all.keys()].filter(({ isAlive }) => isAlive)
    if (alive.length < MOST_INSTANCES) return this.start()
    return new Promise((resolve, reject) => this.queue.push({ resolve, reject }))
  }

  private start(): InstanceProcess {
    const instance = new InstanceProcess(this.options)
    this.all.set(instance, this.written)
    void instance.exited.then(() => this.all.delete(instance))
    return instance
  }

  private giveBack(instance: InstanceProcess): void {
    if (this.closed) return
    const next = this.queue.shift()
    const ofUse = this.isOfUse(instance)
    if (next !== undefined) next.resolve(ofUse ? instance : this.start())
    else if (ofUse) this.idle.push({ instance, timer: this.endLater(instance) })
  }

  /** Whether a process is alive and has the bundle that was built last; ends it otherwise. */
  private isOfUse(instance: InstanceProcess): boolean {
    if (instance.isAlive && this.all.get(instance) === this.written) return true
    instance.kill(closing())
    return false
  }

  private endLater(instance: InstanceProcess): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.idle = this.idle.filter((one) => one.instance !== instance)
      instance.kill(closing())
    }, this.longestIdle)
    return timer.unref()
  }

  private lookAtBundle(): void {
    const { entry, name } = this.options
    const written = statSync(entry, { throwIfNoEntry: false })?.mtimeMs
    if (written === undefined) throw failed(`the bundle of ${name} is missing: ${entry}`)
    this.written = written
  }
}

const closing = () => failed('the function was stopped')
