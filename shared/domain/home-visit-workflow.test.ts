import {
  decideHomeVisit,
  homeVisitActions,
  homeVisitStates,
  homeVisitTransitions,
  openHomeVisitActions,
  type HomeVisitAction,
  type HomeVisitState,
} from './home-visit-workflow'

const states = Object.keys(homeVisitStates) as HomeVisitState[]
const actions = Object.keys(homeVisitActions) as HomeVisitAction[]

describe('the table of home visits', () => {
  it('answers every state, action and actor as its rows say and no other way', () => {
    for (const state of [...states, 'none' as const]) {
      for (const action of actions) {
        for (const actor of ['applicant', 'window'] as const) {
          const row = homeVisitTransitions.find((each) => each.from === state && each.action === action)
          const expected = row === undefined ? 'WRONG_STATE' : row.by.includes(actor) ? row : 'NOT_ALLOWED'
          expect(decideHomeVisit(state, action, actor)).toBe(expected)
          expect(openHomeVisitActions(state, actor).includes(action)).toBe(typeof expected === 'object')
        }
      }
    }
  })

  it('ends in final states only, and names each action once a state', () => {
    for (const state of states) {
      const out = homeVisitTransitions.filter(({ from }) => from === state)
      expect([state, out.length === 0]).toEqual([state, homeVisitStates[state].final])
      expect(new Set(out.map(({ action }) => action)).size).toBe(out.length)
    }
  })

  it('lets the applicant cancel until the visit is done', () => {
    for (const state of states) {
      if (!homeVisitStates[state].final) expect(typeof decideHomeVisit(state, 'cancel', 'applicant')).toBe('object')
    }
  })
})
