import {
  decideInvitation,
  invitationActions,
  invitationStateOf,
  invitationStates,
  invitationTransitions,
  openInvitationActions,
  type InvitationAction,
  type InvitationState,
} from './invitation-workflow'

const states = Object.keys(invitationStates) as InvitationState[]
const actions = Object.keys(invitationActions) as InvitationAction[]

describe('the table of invitations', () => {
  it('answers every state, action and actor as its rows say and no other way', () => {
    for (const state of [...states, 'none' as const]) {
      for (const action of actions) {
        for (const actor of ['newcomer', 'administrator'] as const) {
          const row = invitationTransitions.find((each) => each.from === state && each.action === action)
          const expected = row === undefined ? 'WRONG_STATE' : row.by === actor ? row : 'NOT_ALLOWED'
          expect(decideInvitation(state, action, actor)).toBe(expected)
          if (state === 'none' || actor === 'newcomer') continue
          expect(openInvitationActions(state).includes(action)).toBe(typeof expected === 'object')
        }
      }
    }
  })

  it('ends in final states only', () => {
    for (const state of states) {
      const out = invitationTransitions.filter(({ from }) => from === state)
      expect([state, out.length === 0]).toEqual([state, invitationStates[state].final])
    }
  })

  it('lets time end an open invitation and no other', () => {
    for (const state of states) {
      const at = (now: number) => invitationStateOf({ state, expiresAt: 1000 }, now)
      expect([state, at(999), at(1000)]).toEqual([state, state, state === 'open' ? 'expired' : state])
    }
  })
})
