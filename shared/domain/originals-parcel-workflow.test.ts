import {
  decideOriginalsParcel,
  originalsParcelActions,
  originalsParcelStates,
  originalsParcelTransitions,
  type OriginalsParcelAction,
  type OriginalsParcelActor,
  type OriginalsParcelState,
} from './originals-parcel-workflow'

const froms: readonly (OriginalsParcelState | 'none')[] = [
  'none',
  ...(Object.keys(originalsParcelStates) as OriginalsParcelState[]),
]
const actions = Object.keys(originalsParcelActions) as OriginalsParcelAction[]
const actors: readonly OriginalsParcelActor[] = ['applicant', 'desk']

/** What is allowed, written down a second time; everything else is refused. */
const allowed: Readonly<Record<string, readonly [to: OriginalsParcelState, by: OriginalsParcelActor]>> = {
  'none send': ['sent', 'applicant'],
  'sent withdraw': ['withdrawn', 'applicant'],
  'sent receive': ['received', 'desk'],
  'sent receive-incomplete': ['incomplete', 'desk'],
}

const everything = froms.flatMap((from) =>
  actions.flatMap((action) => actors.map((actor) => [from, action, actor] as const)),
)

describe('the table of originals sent in', () => {
  it.each(everything)('from %s: %s by the %s', (from, action, actor) => {
    const right = allowed[`${from} ${action}`]
    const expected = right === undefined ? 'WRONG_STATE' : right[1] === actor ? right[0] : 'NOT_ALLOWED'
    const decision = decideOriginalsParcel(from, action, actor)
    expect(typeof decision === 'string' ? decision : decision.to).toBe(expected)
  })

  it('ends with the first answer: what was received is not received again', () => {
    for (const { from } of originalsParcelTransitions) {
      expect(from === 'none' || !originalsParcelStates[from].final).toBe(true)
    }
  })

  it('tells the applicant of what the desk found, and of nothing they did themselves', () => {
    const told = originalsParcelTransitions.filter(({ message }) => message !== undefined)
    expect(told.map(({ action }) => action)).toEqual(['receive', 'receive-incomplete'])
    for (const { by } of told) expect(by).toEqual(['desk'])
  })
})
