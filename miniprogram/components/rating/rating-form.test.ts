import fc from 'fast-check'
import * as v from 'valibot'
import { rateApplication } from '@shared/contracts/surveys'
import { grades, reasonTags, type Grade, type ReasonTag } from '@shared/domain/rating'
import { contentOf, emptyForm, formOf, gradeOrder, ratingProblems, withGrade, withTag } from './rating-form'

const isAccepted = (content: unknown) =>
  v.safeParse(rateApplication.input, { applicationId: 'a'.repeat(24), content, author: { kind: 'named' } }).success

describe('filling in a rating', () => {
  it('needs nothing but a grade', () => {
    expect(ratingProblems(emptyForm)).toHaveProperty('grade')
    expect(contentOf(withGrade(emptyForm, 4))).toEqual({ grade: 4, tags: [] })
  })

  it('lets reasons go that do not fit another grade', () => {
    const bad = withTag(withGrade(emptyForm, 2), 'waited-long') ?? emptyForm
    expect(bad.tags).toEqual(['waited-long'])
    expect(withGrade(bad, 1).tags).toEqual(['waited-long'])
    expect(withGrade(bad, 5).tags).toEqual([])
  })

  it('asks for both halves of a praise that was begun, and for none that was left empty', () => {
    const form = withGrade(emptyForm, 5)
    expect(ratingProblems({ ...form, praise: { whom: '', words: '说得清楚' } })).toHaveProperty('whom')
    expect(ratingProblems({ ...form, praise: { whom: '莫晓琳', words: '' } })).toHaveProperty('words')
    expect(contentOf({ ...form, praise: { whom: ' ', words: '' } })).not.toHaveProperty('praise')
  })

  it('is accepted by the contract whatever was tapped and typed, and comes back as it was', () => {
    const tags = fc.array(fc.constantFrom(...(Object.keys(reasonTags) as ReasonTag[])), { maxLength: 12 })
    const grade = fc.constantFrom(...gradeOrder)
    fc.assert(
      fc.property(grade, tags, fc.string({ maxLength: 500 }), grade, (first, tapped, comment, last) => {
        const fitting = (each: Grade) => tapped.filter((tag) => reasonTags[tag].isGood === grades[each].isGood)
        let form = withGrade({ ...emptyForm, comment }, first)
        for (const tag of fitting(first)) form = withTag(form, tag) ?? form
        const content = contentOf(withGrade(form, last))
        expect(isAccepted(content)).toBe(true)
        if (content !== undefined) expect(contentOf(formOf(content))).toEqual(content)
      }),
    )
  })
})
