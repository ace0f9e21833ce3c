import { Cron } from 'croner'

/** When a timer is due. */
export interface Schedule {
  /** The first instant after `time` (milliseconds), or undefined where none comes. */
  next(time: number): number | undefined
}

/**
 * Reads the platform's seven fields: second minute hour day month weekday year, in Shanghai's time. `*`, `,`, `-` and `/`
 * are known, names of months and weekdays too; Sunday is 0. With both a day and a weekday given, either suffices.
 * @throws Error that says what is wrong with the expression
 */
export function readSchedule(expression: string): Schedule {
  const fields = expression.trim().split(/\s+/)
  const problem =
    fields.length !== 7
      ? 'it has to have seven fields (second minute hour day month weekday year)'
      : fields.some((field) => !/^[0-9A-Z,*/-]+$/i.test(field))
        ? 'only , - * / are known besides numbers and names'
        : /(^|[,-])7/.test(fields[5] ?? '')
          ? 'weekdays go from 0 (Sunday) to 6'
          : undefined
  if (problem !== undefined) throw new Error(`"${expression}" is no schedule: ${problem}`)
  const cron = parse(expression, fields.join(' '))
  return { next: (time) => cron.nextRun(new Date(time))?.getTime() }
}

function parse(expression: string, pattern: string): Cron {
  try {
    // `1/10` is allowed on the platform: every tenth from the first on.
    return new Cron(pattern, { timezone: 'Asia/Shanghai', mode: '7-part', sloppyRanges: true, paused: true })
  } catch (error) {
    throw new Error(`"${expression}" is no schedule`, { cause: error })
  }
}
