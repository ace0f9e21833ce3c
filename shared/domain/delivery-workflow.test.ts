import fc from 'fast-check'
import {
  decideDelivery,
  deliveryActions,
  deliveryStates,
  deliveryTransitions,
  isAboutItsParcel,
  isUnderWay,
  isWaitingForAddress,
  openDeliveryActions,
  type DeliveryAction,
  type DeliveryActor,
  type DeliveryState,
  type DeliverySubject,
} from './delivery-workflow'

type From = DeliveryState | 'none'
type Facts = Omit<DeliverySubject, 'state'>
const froms: readonly From[] = ['none', ...(Object.keys(deliveryStates) as DeliveryState[])]
const actions = Object.keys(deliveryActions) as DeliveryAction[]
const actors: readonly DeliveryActor[] = ['applicant', 'desk', 'carrier', 'application']
const factNames = ['isDecided', 'hasAddress', 'isScanned', 'hasFailed', 'hasInstruction'] as const

/** Every combination of what guards look at. */
const everyFacts: readonly Facts[] = Array.from({ length: 2 ** factNames.length }, (_each, bits) =>
  Object.fromEntries(factNames.map((name, place) => [name, (bits & (2 ** place)) !== 0])),
) as unknown as readonly Facts[]

interface Way {
  readonly to: DeliveryState
  readonly by: readonly DeliveryActor[]
  /** Facts it needs, and facts it must not have. */
  readonly needs?: readonly (keyof Facts)[]
  readonly without?: readonly (keyof Facts)[]
  readonly told?: true
}
const applicant = ['applicant'] as const
const desk = ['desk'] as const
const application = ['application'] as const
const toWindow: readonly Way[] = [{ to: 'collecting', by: applicant }]
const collected: readonly Way[] = [{ to: 'collected', by: application }]
const cancelled: readonly Way[] = [{ to: 'cancelled', by: application }]

/** What is allowed, written down a second time; everything else is refused. */
const allowed: Readonly<Record<string, readonly Way[]>> = {
  'none arrange': [
    { to: 'awaiting-result', by: applicant, without: ['isDecided'] },
    { to: 'ready', by: applicant, needs: ['isDecided'] },
  ],
  'none expect': [{ to: 'awaiting-address', by: application, needs: ['isDecided'], told: true }],
  'awaiting-result release': [
    { to: 'ready', by: application, needs: ['hasAddress'] },
    { to: 'awaiting-address', by: application, without: ['hasAddress'], told: true },
  ],
  'awaiting-result change-address': [{ to: 'awaiting-result', by: applicant }],
  'awaiting-result collect-instead': toWindow,
  'awaiting-result cancel': cancelled,
  'awaiting-address change-address': [{ to: 'ready', by: applicant }],
  'awaiting-address collect-instead': toWindow,
  'awaiting-address collect': collected,
  'ready change-address': [{ to: 'ready', by: applicant }],
  'ready collect-instead': toWindow,
  'ready ship': [{ to: 'shipped', by: desk, told: true }],
  'ready collect': collected,
  'shipped correct-waybill': [{ to: 'shipped', by: desk, without: ['isScanned'], told: true }],
  'shipped instruct': [{ to: 'shipped', by: applicant, needs: ['hasFailed'] }],
  'shipped carry-out': [{ to: 'shipped', by: desk, needs: ['hasInstruction'] }],
  'shipped sign': [{ to: 'signed', by: ['carrier', 'applicant'], told: true }],
  'shipped return': [{ to: 'returned', by: ['carrier', 'desk'], told: true }],
  'returned change-address': [{ to: 'ready', by: applicant }],
  'returned collect-instead': toWindow,
  'returned collect': collected,
  'collecting courier-instead': [
    { to: 'awaiting-result', by: applicant, without: ['isDecided'] },
    { to: 'ready', by: applicant, needs: ['isDecided'] },
  ],
  'collecting collect': collected,
  'collecting cancel': cancelled,
}

function expectedOf(from: From, action: DeliveryAction, actor: DeliveryActor, facts: Facts): string {
  const way = (allowed[`${from} ${action}`] ?? []).find(
    ({ needs = [], without = [] }) => needs.every((fact) => facts[fact]) && without.every((fact) => !facts[fact]),
  )
  if (way === undefined) return 'WRONG_STATE'
  return way.by.includes(actor) ? way.to : 'NOT_ALLOWED'
}

const everyStep = froms.flatMap((from) => actions.map((action) => [from, action] as const))

describe('the table of deliveries', () => {
  it.each(everyStep)('from %s: %s, by everybody, whatever else is true', (from, action) => {
    const answers = everyFacts.flatMap((facts) =>
      actors.map((actor) => {
        const decision = decideDelivery({ state: from, ...facts }, action, actor)
        return { ...facts, actor, answer: typeof decision === 'string' ? decision : decision.to }
      }),
    )
    expect(answers).toEqual(
      answers.map(({ answer: _given, actor, ...facts }) => ({
        ...facts,
        actor,
        answer: expectedOf(from, action, actor, facts),
      })),
    )
  })

  it('tells the applicant of every step that others take and that they have to know', () => {
    const told = deliveryTransitions.filter(({ message }) => message !== undefined)
    const listed = Object.entries(allowed).flatMap(([step, ways]) =>
      ways.filter((way) => way.told === true).map(({ to }) => `${step} ${to}`),
    )
    expect(told.map(({ from, action, to }) => `${from} ${action} ${to}`).sort()).toEqual(listed.sort())
  })

  it('has no way out of its ends, and a way to an end from everywhere else', () => {
    const isFinal = (state: DeliveryState) => deliveryStates[state].final
    expect(deliveryTransitions.filter(({ from }) => from !== 'none' && isFinal(from))).toEqual([])
    for (const start of froms.filter((from) => from === 'none' || !isFinal(from))) {
      const reached = new Set<From>([start])
      for (const from of reached) {
        for (const row of deliveryTransitions) if (row.from === from) reached.add(row.to)
      }
      expect([...reached].some((state) => state !== 'none' && isFinal(state))).toBe(true)
    }
  })

  it('has a button for exactly what is open to somebody', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...froms),
        fc.constantFrom(...everyFacts),
        fc.constantFrom(...actors),
        (state, facts, actor) => {
          const subject = { state, ...facts }
          const open = openDeliveryActions(subject, actor)
          expect([...open].sort()).toEqual(
            actions.filter((action) => typeof decideDelivery(subject, action, actor) !== 'string').sort(),
          )
        },
      ),
    )
  })

  it('says the same of an event wherever it happens', () => {
    const labels = new Map(deliveryTransitions.map(({ event, label }) => [event, label]))
    for (const { event, label } of deliveryTransitions) expect([event, label]).toEqual([event, labels.get(event)])
  })
})

describe('where a delivery stands', () => {
  it('is with the carrier while it is shipped, and about its parcel until something else is decided', () => {
    expect(froms.filter(isUnderWay)).toEqual(['shipped'])
    expect(froms.filter(isAboutItsParcel)).toEqual(['shipped', 'returned', 'signed'])
  })

  it('is up to the applicant where an address leads on', () => {
    expect(froms.filter(isWaitingForAddress)).toEqual(['awaiting-address', 'returned'])
  })
})
