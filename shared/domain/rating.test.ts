import * as fc from 'fast-check'
import {
  answerSources,
  grades,
  invitationStandings,
  needsRectification,
  ratingDays,
  reasonTags,
  tagsFor,
  type Grade,
  type ReasonTag,
} from './rating'

const everyGrade = Object.keys(grades).map(Number) as Grade[]

describe('the grades', () => {
  it('are the five of the national system, the last two of them bad', () => {
    expect(
      everyGrade
        .sort()
        .reverse()
        .map((grade) => grades[grade].label),
    ).toEqual(['非常满意', '满意', '基本满意', '不满意', '非常不满意'])
  })

  it.each([
    [5, false],
    [4, false],
    [3, false],
    [2, true],
    [1, true],
  ] as const)('%i opens a rectification: %s', (grade, opens) => {
    expect(needsRectification(grade)).toBe(opens)
  })
})

describe('the tags', () => {
  it('of a grade are all of its kind, and each tag fits some grade', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyGrade), (grade) => {
        const fitting = tagsFor(grade)
        expect(fitting.every((tag) => reasonTags[tag].isGood === grades[grade].isGood)).toBe(true)
      }),
    )
    const fitting = new Set([...tagsFor(5), ...tagsFor(1)])
    expect(fitting.size).toBe(Object.keys(reasonTags).length)
  })

  it('offer first what the national check found most often', () => {
    expect(tagsFor(1).slice(0, 2)).toEqual<ReasonTag[]>(['overrun-without-reason', 'asked-beyond-guide'])
  })

  it('have Chinese labels, none twice', () => {
    const labels = Object.values(reasonTags).map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    for (const label of labels) expect(label).toMatch(/^[\u4e00-\u9fff，]{2,14}$/)
  })
})

describe('the days of an invitation', () => {
  it('come in their order: reminder, silence, end', () => {
    expect([ratingDays.remind, ratingDays.silent, ratingDays.open]).toEqual([3, 7, 30])
  })

  it('end in one standing: answered ones are never open', () => {
    for (const { isOpen, isAnswered } of Object.values(invitationStandings)) expect(isOpen && isAnswered).toBe(false)
    expect(Object.values(invitationStandings).filter(({ isOpen }) => isOpen)).toHaveLength(1)
  })

  it('know one source of which nobody learns the person', () => {
    expect(Object.entries(answerSources).filter(([, { isAnonymous }]) => isAnonymous)).toEqual([
      ['anonymous', { isAnonymous: true, byPhone: false }],
    ])
  })
})
