import {
  complaintActions,
  complaintClocks,
  complaintStates,
  complaintTransitions,
  decideComplaint,
  listOfComplaint,
  openComplaintActions,
  takesOthersIn,
  type ComplaintAction,
  type ComplaintClock,
  type ComplaintState,
  type ComplainingPerson,
} from './complaint-workflow'

type From = ComplaintState | 'none'
const states = Object.keys(complaintStates) as ComplaintState[]
const actions = Object.keys(complaintActions) as ComplaintAction[]
const nobody: ComplainingPerson = {
  isCitizen: false,
  isSupervisor: false,
  isDepartment: false,
  isHandler: false,
  isComplainedOf: false,
  isTimer: false,
}
const everyRole = { ...nobody, isSupervisor: true, isDepartment: true, isHandler: true }
const people = {
  citizen: { ...nobody, isCitizen: true },
  supervisor: { ...nobody, isSupervisor: true },
  department: { ...nobody, isDepartment: true },
  handler: { ...nobody, isDepartment: true, isHandler: true },
  'a handler who left the department': { ...nobody, isHandler: true },
  timer: { ...nobody, isTimer: true },
  stranger: nobody,
  'whoever it complains of, with every role': { ...everyRole, isComplainedOf: true },
  'its author, with every role': { ...everyRole, isCitizen: true },
} as const satisfies Record<string, ComplainingPerson>
type Person = keyof typeof people

const byCitizen: readonly Person[] = ['citizen', 'its author, with every role']
const byDepartment: readonly Person[] = ['department', 'handler', 'supervisor']
/** What is allowed, written down a second time; everything else is refused. */
const allowed: Readonly<Record<string, { readonly to: ComplaintState; readonly by: readonly Person[] }>> = {
  'none send': { to: 'sent', by: byCitizen },
  'sent receive': { to: 'received', by: ['supervisor'] },
  'sent decline': { to: 'declined', by: ['supervisor'] },
  'sent merge': { to: 'closed', by: ['supervisor'] },
  'sent withdraw': { to: 'withdrawn', by: byCitizen },
  'received assign': { to: 'assigned', by: ['supervisor'] },
  'received withdraw': { to: 'withdrawn', by: byCitizen },
  'assigned reassign': { to: 'assigned', by: ['supervisor'] },
  'assigned entrust': { to: 'handling', by: byDepartment },
  'handling entrust': { to: 'handling', by: byDepartment },
  'handling handle': { to: 'supervised', by: ['handler'] },
  'handling extend': { to: 'handling', by: ['supervisor'] },
  'supervised send-back': { to: 'handling', by: ['supervisor'] },
  'supervised answer': { to: 'answered', by: ['supervisor'] },
  'answered confirm': { to: 'closed', by: byCitizen },
  'answered reopen': { to: 'handling', by: byCitizen },
  'answered lapse': { to: 'closed', by: ['timer'] },
}
const everything = (['none', ...states] as From[]).flatMap((state) =>
  actions.flatMap((action) => (Object.keys(people) as Person[]).map((person) => ({ state, action, person }))),
)
const fresh = { isExtended: false, isReopened: false }

describe('the table of complaints', () => {
  it.each(everything)('from $state, $action by $person', ({ state, action, person }) => {
    const right = allowed[`${state} ${action}`]
    const decision = decideComplaint({ state, ...fresh }, action, people[person])
    const expected = right === undefined ? 'WRONG_STATE' : right.by.includes(person) ? right.to : 'NOT_ALLOWED'
    expect(typeof decision === 'string' ? decision : decision.to).toBe(expected)
  })

  it('is extended once and asked for again once', () => {
    expect(
      decideComplaint({ state: 'handling', isExtended: true, isReopened: false }, 'extend', people.supervisor),
    ).toBe('WRONG_STATE')
    expect(openComplaintActions({ state: 'answered', isExtended: false, isReopened: true }, people.citizen)).toEqual([
      'confirm',
    ])
  })

  it('lets nobody whom it complains of do anything, whatever their roles', () => {
    for (const state of states) {
      expect(openComplaintActions({ state, ...fresh }, people['whoever it complains of, with every role'])).toEqual([])
    }
  })

  it('runs one clock at most, in every state the same, and none where it is over', () => {
    const running = new Map<From, string>([['none', '']])
    for (const { from, to, stops, starts } of complaintTransitions) {
      const before = running.get(from)
      expect(before).toBeDefined()
      for (const clock of stops) expect(clock).toBe(before)
      const left: ComplaintClock[] = before === '' || stops.length > 0 ? [] : [before as ComplaintClock]
      const after = [...new Set([...left, ...starts])]
      expect(after.length).toBeLessThanOrEqual(1)
      expect([to, running.get(to) ?? after[0] ?? '']).toEqual([to, after[0] ?? ''])
      running.set(to, after[0] ?? '')
    }
    for (const state of states) expect(running.get(state) === '').toBe(complaintStates[state].final)
    expect(new Set([...running.values()].filter((clock) => clock !== ''))).toEqual(
      new Set(Object.keys(complaintClocks)),
    )
  })

  it('reaches every state, shows each on a list, and names it so that a message can carry it', () => {
    expect([...new Set(complaintTransitions.map(({ to }) => to))].sort()).toEqual([...states].sort())
    for (const state of states) {
      expect(listOfComplaint[state] === 'done').toBe(complaintStates[state].final)
      // A phrase of WeChat's takes five characters.
      expect(complaintStates[state].label).toMatch(/^[\u4e00-\u9fff]{2,5}$/)
    }
  })

  it('takes others in once it is certain to be answered', () => {
    expect(states.filter(takesOthersIn)).toEqual(['assigned', 'handling', 'supervised', 'answered'])
    const endings = complaintTransitions.filter(({ action }) => action === 'decline' || action === 'withdraw')
    for (const { from } of endings) expect(from === 'none' || takesOthersIn(from)).toBe(false)
  })

  it('tells the citizen of every step that answers them, refuses them or takes longer', () => {
    const telling = complaintTransitions.filter(({ message }) => message !== undefined).map(({ action }) => action)
    expect(telling).toEqual(['send', 'receive', 'decline', 'merge', 'extend', 'answer'])
  })
})
