import fc from 'fast-check'
import { createCalendar } from './calendar'
import { extendDeadline, startDeadline } from './deadline'
import { alertDue, recountDeadline, wakesOf, type SingleClock } from './single-clock'

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
    expect(wakesOf(running('confirm'), table)).toEqual({ wakeOn: '2026-05-18', alertOn: '', provisionalOn: '' })
  })

  it('is found by the timer on the day of its next escalation, and not after the last one', () => {
    expect(wakesOf(running('answer'), table)).toMatchObject({ wakeOn: '', alertOn: '2026-05-15' })
    expect(wakesOf(running('answer', 'amber'), table).alertOn).toBe('2026-05-19')
    expect(wakesOf(running('answer', 'red'), table).alertOn).toBe('')
    expect(wakesOf({ alerted: '' }, table)).toEqual({ wakeOn: '', alertOn: '', provisionalOn: '' })
  })

  it('is found by its due day while that rests on a year whose notice is not known', () => {
    const guessed = { name: 'answer' as const, deadline: { ...deadline, provisional: true } }
    expect(wakesOf({ clock: guessed, alerted: '' }, table).provisionalOn).toBe('2026-05-18')
    expect(wakesOf({ alerted: '' }, table).provisionalOn).toBe('')
  })

  it('counted afresh is what it would have been had the notice been known, extended or not', () => {
    const year = { year: 2027, notice: '国办发明电〔2026〕0号', holidays: ['2027-01-04'], adjustedWorkdays: [] }
    const [unknown, known] = [createCalendar([]), createCalendar([year])]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 }), (workingDays, more) => {
        const limit = { from: '2026-12-21', workingDays, basis: '' }
        const extension = { workingDays: more, basis: '' }
        const counted = (calendar: typeof known) => extendDeadline(calendar, startDeadline(calendar, limit), extension)
        expect(recountDeadline(known, counted(unknown))).toEqual(counted(known))
      }),
    )
  })
})
