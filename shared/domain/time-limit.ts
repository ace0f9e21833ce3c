import { promisedSaving, type ItemSummary, type TimeLimit } from './item'

/** `3个工作日`, `15天`, `30分钟`; a limit of 0 is done at once. */
export function limitInWords({ value, unit }: TimeLimit): string {
  if (value === 0) return '当场办结'
  switch (unit) {
    case 'wd':
      return `${value}个工作日`
    case 'day':
      return `${value}天`
    case 'minute':
      return value % 60 === 0 ? `${value / 60}小时` : `${value}分钟`
  }
}

/** `提速90%` (提速率, rounded down so that no more is promised than is kept); undefined where nothing is saved. */
export function savingInWords(item: Pick<ItemSummary, 'committed' | 'statutory'>): string | undefined {
  // 0.9 may be kept as 0.8999…; a hundred-millionth is no promise.
  const percent = Math.floor(promisedSaving(item) * 100 + 1e-8)
  return percent >= 1 ? `提速${percent}%` : undefined
}

/** 跑动次数 in words. */
export const visitsInWords = { 0: '零跑腿', 1: '最多跑一次', 2: '需到现场两次以上' } as const satisfies Record<
  ItemSummary['visits'],
  string
>

/** A working day has 8 hours. */
export const minutesOfWorkingDay = 480

/** A limit's length in minutes of working days, a whole number so that sums are exact; a calendar day is 5/7 of one. */
export function workingMinutes({ value, unit }: TimeLimit): number {
  switch (unit) {
    case 'wd':
      return value * minutesOfWorkingDay
    case 'day':
      return Math.round((value * minutesOfWorkingDay * 5) / 7)
    case 'minute':
      return value
  }
}
