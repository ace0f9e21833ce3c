import { monthsOf } from './spans'

describe('the months of a span', () => {
  it('are counted from today, across the year', () => {
    const today = '2027-01-31'
    expect(monthsOf('month', today)).toEqual({ from: '2027-01', to: '2027-01' })
    expect(monthsOf('before', today)).toEqual({ from: '2026-12', to: '2026-12' })
    expect(monthsOf('year', today)).toEqual({ from: '2027-01', to: '2027-01' })
    expect(monthsOf('twelve', today)).toEqual({ from: '2026-02', to: '2027-01' })
  })
})
