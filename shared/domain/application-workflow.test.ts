import {
  applicationActions,
  applicationStates,
  applicationTransitions,
  decideReveal,
  decideTransition,
  isEditableByApplicant,
  isFinal,
  nobody,
  openActions,
  queueOfState,
  stateAfterLapse,
  timerActions,
  type ActingPerson,
  type ApplicationAction,
  type ApplicationState,
} from './application-workflow'
import { channels, type Channel } from './item'

const states = Object.keys(applicationStates) as ApplicationState[]
const actions = Object.keys(applicationActions) as ApplicationAction[]
const allChannels = Object.keys(channels) as Channel[]

const people: Readonly<Record<string, ActingPerson>> = {
  'the applicant': { ...nobody, isOwner: true },
  'a reviewer': { ...nobody, isReviewer: true },
  'the claimant': { ...nobody, isReviewer: true, holdsClaim: true },
  'the handler': { ...nobody, isReviewer: true, isHandler: true },
  'a supervisor': { ...nobody, isSupervisor: true },
  'the timer': { ...nobody, isTimer: true },
  'a stranger': nobody,
  'somebody who lost the role but holds the claim': { ...nobody, holdsClaim: true, isHandler: true },
  'a reviewer of their own application': {
    isOwner: true,
    isReviewer: true,
    holdsClaim: true,
    isHandler: true,
    isSupervisor: true,
    isCarrier: false,
    isTimer: false,
  },
}

/** What domain.md allows, written out by hand: state → person → actions. Everything else must be refused. */
const withdrawable = ['withdraw']
const deliverable = { 'a reviewer': ['deliver'], 'the claimant': ['deliver'], 'the handler': ['deliver'] }
const atWindow = ['accept', 'reject']
const allowed: Readonly<Partial<Record<ApplicationState | 'draft', Readonly<Record<string, readonly string[]>>>>> = {
  draft: {
    'the applicant': ['submit'],
    'a reviewer': ['accept-on-site'],
    'the claimant': ['accept-on-site'],
    'the handler': ['accept-on-site'],
    'a reviewer of their own application': ['submit'],
  },
  submitted: {
    'the applicant': withdrawable,
    'a reviewer': ['claim'],
    'the claimant': ['claim'],
    'the handler': ['claim'],
    'the timer': ['deem-accepted'],
    'a reviewer of their own application': withdrawable,
  },
  reviewing: {
    'the applicant': withdrawable,
    'the claimant': ['release', 'request-correction', 'pass', 'reject'],
    'the timer': ['release', 'deem-accepted'],
    'a reviewer of their own application': withdrawable,
  },
  correction: {
    'the applicant': ['resubmit', 'withdraw'],
    'the timer': ['expire'],
    'a reviewer of their own application': ['resubmit', 'withdraw'],
  },
  passed: {
    'the applicant': withdrawable,
    'a reviewer': atWindow,
    'the claimant': atWindow,
    'the handler': atWindow,
    'the timer': ['expire'],
    'a reviewer of their own application': withdrawable,
  },
  accepted: {
    'the applicant': withdrawable,
    'a reviewer': ['take'],
    'the claimant': ['take'],
    'the handler': ['suspend', 'approve', 'deny'],
    'a supervisor': ['extend'],
    'a reviewer of their own application': withdrawable,
  },
  suspended: {
    'the applicant': withdrawable,
    'the handler': ['resume'],
    'a reviewer of their own application': withdrawable,
  },
  approved: deliverable,
  denied: deliverable,
  delivered: {
    'the applicant': ['confirm'],
    'the timer': ['confirm'],
    'a reviewer of their own application': ['confirm'],
  },
}

describe.each(['draft', ...states] as const)('an application that is %s', (state) => {
  it.each(Object.keys(people))('opens to %s exactly what the rules allow, on every channel', (name) => {
    const person = people[name]!
    for (const channel of allChannels) {
      const open = actions.filter((action) => typeof decideTransition({ state, channel }, action, person) !== 'string')
      expect([...open].sort()).toEqual([...(allowed[state]?.[name] ?? [])].sort())
      expect([...openActions({ state, channel }, person)].sort()).toEqual([...open].sort())
    }
  })

  it('says of every action whether the state or the person is in the way', () => {
    for (const action of actions) {
      const isInTable = applicationTransitions.some((row) => row.from === state && row.action === action)
      const answer = decideTransition({ state, channel: 'pre-review', isPledged: true }, action, nobody)
      expect(answer).toBe(isInTable ? 'NOT_ALLOWED' : 'WRONG_STATE')
    }
  })
})

describe('the table', () => {
  it('has one way for a state, an action and a channel', () => {
    for (const from of ['draft', ...states]) {
      for (const action of actions) {
        for (const channel of allChannels) {
          const rows = applicationTransitions.filter(
            (row) => row.from === from && row.action === action && (row.channels?.includes(channel) ?? true),
          )
          expect(rows.length).toBeLessThanOrEqual(1)
        }
      }
    }
  })

  it('leads out of no final state, and out of every other', () => {
    for (const state of states) {
      expect(applicationTransitions.some((row) => row.from === state)).toBe(!isFinal(state))
    }
  })

  it('accepts on passing where everything is done online or by courier, else asks to the window', () => {
    const claimant = people['the claimant']!
    const reached = allChannels.map((channel) => {
      const row = decideTransition({ state: 'reviewing', channel }, 'pass', claimant)
      return [channel, typeof row === 'string' ? row : row.to]
    })
    expect(Object.fromEntries(reached)).toEqual({
      'pre-review': 'passed',
      'online-collect': 'passed',
      'online-full': 'accepted',
      'online-courier': 'accepted',
      'onsite-courier': 'passed',
    })
  })

  it('leaves no clock running that belongs to a state left behind', () => {
    // Walk every path of the table and keep the set of running clocks as the server does.
    const seen = new Set<string>()
    const walk = (state: ApplicationState | 'draft', running: readonly string[]) => {
      const key = `${state}|${[...running].sort().join()}`
      if (seen.has(key)) return
      seen.add(key)
      if (state !== 'draft' && isFinal(state)) expect([state, running]).toEqual([state, []])
      for (const row of applicationTransitions.filter((each) => each.from === state)) {
        for (const clock of row.stops)
          expect([row.action, state, running]).toEqual([row.action, state, expect.arrayContaining([clock])])
        const kept = running.filter((clock) => !row.stops.some((each) => each === clock))
        walk(row.to, [...new Set([...kept, ...row.starts])])
      }
    }
    walk('draft', [])
    expect(seen.size).toBeGreaterThan(states.length)
  })

  it('has, for each clock whose end the timer acts on, a step of the timer in every state it runs in', () => {
    const statesOf = {
      notice: ['submitted', 'reviewing'],
      resubmission: ['correction'],
      visit: ['passed'],
      receipt: ['delivered'],
    } as const
    for (const [clock, action] of Object.entries(timerActions)) {
      for (const state of statesOf[clock as keyof typeof timerActions]) {
        const row = decideTransition({ state, channel: 'pre-review' }, action, people['the timer']!)
        expect(typeof row).toBe('object')
      }
    }
  })

  it('lets the applicant edit in the one state that can be resubmitted from', () => {
    expect(states.filter(isEditableByApplicant)).toEqual(['correction'])
  })

  it('keeps claims in the claimed queue only', () => {
    expect(states.filter((state) => queueOfState[state] === 'claimed')).toEqual(['reviewing'])
  })

  it('counts started clocks from another one only where the step stops that one', () => {
    const rows = applicationTransitions.filter((row) => row.countedFrom !== undefined)
    expect(rows.map(({ action }) => action)).toEqual(['deem-accepted', 'deem-accepted'])
    for (const row of rows) expect(row.stops).toContain(row.countedFrom)
  })

  it('tells the reviewers of a case exactly when it comes to them from outside', () => {
    const told = applicationTransitions.filter((row) => row.staffMessage !== undefined)
    const arriving = applicationTransitions.filter(
      (row) =>
        (row.by.includes('applicant') && queueOfState[row.to] === 'unclaimed') ||
        (queueOfState[row.to] === 'deciding' && (row.from === 'draft' || row.from === 'passed')),
    )
    expect(told).toEqual(arriving)
  })

  it('puts a case whose claim lapsed back among the unclaimed ones, and moves no other', () => {
    for (const state of states) {
      const after = stateAfterLapse(state)
      if (queueOfState[state] === 'claimed') expect(queueOfState[after]).toBe('unclaimed')
      else expect(after).toBe(state)
    }
  })
})

/** Who sees the numbers in full, written out by hand: state → person; everybody else is refused. */
const ofTheDepartment = ['a reviewer', 'the claimant', 'the handler']
const revealed: Readonly<Partial<Record<ApplicationState, readonly string[]>>> = {
  submitted: ['the claimant'],
  reviewing: ['the claimant'],
  correction: ofTheDepartment,
  passed: ofTheDepartment,
  accepted: ofTheDepartment,
  suspended: ofTheDepartment,
  approved: ofTheDepartment,
  denied: ofTheDepartment,
  delivered: ofTheDepartment,
}

describe('what depends on more than the state', () => {
  const applicant = people['the applicant']!
  const supervisor = people['a supervisor']!

  it('accepts with a pledge only what was pledged', () => {
    expect(decideTransition({ state: 'draft', channel: 'pre-review' }, 'accept-with-pledge', applicant)).toBe(
      'WRONG_STATE',
    )
    const pledged = { state: 'draft', channel: 'pre-review', isPledged: true } as const
    expect(decideTransition(pledged, 'accept-with-pledge', applicant)).toMatchObject({ to: 'accepted' })
    expect(decideTransition(pledged, 'accept-with-pledge', people['a reviewer']!)).toBe('NOT_ALLOWED')
  })

  it('extends a limit once, by a supervisor alone', () => {
    const accepted = { state: 'accepted', channel: 'online-full' } as const
    expect(decideTransition(accepted, 'extend', supervisor)).toMatchObject({ clocks: 'extended', to: 'accepted' })
    expect(decideTransition({ ...accepted, isExtended: true }, 'extend', supervisor)).toBe('WRONG_STATE')
    expect(decideTransition(accepted, 'extend', people['the handler']!)).toBe('NOT_ALLOWED')
  })

  it('is taken over by everybody of the department but who deals with it already', () => {
    for (const channel of allChannels) {
      const accepted = { state: 'accepted', channel } as const
      expect(decideTransition(accepted, 'take', people['a reviewer']!)).toMatchObject({ to: 'accepted' })
      expect(decideTransition(accepted, 'take', people['the handler']!)).toBe('WRONG_STATE')
      expect(decideTransition(accepted, 'take', supervisor)).toBe('NOT_ALLOWED')
    }
  })

  it('counts a result as delivered by its recipient only where it is a file', () => {
    for (const state of ['approved', 'denied'] as const) {
      const decided = { state, channel: 'online-full' } as const
      expect(decideTransition(decided, 'deliver', applicant)).toBe('NOT_ALLOWED')
      expect(decideTransition({ ...decided, hasElectronicResult: true }, 'deliver', applicant)).toMatchObject({
        to: 'delivered',
      })
    }
  })

  it('starts the resumed clocks where they stood still, and no others', () => {
    const rows = applicationTransitions.filter(({ clocks }) => clocks === 'resumed')
    expect(rows.map(({ action, starts }) => [action, starts])).toEqual([['resume', ['committed', 'statutory']]])
    const pausing = applicationTransitions.filter(({ to, from }) => to === 'suspended' && from !== 'suspended')
    for (const row of pausing) expect(row.stops).toEqual(rows[0]?.starts)
  })
})

describe.each(states)('the numbers of an application that is %s', (state) => {
  it.each(Object.keys(people))('are shown to %s as the rules allow', (name) => {
    const isAllowed = revealed[state]?.includes(name) ?? false
    const refusal = isFinal(state) ? 'WRONG_STATE' : 'NOT_CLAIMED'
    expect(decideReveal(state, people[name]!)).toBe(isAllowed ? 'ALLOWED' : refusal)
  })
})
