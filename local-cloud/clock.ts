import { readIfThere, replaceFile } from './durable-file'

/** A clock that people move; it runs on at the machine's pace from where it was put. Milliseconds since 1970. */
export interface Clock {
  now(): number
  /** Puts the clock to an instant. */
  move(to: number): void
  /** Puts the clock forward, or back by a negative step. */
  advance(milliseconds: number): void
}

/** A clock with what its followers in the server need. */
export interface SharedClock extends Clock {
  /** How far it is from the machine's clock, in milliseconds. */
  readonly offset: number
  /** The same number as a `Float64Array` of one, which worker threads read while it moves. */
  readonly memory: SharedArrayBuffer
  /** Calls `listener` after each move with the time before it. */
  onMoved(listener: (before: number) => void): void
}

/** The latest instant a `Date` can hold. */
const LAST_INSTANT = 8.64e15

/**
 * Opens a clock whose offset lies in a file, so that a restart goes on from where the clock was put.
 * @throws Error when the file is damaged
 */
export function openClock(file: string): SharedClock {
  const memory = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)
  const cell = new Float64Array(memory)
  const listeners: ((before: number) => void)[] = []
  cell[0] = storedOffset(file)
  const offset = () => cell[0] ?? 0
  const now = () => Date.now() + offset()
  const setOffset = (next: number) => {
    if (!(Math.abs(Date.now() + next) <= LAST_INSTANT)) throw new RangeError('no such instant')
    const before = now()
    replaceFile(file, `${JSON.stringify({ offset: next })}\n`)
    cell[0] = next
    listeners.forEach((listener) => listener(before))
  }
  return {
    now,
    move: (to) => setOffset(Math.round(to) - Date.now()),
    advance: (milliseconds) => setOffset(offset() + Math.round(milliseconds)),
    get offset() {
      return offset()
    },
    memory,
    onMoved: (listener) => void listeners.push(listener),
  }
}

function storedOffset(file: string): number {
  const text = readIfThere(file)
  if (text === undefined) return 0
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch {
    stored = undefined
  }
  if (typeof stored === 'object' && stored !== null && 'offset' in stored && Number.isFinite(stored.offset))
    return stored.offset as number
  throw new Error(`${file} is damaged; remove it to follow the machine's clock again`)
}
