import fc from 'fast-check'
import {
  decideMember,
  memberActions,
  memberStateOf,
  memberStates,
  memberTransitions,
  namePartsOf,
  openMemberActions,
  type MemberAction,
  type MemberState,
} from './staff-member-workflow'

const states = Object.keys(memberStates) as MemberState[]
const actions = Object.keys(memberActions) as MemberAction[]

describe('the table of staff members', () => {
  it('answers every state, action and actor as its rows say and no other way', () => {
    for (const state of [...states, 'none' as const]) {
      for (const action of actions) {
        for (const actor of ['newcomer', 'administrator'] as const) {
          const row = memberTransitions.find((each) => each.from === state && each.action === action)
          const expected = row === undefined ? 'WRONG_STATE' : row.by === actor ? row : 'NOT_ALLOWED'
          expect(decideMember(state, action, actor)).toBe(expected)
          if (state === 'none' || actor === 'newcomer') continue
          expect(openMemberActions(state, false).includes(action)).toBe(typeof expected === 'object')
        }
      }
    }
  })

  it('lets nobody join who is a member already, suspended or not', () => {
    for (const suspended of [false, true]) {
      const state = memberStateOf({ suspended })
      expect([decideMember(state, 'join', 'newcomer'), decideMember(state, 'claim', 'newcomer')]).toEqual([
        'WRONG_STATE',
        'WRONG_STATE',
      ])
    }
    expect(memberStateOf(undefined)).toBe('none')
  })

  it('offers nobody anything against themselves', () => {
    for (const state of states) expect(openMemberActions(state, true)).toEqual([])
  })
})

describe('the parts of a name', () => {
  it('are exactly those by which it contains them', () => {
    const name = fc.string({ unit: fc.constantFrom('莫', '晓', '琳', '·', '𠮷'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(name, name, (whole, part) => {
        expect(namePartsOf(whole).includes(part)).toBe(whole.includes(part))
      }),
    )
  })

  it('are few enough for an index, even of the longest name', () => {
    expect(namePartsOf('阿不都热合曼·买买提吐尔逊艾山江').length).toBeLessThanOrEqual((16 * 17) / 2)
  })
})
