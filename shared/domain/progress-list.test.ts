import fc from 'fast-check'
import { applicationStates, progressGroups, type ApplicationState } from './application-workflow'
import {
  findInProgress,
  foldParcels,
  groupProgress,
  isDraftEnding,
  progressGroupOf,
  type ProgressParcel,
  type ProgressRow,
} from './progress-list'

const states = Object.keys(applicationStates) as ApplicationState[]
let made = 0
function aRow(change: Partial<ProgressRow> = {}): ProgressRow {
  made += 1
  return {
    id: `application-${String(made)}`,
    receiptNumber: 'GL20260511482177305',
    itemName: '食品经营许可（新办）',
    applicantName: '秦晓梅',
    state: 'submitted',
    updatedAt: 0,
    ...change,
  }
}
const ids = (rows: readonly ProgressRow[]) => rows.map(({ id }) => id)

describe('the groups of 进度', () => {
  it('puts what needs the person before what runs, and that before what is finished', () => {
    const groups = groupProgress([
      aRow({ state: 'withdrawn' }),
      aRow({ state: 'reviewing' }),
      aRow({ state: 'correction' }),
    ])
    expect(groups.map(({ group, label }) => [group, label])).toEqual([
      ['needs-you', '需要您处理'],
      ['running', '办理中'],
      ['finished', '已办结'],
    ])
  })

  it('leaves out a group without applications', () => {
    expect(groupProgress([aRow({ state: 'accepted' })]).map(({ group }) => group)).toEqual(['running'])
    expect(groupProgress([])).toEqual([])
  })

  it('lists what needs the person by the nearest due day, and what has no deadline last', () => {
    const open = aRow({ state: 'correction', updatedAt: 9 })
    const late = aRow({ state: 'passed', deadline: { dueOn: '2026-06-20' }, updatedAt: 5 })
    const soon = aRow({ state: 'correction', deadline: { dueOn: '2026-06-02' }, updatedAt: 1 })
    expect(ids(groupProgress([open, late, soon])[0]?.rows ?? [])).toEqual(ids([soon, late, open]))
  })

  it('lists running and finished ones by the latest change, whatever their deadlines', () => {
    const older = aRow({ updatedAt: 1, deadline: { dueOn: '2026-06-02' } })
    const newer = aRow({ updatedAt: 2, deadline: { dueOn: '2026-07-02' } })
    expect(ids(groupProgress([older, newer])[0]?.rows ?? [])).toEqual(ids([newer, older]))
  })

  it('shows an application once that moved between two pages of the list, as it was read first', () => {
    const first = aRow({ id: 'moved-application', state: 'passed' })
    const again = aRow({ id: 'moved-application', state: 'reviewing' })
    const groups = groupProgress([first, aRow({ state: 'passed' }), again])
    expect(groups.map(({ group, rows }) => [group, rows.length])).toEqual([['needs-you', 2]])
  })

  it('loses no application, doubles none and puts each into its own group, in whatever order they come', () => {
    const row = fc
      .record({
        state: fc.constantFrom(...states),
        updatedAt: fc.nat(50),
        dueOn: fc.option(fc.constantFrom('2026-05-12', '2026-05-29', '2026-06-30'), { nil: undefined }),
      })
      .map(({ dueOn, ...rest }) => aRow({ ...rest, deadline: dueOn === undefined ? undefined : { dueOn } }))
    fc.assert(
      fc.property(
        fc
          .array(row)
          .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const groups = groupProgress(rows)
          expect(ids(groups.flatMap((group) => group.rows)).sort()).toEqual(ids(rows).sort())
          for (const { group, rows: members } of groups)
            for (const { state } of members) expect(progressGroups[state]).toBe(group)
          expect(groupProgress(shuffled)).toEqual(groups)
        },
      ),
    )
  })
})

describe('looking for an application', () => {
  const food = aRow({ receiptNumber: 'GL20260511482177305' })
  const passport = aRow({ receiptNumber: 'GL20260512000000019', itemName: '普通护照签发', applicantName: 'Alice Wu' })
  const find = (words: string) => ids(findInProgress([food, passport], words))

  it('finds all with no words', () => expect(find('  ')).toEqual(ids([food, passport])))
  it.each(['GL20260511482177305', 'gl 20260511 4821 7730 5', 'GL20260511', '482177305', '4821-7730', '4821'])(
    'finds a receipt number however it is typed: %s',
    (words) => expect(find(words)).toEqual([food.id]),
  )
  it.each(['护照', '普通 签发', 'alice', 'Wu 护照'])('finds by the matter and the applicant: %s', (words) =>
    expect(find(words)).toEqual([passport.id]),
  )
  it('finds nothing where one of the words is missing', () => expect(find('护照 秦晓梅')).toEqual([]))
})

describe('a draft', () => {
  it('is shown as ending from the first warning on, seven days before its last day', () => {
    expect(isDraftEnding('2026-05-20', '2026-05-12')).toBe(false)
    expect(isDraftEnding('2026-05-20', '2026-05-13')).toBe(true)
    expect(isDraftEnding('2026-05-20', '2026-05-21')).toBe(true)
  })
})

describe('parcels in 进度', () => {
  const aParcel = (change: Partial<ProgressParcel> = {}): ProgressParcel => ({
    applicationId: 'application-of-parcel',
    direction: 'out',
    group: 'running',
    ...change,
  })

  it('lets a decided application whose result is on its way wait for the courier, not for the person', () => {
    expect(progressGroupOf({ state: 'approved' })).toBe('needs-you')
    expect(progressGroupOf({ state: 'approved', parcels: [aParcel()] })).toBe('running')
    expect(progressGroupOf({ state: 'denied', parcels: [aParcel()] })).toBe('running')
  })

  it('does not take a parcel that is through for an application that is not', () => {
    expect(progressGroupOf({ state: 'approved', parcels: [aParcel({ group: 'finished' })] })).toBe('needs-you')
  })

  it('asks for the person as soon as one of the parcels does, whatever the application waits for', () => {
    expect(progressGroupOf({ state: 'approved', parcels: [aParcel({ group: 'needs-you' })] })).toBe('needs-you')
    expect(progressGroupOf({ state: 'accepted', parcels: [aParcel({ direction: 'in', group: 'needs-you' })] })).toBe(
      'needs-you',
    )
  })

  it('leaves to the person what only the person can do, even when originals are under way', () => {
    for (const state of states.filter((each) => progressGroups[each] === 'needs-you'))
      expect(progressGroupOf({ state, parcels: [aParcel({ direction: 'in' })] })).toBe('needs-you')
  })

  it('keeps a finished application finished', () => {
    for (const state of states.filter((each) => progressGroups[each] === 'finished'))
      for (const group of ['running', 'finished'] as const)
        expect(progressGroupOf({ state, parcels: [aParcel({ group })] })).toBe('finished')
  })

  it('shows each parcel once: with its application, or by itself', () => {
    const ids = ['application-a', 'application-b', 'application-c']
    const parcels = fc.array(
      fc.record({
        applicationId: fc.constantFrom(...ids),
        direction: fc.constantFrom<'out' | 'in'>('out', 'in'),
        group: fc.constantFrom<ProgressParcel['group']>('needs-you', 'running', 'finished'),
      }),
    )
    fc.assert(
      fc.property(fc.subarray(ids), parcels, (shown, all) => {
        const { rows, others } = foldParcels(
          shown.map((id) => aRow({ id })),
          all,
        )
        expect(rows.map(({ id }) => id)).toEqual(shown)
        expect(new Set([...rows.flatMap((row) => row.parcels), ...others])).toEqual(new Set(all))
        expect(rows.flatMap((row) => row.parcels).length + others.length).toBe(all.length)
      }),
    )
  })
})
