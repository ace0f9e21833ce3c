import {
  decideRectification,
  listOfRectification,
  openRectificationActions,
  rectificationActions,
  rectificationStates,
  rectificationTransitions,
  type RectificationAction,
  type RectificationClock,
  type RectificationState,
  type RectifyingPerson,
} from './rectification-workflow'

type From = RectificationState | 'none'
const states = Object.keys(rectificationStates) as RectificationState[]
const actions = Object.keys(rectificationActions) as RectificationAction[]
const nobody: RectifyingPerson = {
  isCitizen: false,
  isDepartment: false,
  isSupervisor: false,
  isComplainedOf: false,
  isTimer: false,
}
const people = {
  citizen: { ...nobody, isCitizen: true },
  department: { ...nobody, isDepartment: true },
  supervisor: { ...nobody, isSupervisor: true },
  timer: { ...nobody, isTimer: true },
  stranger: nobody,
  'the department’s member it is about': { ...nobody, isDepartment: true, isComplainedOf: true },
  'the supervisor it is about': { ...nobody, isDepartment: true, isSupervisor: true, isComplainedOf: true },
  'an author who works there': { ...nobody, isDepartment: true, isSupervisor: true, isCitizen: true },
} as const satisfies Record<string, RectifyingPerson>
type Person = keyof typeof people

/** What is allowed, written down a second time; everything else is refused. */
const allowed: Readonly<Record<string, { readonly to: RectificationState; readonly by: readonly Person[] }>> = {
  'none open': { to: 'reported', by: ['citizen', 'an author who works there'] },
  'reported verify': { to: 'rectifying', by: ['department', 'supervisor'] },
  'reported find-unfounded': { to: 'answered', by: ['supervisor'] },
  'rectifying extend': { to: 'rectifying', by: ['supervisor'] },
  'rectifying answer': { to: 'answered', by: ['department', 'supervisor'] },
  'answered accept': { to: 'solved', by: ['citizen', 'an author who works there'] },
  'answered dispute': { to: 'disputed', by: ['citizen', 'an author who works there'] },
  'answered lapse': { to: 'lapsed', by: ['timer'] },
  'disputed conclude': { to: 'concluded', by: ['supervisor'] },
}

const everything = (['none', ...states] as From[]).flatMap((state) =>
  actions.flatMap((action) => (Object.keys(people) as Person[]).map((person) => ({ state, action, person }))),
)

describe('the table of rectifications', () => {
  it.each(everything)('from $state, $action by $person', ({ state, action, person }) => {
    const right = allowed[`${state} ${action}`]
    const decision = decideRectification({ state, isExtended: false }, action, people[person])
    const expected = right === undefined ? 'WRONG_STATE' : right.by.includes(person) ? right.to : 'NOT_ALLOWED'
    expect(typeof decision === 'string' ? decision : decision.to).toBe(expected)
  })

  it('extends once', () => {
    const again = { state: 'rectifying', isExtended: true } as const
    expect(decideRectification(again, 'extend', people.supervisor)).toBe('WRONG_STATE')
    expect(openRectificationActions(again, people.supervisor)).toEqual(['answer'])
  })

  it('lets nobody whom it is about do anything, whatever their roles', () => {
    for (const state of states) {
      for (const person of ['the department’s member it is about', 'the supervisor it is about'] as const) {
        expect(openRectificationActions({ state, isExtended: false }, people[person])).toEqual([])
      }
    }
  })

  it('ends only where the citizen, a supervisor or the clock said so', () => {
    const ends = rectificationTransitions.filter(({ to }) => rectificationStates[to].final)
    expect(ends.map(({ by }) => by)).toEqual([['citizen'], ['timer'], ['supervisor']])
    for (const state of states.filter((each) => rectificationStates[each].final)) {
      expect(rectificationTransitions.some(({ from }) => from === state)).toBe(false)
    }
  })

  it('runs one clock at most, in every state the same, and none where it is over', () => {
    const running = new Map<From, string>([['none', '']])
    for (const { from, to, stops, starts } of rectificationTransitions) {
      const before = running.get(from)
      expect(before).toBeDefined()
      for (const clock of stops) expect(clock).toBe(before)
      const left: RectificationClock[] = before === '' || stops.length > 0 ? [] : [before as RectificationClock]
      const after = [...new Set([...left, ...starts])]
      expect(after.length).toBeLessThanOrEqual(1)
      expect([to, running.get(to) ?? after[0] ?? '']).toEqual([to, after[0] ?? ''])
      running.set(to, after[0] ?? '')
    }
    for (const state of states) expect(running.get(state) === '').toBe(rectificationStates[state].final)
  })

  it('reaches every state, shows each on a list, and says what comes next', () => {
    const reached = new Set(rectificationTransitions.map(({ to }) => to))
    expect([...reached].sort()).toEqual([...states].sort())
    for (const state of states) {
      expect(listOfRectification[state] === 'done').toBe(rectificationStates[state].final)
      // A phrase of WeChat's takes five characters.
      expect(rectificationStates[state].label).toMatch(/^[\u4e00-\u9fff]{2,5}$/)
    }
  })

  it('tells the citizen of every step of staff that answers them or takes longer', () => {
    const telling = rectificationTransitions.filter(({ message }) => message !== undefined).map(({ action }) => action)
    expect(telling).toEqual(['find-unfounded', 'extend', 'answer', 'conclude'])
  })
})
