import type { SharedClock } from '../clock'
import { readSchedule, type Schedule } from './schedule'

/** A timer of a function. */
interface TimerDeclaration {
  readonly functionName: string
  readonly triggerName: string
  /** See `readSchedule`. */
  readonly cron: string
}

/** The event a timer calls its function with. */
interface TimerEvent {
  readonly Type: 'Timer'
  readonly TriggerName: string
  /** The instant it was due, to the second. */
  readonly Time: string
  readonly Message: string
}

export interface TimersOptions {
  readonly timers: readonly TimerDeclaration[]
  readonly clock: SharedClock
  readonly run: (functionName: string, event: TimerEvent) => Promise<unknown>
  readonly log: (line: string) => void
}

/** Calls functions when their timers are due by a clock that people move. */
export interface Timers {
  /** From now on, timers run by themselves. */
  start(): void
  /** Runs one timer now, after a run of it that is under way. @throws Error when there is none of that name */
  runNow(functionName: string, triggerName: string): Promise<unknown>
  /** Resolves when no run is under way. */
  settled(): Promise<void>
  /** No run begins any more. */
  stop(): void
}

/** The longest sleep: longer ones overflow Node's timers, and a machine that slept wakes up late. */
const LONGEST_SLEEP = 60_000

/** A timer with when it is due next and its run that is under way. */
interface Timer extends TimerDeclaration {
  readonly schedule: Schedule
  due: number | undefined
  running: Promise<unknown> | undefined
}

/** @throws Error for a schedule that is none */
export function openTimers({ timers: declared, clock, run, log }: TimersOptions): Timers {
  const timers = declared.map((timer): Timer => ({
    ...timer,
    schedule: readSchedule(timer.cron),
    due: undefined,
    running: undefined,
  }))
  let sleep: NodeJS.Timeout | undefined
  let started = false

  const runOnce = (timer: Timer, at: number): Promise<unknown> => {
    const Time = `${new Date(at).toISOString().slice(0, 19)}Z`
    const event: TimerEvent = { Type: 'Timer', TriggerName: timer.triggerName, Time, Message: '' }
    const running = run(timer.functionName, event).finally(() => {
      if (timer.running === running) timer.running = undefined
    })
    timer.running = running
    return running
  }

  /** Starts what has become due, each timer once however often it was, and never beside a run of itself. */
  const check = () => {
    clearTimeout(sleep)
    const now = clock.now()
    for (const timer of timers) {
      const { due } = timer
      if (due === undefined || due > now) continue
      timer.due = timer.schedule.next(now)
      if (timer.running === undefined)
        runOnce(timer, due).catch((error: unknown) =>
          log(
            `timer ${timer.functionName}/${timer.triggerName} failed: ${error instanceof Error ? error.message : String(error)}`,
          ),
        )
    }
    const wait = Math.min(...timers.map(({ due }) => (due === undefined ? LONGEST_SLEEP : due - now)), LONGEST_SLEEP)
    sleep = setTimeout(check, Math.max(wait, 1)).unref()
  }
  const schedule = (from: number) => timers.forEach((timer) => (timer.due = timer.schedule.next(from)))

  clock.onMoved((before) => {
    if (!started) return
    // Moved back, the timers that lie ahead again are waited for again.
    if (clock.now() < before) schedule(clock.now())
    check()
  })

  return {
    start: () => {
      started = true
      schedule(clock.now())
      check()
    },
    runNow: async (functionName, triggerName) => {
      const timer = timers.find((one) => one.functionName === functionName && one.triggerName === triggerName)
      if (timer === undefined) throw new Error(`there is no timer ${triggerName} of ${functionName}`)
      while (timer.running !== undefined) await timer.running.catch(() => undefined)
      return runOnce(timer, clock.now())
    },
    settled: async () => {
      for (;;) {
        const running = timers.flatMap((timer) => timer.running ?? [])
        if (running.length === 0) return
        await Promise.allSettled(running)
      }
    },
    stop: () => {
      started = false
      clearTimeout(sleep)
    },
  }
}
