import { randomBytes } from 'node:crypto'
import { EJSON } from 'bson'
import { queueOfState, type ApplicationState } from '@shared/domain/application-workflow'
import type { LocalCloud } from '../../local-cloud'
import { derivedOf } from '../../cloudfunctions/applications/move'
import { sealContent } from '../../cloudfunctions/applications/content'
import { departments } from '../../config/centre/departments'
import { samplePeople } from '../../config/commands/sample-people'
import { byTurns } from './measure'

const dayLength = 86_400_000
/** The day the cases stand around: some are overdue, some about to be, most have time. */
const today = Date.now()
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
/** Days a case still has, from overdue ones on; it is amber for the last few. */
const daysLeft = { fewest: -15, span: 300, amber: 6 } as const
/** Items each department receives cases of. */
const itemsEach = 4
/** States as a busy centre has them: nine in ten are open. */
const states: readonly ApplicationState[] = [
  'accepted',
  'accepted',
  'suspended',
  'approved',
  'withdrawn',
  'passed',
  'submitted',
  'submitted',
  'reviewing',
  'correction',
]

/** Adds `count` applications of 25 people each 1,000, spread over all departments and states. */
export async function fillApplications(cloud: LocalCloud, count: number): Promise<void> {
  for (let from = 0; from < count; from += 500) {
    const data = Array.from({ length: Math.min(500, count - from) }, (_, place) =>
      EJSON.stringify(application(from + place, count)),
    )
    await cloud.documents.handle('database.insertDocument', { collectionName: 'applications', data })
  }
}

function application(number: number, of: number): object {
  const _id = `bench-${String(number).padStart(9, '0')}`
  // State, department, item and day go round each at its own pace, so that every one meets every other.
  const round = Math.floor(number / states.length)
  const dueAt = today + (daysLeft.fewest + ((round * 7919) % daysLeft.span)) * dayLength
  const submittedAt = dueAt - 20 * dayLength + number
  const state = states[number % states.length] ?? 'submitted'
  const place = number % departments.length
  const department = departments[place]?.name ?? ''
  const item = `bench-item-${String(place)}-${String(Math.floor(round / departments.length) % itemsEach)}`
  const dueOn = dayOf(dueAt)
  const amberOn = dayOf(dueAt - daysLeft.amber * dayLength)
  const deadline = { startedOn: dueOn, dueOn, amberOn, workingDays: 5, provisional: false, basis: '本中心承诺' }
  const clocks = queueOfState[state] === 'done' ? {} : { promise: deadline, notice: deadline }
  const begun = {
    _id,
    receiptNumber: `GL${dayOf(submittedAt).replaceAll('-', '')}${String(number).padStart(9, '0')}`,
    ownerId: `resident-${String(number % Math.max(1, Math.floor(of / 40)))}`,
    identityHash: `bench-person-${String(number % Math.max(1, Math.floor(of / 40)))}`,
    itemCode: item,
    itemVersion: 1,
    itemName: '食品经营许可（新办）',
    department,
    channel: 'pre-review' as const,
    state,
    version: 1,
    content: sealContent(_id, {
      applicant: { name: '秦晓梅', identityNumber: '450305199103124026', phone: '13877301122' },
      answers: { premises: '桂林市临桂区' },
    }),
    materials: {},
    replacements: {},
    rounds: [],
    claimedBy: state === 'reviewing' ? `staff-${String(number % 40)}` : '',
    claimantName: '',
    claimUntil: state === 'reviewing' ? submittedAt : 0,
    seenBy: [],
    ...(state === 'accepted' && round % 100 === 0 ? { handledBy: openidOf('jiang'), handlerName: '蒋' } : {}),
    clocks,
    submittedAt,
    updatedAt: submittedAt,
    audit: { sequence: 1, hash: '' },
  }
  return { ...begun, ...derivedOf(begun, dayOf(today)) }
}

function openidOf(who: string): string {
  return samplePeople.find(({ id }) => id === who)?.openid ?? ''
}

/** An item of 市市场监督管理局, where both members measured here work. */
const itemCode = `bench-item-${String(departments.findIndex(({ name }) => name === '市市场监督管理局'))}-1`
/** The queues, whole and narrowed, their counts, and the search. */
const narrowed: readonly (readonly [operation: string, input: object, of: string])[] = [
  ['listQueue', { queue: 'unclaimed' }, 'unclaimed'],
  ['listQueue', { queue: 'correction' }, 'correction'],
  ['listQueue', { queue: 'done' }, 'done'],
  ['listQueue', { queue: 'unclaimed', itemCode }, 'unclaimed, of an item'],
  ['listQueue', { queue: 'unclaimed', due: 'red' }, 'unclaimed, red'],
  ['listQueue', { queue: 'unclaimed', due: 'amber' }, 'unclaimed, amber'],
  ['listQueue', { queue: 'deciding', due: 'amber', itemCode }, 'deciding, amber, of an item'],
  ['listQueue', { queue: 'handling', itemCode }, 'handling, of an item'],
  ['countQueues', {}, 'whole'],
  ['countQueues', { itemCode }, 'of an item'],
  ['countQueues', { due: 'red' }, 'red'],
  ['countQueues', { due: 'amber' }, 'amber'],
  ['countQueues', { due: 'amber', itemCode }, 'amber, of an item'],
  ['findCases', { text: 'GL2026' }, 'by the beginning of a number'],
]

/** One list with few and with many applications behind it (ms, medians of the same run). */
export interface Growth {
  readonly list: string
  readonly few: number
  readonly many: number
}

/** Times the lists of a resident and of staff in both clouds by turns. */
export async function measureGrowth(few: LocalCloud, many: LocalCloud, runs: number): Promise<readonly Growth[]> {
  const lists: readonly (readonly [string, string, string, object])[] = [
    ['listMine', 'resident-3', 'applications.listMine', {}],
    ...narrowed.flatMap(([operation, input, of]) =>
      ['mo', 'jiang'].map((who): readonly [string, string, string, object] => [
        `${operation} ${of}, ${who === 'mo' ? 'one department' : '19 departments'}`,
        openidOf(who),
        `applications.${operation}`,
        input,
      ]),
    ),
  ]
  const growth: Growth[] = []
  for (const [list, openid, operation, input] of lists) {
    const ask = (cloud: LocalCloud) => async () => {
      const event = { operation, input, requestId: randomBytes(12).toString('hex') }
      const answer = (await cloud.invoke('applications', event, { source: 'wx_client', openid })) as { ok: boolean }
      if (!answer.ok) throw new Error(`${operation} was refused: ${JSON.stringify(answer)}`)
    }
    const [quick, slow] = await byTurns(runs, ask(few), ask(many))
    growth.push({ list, few: quick, many: slow })
  }
  return growth
}
