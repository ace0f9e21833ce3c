import fc from 'fast-check'
import { drawPledgeSample } from '@shared/contracts/applications-decision'
import * as v from 'valibot'
import { sampleProblems, suggestedSeed, type SampleForm } from './sample-form'

const form: SampleForm = {
  department: '市市场监督管理局',
  from: '2026-10-01',
  to: '2026-10-31',
  size: '5',
  seed: '2026-11-24-004711',
}

describe('the sample that is asked for', () => {
  it('can be drawn where everything is filled in', () => expect(sampleProblems(form, 100)).toEqual({}))

  it.each([
    ['department', { department: '' }],
    ['period', { from: '2026-11-01' }],
    ['period', { to: '' }],
    ['size', { size: '0' }],
    ['size', { size: '101' }],
    ['size', { size: '五' }],
    ['seed', { seed: '  ' }],
  ] as const)('says that the %s is wrong with %j', (part, change) =>
    expect(Object.keys(sampleProblems({ ...form, ...change }, 100))).toEqual([part]),
  )

  it('is taken by the server whenever the form finds nothing wrong', () => {
    const typed = fc.record({
      department: fc.constantFrom('', '市民政局'),
      from: fc.constantFrom('', '2026-10-01', '2026-12-01'),
      to: fc.constantFrom('2026-10-01', '2026-11-30', '2026-02-31'),
      size: fc.oneof(fc.integer({ min: -2, max: 200 }).map(String), fc.string({ maxLength: 3 })),
      seed: fc.string({ maxLength: 60 }),
    })
    fc.assert(
      fc.property(typed, (asked) => {
        if (Object.keys(sampleProblems(asked, 100)).length > 0) return
        const sent = { ...asked, size: Number(asked.size), seed: asked.seed.trim() }
        expect(v.safeParse(drawPledgeSample.input, sent).success).toBe(true)
      }),
    )
  })

  it('is offered a seed of the day with six digits', () => {
    expect(suggestedSeed('2026-11-24', 0)).toBe('2026-11-24-000000')
    expect(suggestedSeed('2026-11-24', 0.999_999_9)).toBe('2026-11-24-999999')
  })
})
