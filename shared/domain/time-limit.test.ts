import * as fc from 'fast-check'
import { promisedSaving, type TimeLimit } from './item'
import { limitInWords, savingInWords } from './time-limit'

describe('a time limit in words', () => {
  it.each<[TimeLimit, string]>([
    [{ value: 1, unit: 'wd' }, '1个工作日'],
    [{ value: 15, unit: 'day' }, '15天'],
    [{ value: 30, unit: 'minute' }, '30分钟'],
    [{ value: 60, unit: 'minute' }, '1小时'],
    [{ value: 90, unit: 'minute' }, '90分钟'],
    [{ value: 0, unit: 'wd' }, '当场办结'],
  ])('%j is %s', (limit, words) => {
    expect(limitInWords(limit)).toBe(words)
  })
})

describe('the saving promised', () => {
  const saving = (committed: TimeLimit, statutory: TimeLimit) => savingInWords({ committed, statutory })

  it('is the share of the statutory limit that is saved', () => {
    expect(saving({ value: 1, unit: 'wd' }, { value: 10, unit: 'wd' })).toBe('提速90%')
    expect(saving({ value: 3, unit: 'wd' }, { value: 30, unit: 'wd' })).toBe('提速90%')
  })

  it('is not mentioned where nothing is saved', () => {
    expect(saving({ value: 20, unit: 'wd' }, { value: 20, unit: 'wd' })).toBeUndefined()
    expect(saving({ value: 15, unit: 'wd' }, { value: 15, unit: 'day' })).toBeUndefined()
  })

  it('never says more than is kept', () => {
    const limit = fc.record({ value: fc.integer({ min: 1, max: 200 }), unit: fc.constantFrom('wd', 'day', 'minute') })
    fc.assert(
      fc.property(limit, limit, (committed, statutory) => {
        const percent = Number((saving(committed, statutory) ?? '0').replace(/\D/g, ''))
        expect(percent).toBeLessThanOrEqual(promisedSaving({ committed, statutory }) * 100 + 1e-6)
      }),
    )
  })
})
