import { randomBytes } from 'node:crypto'
import { EJSON } from 'bson'
import { queueOfState, type ApplicationState } from '@shared/domain/application-workflow'
import type { LocalCloud } from '../../local-cloud'
import { derivedOf } from '../../cloudfunctions/applications/move'
import { sealContent } from '../../cloudfunctions/applications/content'
import { departments } from '../../config/centre/departments'
import { samplePeople } from '../../config/commands/sample-people'
import { byTurns } from './measure'

/** Days since 1970 of the first application made here. */
const firstDay = Date.UTC(2026, 0, 5)
const dayLength = 86_400_000
/** States as a busy centre has them: most are settled. */
const states: readonly ApplicationState[] = [
  'accepted',
  'accepted',
  'rejected',
  'expired',
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
  const submittedAt = firstDay + ((number * 7919) % 300) * dayLength + number
  const state = states[number % states.length] ?? 'submitted'
  const department = departments[number % departments.length]?.name ?? ''
  const due = new Date(submittedAt + 7 * dayLength).toISOString().slice(0, 10)
  const deadline = { startedOn: due, dueOn: due, amberOn: due, workingDays: 5, provisional: false, basis: '本中心承诺' }
  const clocks = queueOfState[state] === 'done' ? {} : { promise: deadline, notice: deadline }
  const begun = {
    _id,
    receiptNumber: `BENCH${String(number)}`,
    ownerId: `resident-${String(number % Math.max(1, Math.floor(of / 40)))}`,
    itemCode: 'food-operation-licence',
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
    clocks,
    submittedAt,
    updatedAt: submittedAt,
    audit: { sequence: 1, hash: '' },
  }
  return { ...begun, ...derivedOf(begun) }
}

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
    ...(['unclaimed', 'correction', 'done'] as const).flatMap((queue) =>
      ['mo', 'jiang'].map((who): readonly [string, string, string, object] => [
        `listQueue ${queue}, ${who === 'mo' ? 'one department' : '19 departments'}`,
        samplePeople.find(({ id }) => id === who)?.openid ?? '',
        'applications.listQueue',
        { queue },
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
