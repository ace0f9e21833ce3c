import fc from 'fast-check'
import { expectedDay, isAtItsEnd, mergeScans, parcelProgress, readScan, trackOf, type Scan } from './parcel-track'

const minute = 60_000
/** A track by its states, a minute apart. */
const track = (...codes: readonly string[]): readonly Scan[] =>
  codes.map((code, place) => readScan((place + 1) * minute, `第${String(place + 1)}步`, code))
const end = (...codes: readonly string[]) => trackOf(mergeScans([], track(...codes)))

const aScan = fc
  .tuple(
    fc.integer({ min: 1, max: 30 }),
    fc.constantFrom('已收寄', '离开桂林', '到达南宁', '安排投递', '已签收', '退回'),
    fc.constantFrom('', '0', '1', '101', '5', '2', '3', '301', '304', '6', '4', '14'),
  )
  .map(([at, text, code]) => readScan(at, text, code))

describe('where a parcel is', () => {
  it.each([
    [[], 'waiting'],
    [['101'], 'waiting'],
    [['101', '1'], 'in-transit'],
    [['1', '0', '1002', '1001'], 'in-transit'],
    [['1', '0', '5'], 'out-for-delivery'],
    [['1', '0', '5', '501'], 'out-for-delivery'],
    [['1', '0', '5', '206'], 'failed'],
    [['1', '0', '5', '2', '5'], 'out-for-delivery'],
    [['1', '0', '5', '2', '5', '3'], 'signed'],
    [['1', '0', '5', '14'], 'failed'],
    [['1', '0', '5', '14', '6'], 'returning'],
    [['1', '0', '5', '14', '6', '0', '5'], 'returning'],
    [['1', '0', '5', '14', '6', '0', '4'], 'returned'],
    [['1', '0', '5', '203', '6', '0', '3'], 'returned'],
    [['1', '0', '7', '0'], 'in-transit'],
    [['1', '0', '5', '202'], 'in-transit'],
  ])('after %j: %s', (codes, progress) => expect(end(...codes).progress).toBe(progress))

  it('stays signed whatever is scanned afterwards', () => {
    expect(end('1', '5', '301', '0', '6', '4')).toMatchObject({
      progress: 'signed',
      signer: 'self',
      progressAt: 3 * minute,
    })
  })

  it('is known by the time of the scans, not by the order in which they are told', () => {
    const [one, two, three] = track('1', '5', '3') as [Scan, Scan, Scan]
    expect(trackOf(mergeScans(mergeScans([], [three]), [one])).progress).toBe('signed')
    expect(trackOf(mergeScans([two], [one])).progress).toBe('out-for-delivery')
  })

  it('proves the number with the first scan that is more than an order', () => {
    expect(end('101').isScanned).toBe(false)
    expect(end('101', '103').isScanned).toBe(true)
    expect(end('1').isScanned).toBe(true)
  })

  it('has its time from the scan that brought it there', () => {
    expect(end('1', '5', '2', '2').progressAt).toBe(3 * minute)
    expect(end('1', '0', '0').progressAt).toBe(3 * minute)
    expect(end().progressAt).toBe(0)
  })

  it('is at its end when signed for or back', () => {
    const ends = Object.keys(parcelProgress).filter((each) => isAtItsEnd(each as keyof typeof parcelProgress))
    expect(ends).toEqual(['signed', 'returned'])
  })
})

describe('reports of a track', () => {
  const many = fc.array(aScan, { maxLength: 25 })

  it('give the same whole in any order, in any portions, however often', () => {
    fc.assert(
      fc.property(many, many, many, (one, two, three) => {
        const whole = mergeScans([], [...one, ...two, ...three])
        expect(mergeScans(mergeScans(three, one), two)).toEqual(whole)
        expect(mergeScans(mergeScans(whole, two), one)).toEqual(whole)
        expect(mergeScans(two, mergeScans(one, three))).toEqual(whole)
      }),
    )
  })

  it('add up to each scan once, the earliest first', () => {
    fc.assert(
      fc.property(many, many, (one, other) => {
        const merged = mergeScans(one, other)
        expect(new Set(merged.map(({ at, text }) => `${String(at)} ${text}`)).size).toBe(merged.length)
        expect(merged.map(({ at }) => at)).toEqual(merged.map(({ at }) => at).sort((left, right) => left - right))
      }),
    )
  })

  it('of more than two hundred scans keep the latest, whichever came first', () => {
    const long = Array.from({ length: 300 }, (_, place) => readScan(place * minute, '中转', '0'))
    const kept = mergeScans([], long)
    expect(kept).toHaveLength(200)
    expect(kept[0]?.at).toBe(100 * minute)
    expect(mergeScans(mergeScans([], long.slice(150)), long.slice(0, 150))).toEqual(kept)
  })
})

describe('a scan', () => {
  it.each([
    ['您的快件已签收，签收人：本人', 'signed', 'self'],
    ['已签收，他人代收：家人', 'signed', 'other'],
    ['已签收：非本人签收', 'signed', 'other'],
    ['快件已由丰巢快递柜代收签收', 'signed', 'locker'],
    ['邮件已妥投', 'signed', 'unknown'],
    ['已投放驿站，请凭取件码取件', 'out-for-delivery', undefined],
    ['安排投递，投递员：韦军', 'out-for-delivery', undefined],
    ['未妥投，备注：收件人不在', 'failed', undefined],
    ['收件人拒收', 'failed', undefined],
    ['邮件退回中', 'returning', undefined],
    ['退回件已签收', 'returned', undefined],
    ['退签', 'returned', undefined],
    ['离开【桂林中心】，下一站【南宁中心】', 'in-transit', undefined],
    ['等待揽收', 'waiting', undefined],
  ])('without a state is read by its text, %s: %s %s', (text, progress, signer) => {
    expect(readScan(minute, text, '')).toEqual({
      at: minute,
      text,
      progress,
      ...(signer === undefined ? {} : { signer }),
    })
  })

  it.each([
    ['301', '已签收', 'self'],
    ['303', '已签收，本人', 'other'],
    ['304', '已签收', 'locker'],
    ['3', '已签收，前台', 'other'],
    ['302', '已签收', 'unknown'],
  ])('of the state %s and the text %s was signed for by: %s', (code, text, signer) =>
    expect(readScan(minute, text, code)).toMatchObject({ progress: 'signed', signer }),
  )

  it('by which the sender takes the parcel back is a return, even where the carrier calls it signed', () => {
    expect(readScan(minute, '退回件，寄件人已签收', '3').progress).toBe('returned')
  })

  it('of a state that nobody told us of is read by its text', () => {
    expect(readScan(minute, '已签收', '999').progress).toBe('signed')
  })
})

describe('the day a parcel should arrive', () => {
  it('is the usual number of days after it was posted', () => {
    expect(expectedDay('2026-02-27', 3)).toBe('2026-03-02')
  })
})
