import fc from 'fast-check'
import { suspensionReasons, type SuspensionReason } from '@shared/domain/application-workflow'
import {
  afterStep,
  expectedDays,
  isReason,
  isUnwritten,
  noDecision,
  restoredDecision,
  type DecisionDraft,
} from './decision-draft'

const anyDraft: fc.Arbitrary<DecisionDraft> = fc.record({
  documentNumber: fc.string(),
  note: fc.string(),
  refusal: fc.string(),
  suspension: fc.constantFrom<SuspensionReason | ''>('', ...(Object.keys(suspensionReasons) as SuspensionReason[])),
  explanation: fc.string(),
  days: fc.string(),
  extension: fc.string(),
})

describe('what is written on an accepted case', () => {
  it('is found again as it was kept', () => {
    fc.assert(
      fc.property(anyDraft, (draft) =>
        expect(restoredDecision(JSON.parse(JSON.stringify(draft)) as unknown)).toEqual(draft),
      ),
    )
  })

  it.each([undefined, null, 'text', {}, { ...noDecision, suspension: 'holiday' }, { ...noDecision, note: 3 }])(
    'is begun anew where %j was kept',
    (kept) => expect(restoredDecision(kept)).toEqual(noDecision),
  )

  it('keeps the words of a decision that was begun when the clocks are stopped first', () => {
    const draft: DecisionDraft = { ...noDecision, refusal: '不符合第九条', suspension: 'testing', days: '20' }
    expect(afterStep(draft, 'suspend')).toEqual({ ...noDecision, refusal: '不符合第九条' })
  })

  it('is used up by the decision, and not touched by taking the case over or starting the clocks again', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(isUnwritten(afterStep(draft, 'approve'))).toBe(true)
        expect(isUnwritten(afterStep(draft, 'deny'))).toBe(true)
        expect(afterStep(draft, 'take')).toEqual(draft)
        expect(afterStep(draft, 'resume')).toEqual(draft)
      }),
    )
  })

  it.each([
    ['1', 1],
    ['180', 180],
    [' 20 ', 20],
    ['0', undefined],
    ['181', undefined],
    ['1.5', undefined],
    ['-3', undefined],
    ['二十', undefined],
    ['', undefined],
  ])('takes “%s” expected working days as %s', (typed, days) => expect(expectedDays(typed)).toBe(days))

  it('takes five characters as a reason, spaces around them aside', () => {
    expect(isReason(' 场所不符 ')).toBe(false)
    expect(isReason('场所不符合')).toBe(true)
  })
})
