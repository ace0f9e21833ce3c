import fc from 'fast-check'
import { defects, partKey, type CorrectionMark, type Defect } from '@shared/domain/correction-notice'
import {
  emptyDraft,
  inOrder,
  isEmptyDraft,
  markProblem,
  newsSince,
  restoredDraft,
  withMark,
  withoutMark,
  withPhrase,
} from './review-draft'

const aMark = fc.record({
  part: fc.constantFrom('field', 'material', 'applicant' as const),
  code: fc.constantFrom('a', 'b', 'c'),
  defect: fc.constantFrom(...(Object.keys(defects) as Defect[])),
  explanation: fc.string({ maxLength: 200 }),
}) as fc.Arbitrary<CorrectionMark>
const drafted = (marks: readonly CorrectionMark[]) => marks.reduce(withMark, emptyDraft('莫晓琳', 0))

describe('what a reviewer writes on a case', () => {
  it('comes back from the device as it was', () => {
    fc.assert(
      fc.property(fc.array(aMark), (marks) => {
        const draft = drafted(marks)
        expect(restoredDraft(JSON.parse(JSON.stringify(draft)), '莫晓琳', 0)).toEqual(draft)
      }),
    )
  })
  it('is not shown to somebody else, nor in another round', () => {
    const draft = drafted([{ part: 'field', code: 'a', defect: 'expired', explanation: '已过期' }])
    expect(isEmptyDraft(restoredDraft(draft, '唐立', 0))).toBe(true)
    expect(isEmptyDraft(restoredDraft(draft, '莫晓琳', 1))).toBe(true)
  })
  it('is empty when what was kept has another shape', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(isEmptyDraft(restoredDraft(kept, '莫晓琳', 0))).toBe(true)
      }),
    )
  })
  it('has one mark a part, the last one written', () => {
    fc.assert(
      fc.property(fc.array(aMark), (marks) => {
        const kept = drafted(marks).marks
        expect(new Set(kept.map(partKey)).size).toBe(kept.length)
        for (const mark of kept) expect(marks.filter((each) => partKey(each) === partKey(mark)).at(-1)).toEqual(mark)
      }),
    )
  })
  it('loses a mark that is removed, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(aMark), aMark, (marks, mark) => {
        const before = drafted(marks)
        const after = withoutMark(withMark(before, mark), partKey(mark))
        expect(after.marks).toEqual(before.marks.filter((each) => partKey(each) !== partKey(mark)))
      }),
    )
  })
  it('lists the marks in the order of the page', () => {
    const order = ['applicant:a', 'field:b', 'material:c']
    const marks = drafted([
      { part: 'material', code: 'c', defect: 'expired', explanation: '' },
      { part: 'field', code: 'gone', defect: 'expired', explanation: '' },
      { part: 'applicant', code: 'a', defect: 'expired', explanation: '' },
    ]).marks
    expect(inOrder(marks, order).map(partKey)).toEqual(['applicant:a', 'material:c', 'field:gone'])
  })
})

describe('a mark', () => {
  const mark: CorrectionMark = { part: 'field', code: 'a', defect: 'expired', explanation: '请更换' }
  it('can be sent when its part is open and it says what to do', () => {
    expect(markProblem(mark, new Set(['field:a']))).toBeUndefined()
  })
  it('cannot be sent without words', () => {
    expect(markProblem({ ...mark, explanation: '  ' }, new Set(['field:a']))).toBe('INCOMPLETE')
  })
  it('cannot be sent for a part that is no longer open （行政许可法 art. 32）', () => {
    expect(markProblem(mark, new Set())).toBe('NOT_OPEN')
  })
})

describe('a quick phrase', () => {
  const phrases = ['照片模糊，请重拍。', '照片反光，请重拍。']
  it('fills what is empty, and takes the place of another phrase', () => {
    expect(withPhrase('', '照片模糊，请重拍。', phrases)).toBe('照片模糊，请重拍。')
    expect(withPhrase('照片反光，请重拍。', '照片模糊，请重拍。', phrases)).toBe('照片模糊，请重拍。')
  })
  it('never takes away what was typed', () => {
    expect(withPhrase('左下角缺一块。', '照片模糊，请重拍。', phrases)).toBe('左下角缺一块。照片模糊，请重拍。')
  })
  it('is put in once only, and never beyond 200 characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        const once = withPhrase(typed, '照片模糊，请重拍。', phrases)
        expect(once.length).toBeLessThanOrEqual(200)
        if (once.length < 200) expect(withPhrase(once, '照片模糊，请重拍。', phrases)).toBe(once)
      }),
    )
  })
})

describe('news of a case', () => {
  const entry = (sequence: number) => ({
    sequence,
    at: sequence,
    event: 'x',
    label: `${sequence}`,
    actor: { kind: 'timer' as const, name: '系统' },
  })
  it('are the entries after the last one seen', () => {
    expect(newsSince({ timeline: [entry(1), entry(2)] }, { timeline: [entry(1), entry(2), entry(3)] })).toEqual([
      entry(3),
    ])
    expect(newsSince({ timeline: [] }, { timeline: [entry(1)] })).toEqual([entry(1)])
  })
})
