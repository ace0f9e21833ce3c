import { randomBytes } from 'node:crypto'
import { EJSON } from 'bson'
import { addDays, civilDateOf } from '@shared/domain/civil-time'
import type { Grade } from '@shared/domain/rating'
import type { LocalCloud } from '../../local-cloud'
import type { Answer } from '../../cloudfunctions/surveys/store'
import { departments } from '../../config/centre/departments'
import { samplePeople } from '../../config/commands/sample-people'
import type { Growth } from './list-growth'
import { byTurns } from './measure'

/** Answers a day; the more there are, the longer the centre has been asking. */
const perDay = 500

/**
 * Adds `count` answers over all departments and windows, 500 a day, ending today. What may still change was added up for
 * today before, so that the hourly run is the usual one.
 */
export async function fillAnswers(cloud: LocalCloud, count: number): Promise<void> {
  const today = civilDateOf(Date.now())
  await cloud.runTimer('surveys', 'rollUpSatisfaction')
  const insert = (collectionName: string, documents: readonly object[]) =>
    cloud.documents.handle('database.insertDocument', {
      collectionName,
      data: documents.map((document) => EJSON.stringify(document)),
    })
  for (let from = 0; from < count; from += perDay) {
    const day = addDays(today, -from / perDay)
    await insert(
      'surveys_answers',
      Array.from({ length: Math.min(perDay, count - from) }, (_, place) => anAnswer(from + place, day)),
    )
  }
  const months = someMonths(today)
  await cloud.documents.handle('database.removeDocument', {
    collectionName: 'surveys_months',
    query: EJSON.stringify({ _id: { $in: months.map(({ _id }) => _id) } }),
    queryType: 'WHERE',
    multi: true,
  })
  await insert('surveys_months', months)
}

function anAnswer(number: number, day: string): Answer {
  const { name, windows } = departments[number % departments.length] ?? { name: '', windows: [] }
  return {
    _id: randomBytes(15).toString('base64url'),
    ...{ about: 'matter', source: number % 3 === 0 ? 'anonymous' : 'named', day, month: day.slice(0, 7) },
    ...{ department: name, window: windows[number % windows.length] ?? '' },
    ...{ itemCode: `item-${String(number % 40)}`, itemName: `事项${String(number % 40)}` },
    ...{ grade: (5 - (number % 5)) as Grade, answers: {}, tags: [], hasPraise: false, isAmended: true },
    ...{ ownerId: '', applicationId: '', receiptNumber: '' },
  }
}

/** Two years of figures, which is more than one question reads, the same in both clouds. */
function someMonths(today: string): readonly { readonly _id: string; readonly cells: readonly object[] }[] {
  const year = Number(today.slice(0, 4))
  const months = [year - 1, year].flatMap((each) =>
    Array.from({ length: 12 }, (_, place) => `${String(each)}-${String(place + 1).padStart(2, '0')}`),
  )
  const cells = departments.flatMap(({ name, windows }) =>
    windows.flatMap((window) =>
      Array.from({ length: 10 }, (_, place) => ({
        ...{ department: name, window, itemCode: `item-${String(place)}`, itemName: `事项${String(place)}` },
        ...{ byGrade: [9, 5, 2, 1, 1], phoneByGrade: [0, 1, 0, 0, 0], tags: { quick: 4 } },
        ...{ invited: 40, responded: 15, silent: 20, praise: 1, due: 2, onTime: 2 },
      })),
    ),
  )
  return months.map((_id) => ({ _id, cells }))
}

/** Times the timer's hourly run and the reading of a year in both clouds by turns. */
export async function measureSatisfaction(few: LocalCloud, many: LocalCloud, runs: number): Promise<readonly Growth[]> {
  const rolling = (cloud: LocalCloud) => () => cloud.runTimer('surveys', 'rollUpSatisfaction')
  const year = String(new Date().getFullYear())
  const openid = samplePeople.find(({ id }) => id === 'wei')?.openid ?? ''
  const reading = (cloud: LocalCloud) => async () => {
    const event = {
      operation: 'surveys.getSatisfaction',
      input: { by: 'window', from: `${year}-01`, to: `${year}-12` },
      requestId: randomBytes(12).toString('hex'),
    }
    const answer = (await cloud.invoke('surveys', event, { source: 'wx_client', openid })) as { ok: boolean }
    if (!answer.ok) throw new Error(`getSatisfaction was refused: ${JSON.stringify(answer)}`)
  }
  const [quickRoll, slowRoll] = await byTurns(Math.ceil(runs / 10), rolling(few), rolling(many))
  const [quickRead, slowRead] = await byTurns(Math.ceil(runs / 4), reading(few), reading(many))
  return [
    { list: 'rollUpSatisfaction, the last two days', few: quickRoll, many: slowRoll },
    { list: 'getSatisfaction by window, a year', few: quickRead, many: slowRead },
  ]
}
