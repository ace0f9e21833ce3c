import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { SharedClock } from '../clock'
import type { Route } from '../http'
import { gatewayRoute } from './gateway-route'
import { shanghaiTime, storyOf, type TrackLine } from './story'
import { Subscriptions, type Parcel } from './subscriptions'

/** The customer's account at the tracking gateway. */
export interface CourierAccount {
  /** What a subscription has to name, and what a query is signed with. */
  readonly key: string
  readonly customer: string
}

export interface CourierOptions {
  /** Made if need be. */
  readonly folder: string
  readonly account: CourierAccount
  readonly clock: SharedClock
  /** Where this server is reached; asked for with the first subscription. */
  readonly url: () => string
  readonly log: (line: string) => void
}

/** A stand-in for the couriers and the aggregator 快递100 that reports on them; parcels move along the cloud's clock. */
export interface Courier {
  readonly route: Route
  /** From now on, callbacks go out by themselves. */
  start(): void
  /** Tells everybody what has happened until now, as far as they were not told. */
  pushDue(): Promise<void>
  /** Resolves when nobody is being told anything. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** The longest sleep (ms): a machine that slept wakes up late. */
const LONGEST_SLEEP = 60_000
/** A callback that is not acknowledged is tried again after half an hour, three times, as the aggregator does (ms). */
const RETRY_PAUSE = 30 * 60_000
const MOST_TRIES = 4
/** How long a callback may take (ms). */
const PATIENCE = 10_000
/** A parcel that nobody scans is given up after three days (ms). */
const GIVE_UP = 3 * 24 * 3_600_000

/** @throws Error when another server has the folder */
export function openCourier({ folder, account, clock, url, log }: CourierOptions): Courier {
  mkdirSync(folder, { recursive: true })
  const subscriptions = new Subscriptions(folder)
  let sleep: NodeJS.Timeout | undefined
  let isStarted = false
  let isClosed = false
  let running: Promise<void> | undefined

  /** When a parcel is to be looked at next: with the next line of its track, or when it is given up. */
  const dueAfter = ({ number, firstHeardAt }: Parcel, told: number): number => {
    const story = storyOf(number, firstHeardAt)
    return story[told]?.at ?? (story.length === 0 ? firstHeardAt + GIVE_UP : 0)
  }

  // A callback to this very server follows it to another port.
  const ownPath = (callback: string) => (callback.startsWith(`${url()}/`) ? callback.slice(url().length) : callback)
  const addressOf = ({ callback }: Parcel) => (callback.startsWith('/') ? `${url()}${callback}` : callback)

  const tell = async (parcel: Parcel): Promise<void> => {
    const now = clock.now()
    const lines = storyOf(parcel.number, parcel.firstHeardAt).filter(({ at }) => at <= now)
    if (lines.length <= parcel.told && dueAfter(parcel, parcel.told) > now) {
      // The clock was put back: it all lies ahead again.
      subscriptions.put(parcel, Math.min(parcel.told, lines.length), 0, dueAfter(parcel, lines.length))
      return
    }
    const isTaken = await push(addressOf(parcel), parcel, lines)
    if (isClosed) return
    if (isTaken) {
      const isOver = lines.length === 0
      subscriptions.put(parcel, lines.length, 0, isOver ? 0 : dueAfter(parcel, lines.length))
      return
    }
    log(`courier: ${addressOf(parcel)} did not take the track of ${parcel.number}`)
    const tries = parcel.tries + 1
    if (tries < MOST_TRIES) subscriptions.put(parcel, parcel.told, tries, clock.now() + RETRY_PAUSE)
    else subscriptions.put(parcel, lines.length, 0, lines.length === 0 ? 0 : dueAfter(parcel, lines.length))
  }

  const pushDue = (): Promise<void> => {
    running ??= (async () => {
      while (!isClosed) {
        const parcel = subscriptions.due(clock.now())
        if (parcel === undefined) return
        await tell(parcel)
      }
    })().finally(() => (running = undefined))
    return running
  }

  const check = () => {
    clearTimeout(sleep)
    if (!isStarted || isClosed) return
    pushDue()
      .catch((error: unknown) => log(`courier: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => {
        clearTimeout(sleep)
        if (isClosed) return
        const wait = (subscriptions.nextDue() ?? Infinity) - clock.now()
        sleep = setTimeout(check, Math.min(Math.max(wait, 1), LONGEST_SLEEP)).unref()
      })
  }
  clock.onMoved(check)

  return {
    route: gatewayRoute({
      account,
      known: (company, number) => subscriptions.find(company, number),
      track: (company, number) => {
        const now = clock.now()
        const parcel = subscriptions.note(company, number, now)
        return resultOf(
          parcel,
          storyOf(number, parcel.firstHeardAt).filter(({ at }) => at <= now),
        )
      },
      subscribe: (company, number, callback, salt) => {
        const parcel = subscriptions.note(company, number, clock.now())
        subscriptions.subscribe(parcel, ownPath(callback), salt, dueAfter(parcel, parcel.told))
        check()
      },
    }),
    start: () => {
      isStarted = true
      check()
    },
    pushDue,
    settled: async () => {
      while (running !== undefined) await running.catch(() => undefined)
    },
    close: async () => {
      isClosed = true
      clearTimeout(sleep)
      await running?.catch(() => undefined)
      subscriptions.close()
    },
  }
}

/** A track as the aggregator reports it, the newest line first. */
export interface TrackResult {
  readonly message: string
  readonly state: string
  readonly status: string
  readonly condition: string
  readonly ischeck: string
  readonly com: string
  readonly nu: string
  readonly data: readonly Readonly<Record<'context' | 'time' | 'ftime' | 'status' | 'statusCode', string>>[]
}

function resultOf({ company, number }: Parcel, lines: readonly TrackLine[]): TrackResult {
  const newestFirst = [...lines].reverse()
  const state = newestFirst[0]?.statusCode ?? '0'
  return {
    message: 'ok',
    state,
    status: '200',
    condition: isSigned(state) ? 'F00' : 'C00',
    ischeck: isSigned(state) ? '1' : '0',
    com: company,
    nu: number,
    data: newestFirst.map(({ at, context, status, statusCode }) => ({
      context,
      time: shanghaiTime(at),
      ftime: shanghaiTime(at),
      status,
      statusCode,
    })),
  }
}

const isSigned = (state: string): boolean => state.startsWith('3')

/** Posts a callback. @returns whether it was acknowledged */
async function push(address: string, parcel: Parcel, lines: readonly TrackLine[]): Promise<boolean> {
  const isOver = lines.length === storyOf(parcel.number, parcel.firstHeardAt).length
  const param = JSON.stringify({
    status: lines.length === 0 ? 'abort' : isOver ? 'shutdown' : 'polling',
    billstatus: '',
    message: lines.length === 0 ? '3天查询无记录' : '',
    autoCheck: '0',
    comOld: '',
    comNew: '',
    lastResult: resultOf(parcel, lines),
  })
  const sign = createHash('md5')
    .update(param + parcel.salt)
    .digest('hex')
    .toUpperCase()
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ sign, param }).toString(),
      signal: AbortSignal.timeout(PATIENCE),
    })
    return ((await answer.json()) as { readonly result?: unknown }).result === true
  } catch {
    return false
  }
}
