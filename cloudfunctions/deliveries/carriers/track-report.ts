import { startOfCivilDay, isCivilDate } from '@shared/domain/civil-time'
import { readScan, type Scan } from '@shared/domain/parcel-track'
import * as v from 'valibot'

/** A track in the aggregator's format: the whole list, the newest line first. Unknown fields are theirs to add. */
const code = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value).trim()),
)
const result = v.object({
  nu: v.pipe(v.string(), v.maxLength(40)),
  com: v.optional(v.pipe(v.string(), v.maxLength(40)), ''),
  state: v.optional(code, ''),
  data: v.optional(
    v.array(
      v.object({
        context: v.pipe(v.string(), v.maxLength(2000)),
        time: v.optional(v.string(), ''),
        ftime: v.optional(v.string(), ''),
        statusCode: v.optional(code),
      }),
    ),
    [],
  ),
})

/** What a report says of one parcel. */
export interface TrackReport {
  readonly number: string
  /** The company's code at the aggregator. */
  readonly company: string
  readonly scans: readonly Scan[]
}

/** The most lines read of one report; more than a parcel ever gets. */
const mostLines = 400
/** The most characters of a line that are kept. */
const longestText = 200

/** Reads a report; undefined where it is none. Lines without a time or a text say nothing and are left out. */
export function readTrack(value: unknown): TrackReport | undefined {
  const parsed = v.safeParse(result, value)
  if (!parsed.success) return undefined
  const { nu, com, state, data } = parsed.output
  const scans = data.slice(0, mostLines).flatMap(({ context, time, ftime, statusCode }, place) => {
    const at = instantIn(ftime) ?? instantIn(time)
    const text = context
      .replace(/[\s\p{Control}]+/gu, ' ')
      .trim()
      .slice(0, longestText)
    // Without the fine states, the report's own state is that of its newest line.
    const told = statusCode ?? (place === 0 ? state : '')
    return at === undefined || text === '' ? [] : [readScan(at, text, told)]
  })
  return { number: nu.trim(), company: com, scans }
}

const form = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?/

/** `2026-05-10 09:30:00` in Shanghai, with or without seconds. */
function instantIn(text: string): number | undefined {
  const [, day = '', hour, minute, second = '0'] = form.exec(text.trim()) ?? []
  if (!isCivilDate(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return startOfCivilDay(day) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
}
