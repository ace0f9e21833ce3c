import { alertDue, wakesOf, type SingleClock } from './single-clock'

const table = { answer: { isCentres: true }, confirm: { isCentres: false } }
const deadline = {
  startedOn: '2026-05-11',
  dueOn: '2026-05-18',
  amberOn: '2026-05-15',
  workingDays: 5,
  provisional: false,
  basis: '',
}
const running = (name: 'answer' | 'confirm', alerted: SingleClock<string>['alerted'] = '') => ({
  clock: { name, deadline },
  alerted,
})

describe('the one clock of a matter', () => {
  it.each([
    ['2026-05-14', '', undefined],
    ['2026-05-15', '', 'amber'],
    ['2026-05-18', 'amber', undefined],
    ['2026-05-19', 'amber', 'red'],
    // The timer was away: what is overdue is not called amber first.
    ['2026-05-19', '', 'red'],
    ['2026-06-01', 'red', undefined],
  ] as const)('on %s, escalated to “%s”, is to be escalated to %s', (today, alerted, colour) => {
    expect(alertDue(running('answer', alerted), table, today)).toBe(colour)
  })

  it('of the citizen is never escalated: the timer ends it', () => {
    expect(alertDue(running('confirm'), table, '2026-06-01')).toBeUndefined()
    expect(wakesOf(running('confirm'), table)).toEqual({ wakeOn: '2026-05-18', alertOn: '' })
  })

  it('is found by the timer on the day of its next escalation, and not after the last one', () => {
    expect(wakesOf(running('answer'), table)).toEqual({ wakeOn: '', alertOn: '2026-05-15' })
    expect(wakesOf(running('answer', 'amber'), table).alertOn).toBe('2026-05-19')
    expect(wakesOf(running('answer', 'red'), table).alertOn).toBe('')
    expect(wakesOf({ alerted: '' }, table)).toEqual({ wakeOn: '', alertOn: '' })
  })
})
