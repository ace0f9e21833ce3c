import fc from 'fast-check'
import {
  addComplaintCells,
  addComplaintTallies,
  complaintShares,
  emptyComplaintTally,
  tallyOfComplaint,
  type CountedComplaint,
} from './complaint-figures'
import { complaintKinds, type ComplaintKind } from './complaint-workflow'

const counted: fc.Arbitrary<CountedComplaint> = fc.record({
  kind: fc.constantFrom(...(Object.keys(complaintKinds) as ComplaintKind[])),
  isAnswered: fc.boolean(),
  overran: fc.boolean(),
  satisfied: fc.option(fc.boolean(), { nil: undefined }),
  isReopened: fc.boolean(),
  isSentBack: fc.boolean(),
})
const tallies = (complaints: readonly CountedComplaint[]) =>
  complaints.map(tallyOfComplaint).reduce(addComplaintTallies, emptyComplaintTally)
const good: CountedComplaint = {
  kind: 'complaint',
  isAnswered: true,
  overran: false,
  satisfied: true,
  isReopened: false,
  isSentBack: false,
}
const scoreOf = (...complaints: readonly CountedComplaint[]) => complaintShares(tallies(complaints)).score

describe('the figures of complaints', () => {
  it('add up to the same whatever is added first, and a month is its days', () => {
    const named = fc.tuple(fc.constantFrom('甲局', '乙局'), counted)
    fc.assert(
      fc.property(fc.array(named), fc.nat(), (complaints, cut) => {
        const cells = complaints.map(([department, each]) => ({ department, ...tallyOfComplaint(each) }))
        const at = cells.length === 0 ? 0 : cut % cells.length
        const parts = [addComplaintCells([cells.slice(at)]), addComplaintCells([cells.slice(0, at)])]
        expect(addComplaintCells(parts)).toEqual(addComplaintCells([cells]))
      }),
    )
  })

  it('count each complaint once as received, under its kind, and no part above its whole', () => {
    fc.assert(
      fc.property(fc.array(counted), (complaints) => {
        const tally = tallies(complaints)
        expect(tally.received).toBe(complaints.length)
        expect(Object.values(tally.byKind).reduce((sum, each) => sum + each, 0)).toBe(tally.received)
        expect(tally.onTime).toBeLessThanOrEqual(tally.due)
        expect(tally.satisfied).toBeLessThanOrEqual(tally.rated)
        expect(tally.reopened).toBeLessThanOrEqual(tally.returned)
      }),
    )
  })

  it('tell no share and no score of fewer than five', () => {
    expect(complaintShares(tallies([good, good, good, good]))).toEqual({})
    expect(complaintShares(tallies([good, good, good, good, good]))).toEqual({ onTime: 1, satisfied: 1, score: 100 })
  })

  it('score half for the limit and half for what citizens said, less what was done twice', () => {
    const late = { ...good, overran: true }
    const cross = { ...good, satisfied: false }
    expect(scoreOf(late, good, good, good, good)).toBe(90)
    expect(scoreOf(cross, good, good, good, good)).toBe(90)
    expect(scoreOf({ ...good, isSentBack: true }, good, good, good, good)).toBe(96)
    expect(scoreOf(...Array.from({ length: 5 }, () => ({ ...late, satisfied: false, isReopened: true })))).toBe(0)
  })

  it('score by the limit alone where too few citizens said anything', () => {
    const silent = { ...good, satisfied: undefined }
    expect(scoreOf(...Array.from({ length: 4 }, () => silent), { ...silent, overran: true })).toBe(80)
  })

  it('count an answer that never came as not in time once the limit is over', () => {
    const waiting = { ...good, isAnswered: false, satisfied: undefined }
    expect(tallyOfComplaint(waiting)).toMatchObject({ due: 0, onTime: 0 })
    expect(tallyOfComplaint({ ...waiting, overran: true })).toMatchObject({ due: 1, onTime: 0 })
  })
})
