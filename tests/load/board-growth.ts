import { randomBytes } from 'node:crypto'
import { EJSON } from 'bson'
import { endOfTime, type CaseFacts } from '@shared/domain/case-facts'
import { addDays, civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import type { LocalCloud } from '../../local-cloud'
import { storedCase } from '../../cloudfunctions/kernel/case-facts'
import { departments } from '../../config/centre/departments'
import { samplePeople } from '../../config/commands/sample-people'
import type { Growth } from './list-growth'
import { byTurns, median, timings } from './measure'

/**
 * Adds `count` cases over all departments and windows. Three in ten run: one is green, one amber, one red, and the
 * overdue ones go back a year.
 */
export async function fillCases(cloud: LocalCloud, count: number): Promise<void> {
  const today = civilDateOf(Date.now())
  for (let from = 0; from < count; from += 500) {
    const data = Array.from({ length: Math.min(500, count - from) }, (_, place) =>
      EJSON.stringify(aCase(from + place, today)),
    )
    await cloud.documents.handle('database.insertDocument', { collectionName: 'supervision_cases', data })
  }
}

function aCase(number: number, today: CivilDate): object {
  const { name, windows } = departments[number % departments.length] ?? { name: '', windows: [] }
  // Each department has cases of each kind: its own place in the list does not decide it.
  const turn = Math.floor(number / departments.length)
  const days = [
    { amberOn: addDays(today, 5), dueOn: addDays(today, 5 + (turn % 20)) },
    { amberOn: addDays(today, -2), dueOn: addDays(today, turn % 5) },
    { amberOn: addDays(today, -4 - (turn % 365)), dueOn: addDays(today, -1 - (turn % 365)) },
  ][turn % 10]
  const facts: CaseFacts = {
    receiptNumber: `BENCH${String(number)}`,
    department: name,
    window: windows[turn % windows.length] ?? '',
    itemCode: 'food-operation-licence',
    itemName: '食品经营许可（新办）',
    channel: 'pre-review',
    state: days === undefined ? 'approved' : 'accepted',
    submittedOn: addDays(today, -(turn % 300)),
    acceptedOn: addDays(today, -(turn % 300)),
    decidedOn: days === undefined ? addDays(today, -(turn % 200)) : '',
    closedOn: '',
    outcome: days === undefined ? 'approved' : '',
    committedMinutes: 2400,
    statutoryMinutes: 9600,
    usedMinutes: days === undefined ? 1920 : 0,
    onTime: days === undefined,
    lawful: days === undefined,
    running: days !== undefined,
    ...(days ?? { amberOn: endOfTime, dueOn: endOfTime }),
    clock: days === undefined ? '' : 'committed',
  }
  return storedCase(`bench-${String(number).padStart(9, '0')}`, facts)
}

/** Times what a supervisor of all departments opens, in both clouds by turns; then the timer that counts the board. */
export async function measureBoard(few: LocalCloud, many: LocalCloud, runs: number): Promise<readonly Growth[]> {
  const openid = samplePeople.find(({ id }) => id === 'wei')?.openid ?? ''
  const [{ name: department, windows } = { name: '', windows: [] }] = departments
  const [window] = windows
  const counting = async (cloud: LocalCloud) =>
    median(await timings(5, () => cloud.runTimer('supervision', 'countBoard')))
  const growth: Growth[] = [
    { list: 'countBoard, every five minutes', few: await counting(few), many: await counting(many) },
  ]
  const questions: readonly (readonly [string, string, object])[] = [
    ['getBoard', 'supervision.getBoard', {}],
    ['listUrgent red, all departments', 'supervision.listUrgent', { urgency: 'red' }],
    ['listUrgent red, one window', 'supervision.listUrgent', { urgency: 'red', department, window }],
    ['listUrgent amber, all departments', 'supervision.listUrgent', { urgency: 'amber' }],
    ['listUrgent amber, one window', 'supervision.listUrgent', { urgency: 'amber', department, window }],
  ]
  for (const [list, operation, input] of questions) {
    const ask = (cloud: LocalCloud) => async () => {
      const event = { operation, input, requestId: randomBytes(12).toString('hex') }
      const answer = (await cloud.invoke('supervision', event, { source: 'wx_client', openid })) as { ok: boolean }
      if (!answer.ok) throw new Error(`${operation} was refused: ${JSON.stringify(answer)}`)
    }
    const [quick, slow] = await byTurns(runs, ask(few), ask(many))
    growth.push({ list, few: quick, many: slow })
  }
  return growth
}
