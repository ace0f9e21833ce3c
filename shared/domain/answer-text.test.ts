import { answerText } from './answer-text'

const base = { code: 'field', label: '项目', required: true }

describe('an answer as a person reads it', () => {
  it('says the words of a choice, and the stored value where the guide has them no more', () => {
    const field = { ...base, type: 'choice', options: [{ value: 'yes', label: '是' }] } as const
    expect([answerText(field, 'yes'), answerText(field, 'gone')]).toEqual(['是', 'gone'])
  })
  it('says a number with its unit and a date in words', () => {
    expect(answerText({ ...base, type: 'number', minimum: 0, maximum: 9, decimals: 1, unit: '平方米' }, '4.5')).toBe(
      '4.5平方米',
    )
    expect(answerText({ ...base, type: 'date' }, '2026-05-10')).toBe('2026年5月10日')
    expect(answerText({ ...base, type: 'date' }, '2026-02-30')).toBe('2026-02-30')
  })
  it('says nothing for no answer, without its unit', () => {
    expect(answerText({ ...base, type: 'number', minimum: 0, maximum: 9, decimals: 0, unit: '人' }, '')).toBe('')
  })
})
