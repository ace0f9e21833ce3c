import { randomBytes } from 'node:crypto'
import { EJSON } from 'bson'
import { addDays, civilDateOf, startOfCivilDay } from '@shared/domain/civil-time'
import { keysOf } from '@shared/contracts/keys-of'
import { complaintKinds, complaintStates, type ComplaintKind } from '@shared/domain/complaint-workflow'
import { startDeadline } from '@shared/domain/deadline'
import type { LocalCloud } from '../../local-cloud'
import { marksOf, phoneHashOf } from '../../cloudfunctions/complaints/duplicates'
import { orderOf, withLists } from '../../cloudfunctions/complaints/moving'
import { sealComplainant, sealContent, sealWords } from '../../cloudfunctions/complaints/sealed-words'
import type { Complaint } from '../../cloudfunctions/complaints/store'
import { workingCalendar } from '../../cloudfunctions/kernel/centre'
import { departments } from '../../config/centre/departments'
import { samplePeople } from '../../config/commands/sample-people'
import type { Growth } from './list-growth'
import { byTurns } from './measure'

const states = keysOf(complaintStates)
const kinds = keysOf(complaintKinds)
/** Complaints a day; the more there are, the longer the centre has been asking. */
const perDay = 100
/** What people complain of, in many words. */
const causes = [
  '叫号太慢',
  '材料反复补交',
  '电话无人接听',
  '窗口提前下班',
  '指引牌不清楚',
  '等候区太热',
  '系统总是出错',
] as const

/** Adds `count` complaints over all departments and states, 100 a day, ending today. */
export async function fillComplaints(cloud: LocalCloud, count: number): Promise<void> {
  for (let from = 0; from < count; from += 500) {
    const documents = Array.from({ length: Math.min(500, count - from) }, (_, place) => aComplaint(from + place))
    await cloud.documents.handle('database.insertDocument', {
      collectionName: 'complaints',
      data: documents.map((document) => EJSON.stringify(document)),
    })
  }
  // The usual run comes after one that added everything up.
  await cloud.runTimer('complaints', 'rollUpComplaints')
}

const idOf = (number: number) => `bench-complaint-${String(number).padStart(9, '0')}`

function aComplaint(number: number): Complaint {
  const _id = idOf(number)
  const day = Math.floor(number / perDay)
  const sentOn = addDays(civilDateOf(Date.now()), -day)
  const sentAt = startOfCivilDay(sentOn) + number
  // The old ones are over.
  const state = (day > 60 ? 'closed' : states[number % states.length]) ?? 'closed'
  const kind: ComplaintKind = kinds[number % kinds.length] ?? 'complaint'
  const department = departments[number % departments.length]?.name ?? ''
  const cause = causes[number % causes.length] ?? causes[0]
  const content = {
    subject: `${cause}（${String(number)}号）`,
    text: `${String(number)}日下午在${department}办事，${cause}，请改进。`,
  }
  const deadline = startDeadline(workingCalendar, { from: sentOn, workingDays: 15, basis: '投诉建议：办理时限' })
  const phone = `138${String(number % 90_000_000).padStart(8, '0')}`
  return withLists({
    _id,
    number: `TS${sentOn.replaceAll('-', '')}${String(number).padStart(9, '0')}`,
    ...{ kind, state, version: 1, ownerId: `bench-citizen-${String(Math.floor(number / 3))}`, disclosed: false },
    complainant: sealComplainant(_id, { name: '秦晓梅', phone }),
    content: sealContent(_id, content),
    words: sealWords(_id, {}),
    ...{ department, window: '', receiptNumber: '', assignedTo: department, about: [] },
    ...{ handlerReference: '', handlerName: '', mergedInto: '', mergedCount: 0, alerted: '', overran: false },
    ...(complaintStates[state].final ? {} : { clock: { name: 'answer', deadline } }),
    ...{ isAnswered: false, isExtended: false, isReopened: false, isSentBack: false },
    ...{ sentAt, sentOn, updatedAt: sentAt, countedFrom: sentAt },
    audit: { sequence: 0, hash: '' },
    ownerOrder: orderOf(sentAt, _id),
    phoneHash: phoneHashOf(phone),
    marks: marksOf(content),
  })
}

const openid = samplePeople.find(({ id }) => id === 'wei')?.openid ?? ''

/** Times the supervisors' lists, the search for duplicates and the hourly roll-up in both clouds by turns. */
export async function measureComplaints(few: LocalCloud, many: LocalCloud, runs: number): Promise<readonly Growth[]> {
  const asked: readonly (readonly [operation: string, input: object, of: string])[] = [
    ['listComplaints', { list: 'new' }, 'new, with the counts'],
    ['listComplaints', { list: 'done' }, 'done, with the counts'],
    ['findDuplicates', { complaintId: idOf(5) }, 'of one'],
  ]
  const growth: Growth[] = []
  for (const [operation, input, of] of asked) {
    const ask = (cloud: LocalCloud) => async () => {
      const event = { operation: `complaints.${operation}`, input, requestId: randomBytes(12).toString('hex') }
      const answer = (await cloud.invoke('complaints', event, { source: 'wx_client', openid })) as { ok: boolean }
      if (!answer.ok) throw new Error(`${operation} was refused: ${JSON.stringify(answer)}`)
    }
    const [quick, slow] = await byTurns(runs, ask(few), ask(many))
    growth.push({ list: `${operation} ${of}`, few: quick, many: slow })
  }
  const rolling = (cloud: LocalCloud) => () => cloud.runTimer('complaints', 'rollUpComplaints')
  const [quick, slow] = await byTurns(Math.ceil(runs / 10), rolling(few), rolling(many))
  return [...growth, { list: 'rollUpComplaints, nothing new', few: quick, many: slow }]
}
