/** One line of a parcel's track. */
export interface TrackLine {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly context: string
  /** The state in words and as the aggregator numbers it, fine ones included. */
  readonly status: string
  readonly statusCode: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Ahead of UTC. */
const SHANGHAI = 8 * HOUR

/**
 * Everything that ever happens to a parcel, in order: a matter of its number and of when the gateway first heard of it, so
 * nothing of it has to be kept. The last digit decides: 7 fails once and is signed for the next day, 9 is refused and
 * goes back, 5 is left in a locker, all others are signed for by the recipient. Nobody ever scans a number whose digits
 * end in 000.
 */
export function storyOf(number: string, firstHeardAt: number): readonly TrackLine[] {
  const digits = number.replace(/\D/g, '')
  if (digits.endsWith('000')) return []
  // Between parcels the minutes differ, as they do.
  const minutes = (Number(digits.slice(-6, -1)) % 17) * 60_000
  const line = (at: number, context: string, status: string, statusCode: string): TrackLine => ({
    at: Math.floor((at + minutes) / 1000) * 1000,
    context,
    status,
    statusCode,
  })
  const left = firstHeardAt + 4 * HOUR
  /** An hour of a day after it left. */
  const on = (days: number, hour: number) => startOfDay(left) + days * DAY + hour * HOUR
  const underWay = [
    line(firstHeardAt + 2 * HOUR, '【收寄局】已收寄，揽投员：覃海', '揽收', '103'),
    line(left, '离开【收寄局邮件处理中心】，下一站【寄达地邮件处理中心】', '干线', '1002'),
    line(on(1, 5.5), '到达【寄达地邮件处理中心】', '到达派件城市', '1001'),
    line(on(1, 8.25), '【寄达地投递部】安排投递，投递员：韦军，电话：18900000000', '派件', '5'),
  ]
  switch (digits.at(-1)) {
    case '5':
      return [
        ...underWay,
        line(on(1, 10.75), '已投放到【小区智能快递柜】，请凭取件码取件', '投柜或驿站', '501'),
        line(on(1, 18), '已签收，签收人：快递柜', '投柜或站签收', '304'),
      ]
    case '7':
      return [
        ...underWay,
        line(on(1, 11), '未妥投，备注：收件人电话无人接听', '无法联系', '206'),
        line(on(2, 8.5), '【寄达地投递部】安排再次投递，投递员：韦军，电话：18900000000', '派件', '5'),
        line(on(2, 10.5), '已签收，签收人：本人', '本人签收', '301'),
      ]
    case '9':
      return [
        ...underWay,
        line(on(1, 11), '未妥投，备注：收件人拒收', '拒收', '203'),
        line(on(2, 9), '【寄达地投递部】邮件退回中', '退回', '6'),
        line(on(4, 15), '退回件已由寄件人签收', '退签', '4'),
      ]
    default:
      return [...underWay, line(on(1, 10.25), '已签收，签收人：本人', '本人签收', '301')]
  }
}

const startOfDay = (at: number): number => Math.floor((at + SHANGHAI) / DAY) * DAY - SHANGHAI

/** `2026-05-10 09:30:00`, in Shanghai, where the courier companies are. */
export function shanghaiTime(at: number): string {
  return new Date(at + SHANGHAI).toISOString().slice(0, 19).replace('T', ' ')
}
