import { exportUrgent as contract, urgencies } from '@shared/contracts/supervision'
import { applicationStates } from '@shared/domain/application-workflow'
import { clockName } from '@shared/domain/case-facts'
import { civilDateOf, type CivilDate } from '@shared/domain/civil-time'
import { daysLeft, deadlineColour } from '@shared/domain/deadline'
import { channels } from '@shared/domain/item'
import { command, database } from '../../kernel/database'
import { implementQuery, isFailure } from '../../kernel/operation'
import { cases, type StoredCase } from '../../kernel/store'
import { csvHead, csvRows } from '../../kernel/csv'
import { departmentsAsked } from '../scope'
import { amberBy } from '../urgent'

/** Rows of one part: some 100 kB, far below what a function may answer. */
const partLength = 500

const headings = [
  '状态',
  '受理编号',
  '部门',
  '窗口',
  '事项',
  '办理方式',
  '办理状态',
  '提交日期',
  '时限',
  '预警日期',
  '到期日期',
  '剩余天数（负数为超期）',
]

/** All amber and red cases, those first that have been amber the longest. */
export const exportUrgent = implementQuery(contract, async ({ input, staff, now }) => {
  const departments = departmentsAsked(staff, input.department)
  if (isFailure(departments)) return departments
  const head = input.cursor === undefined ? csvHead(headings) : ''
  if (departments.length === 0) return { csv: head }
  const today = civilDateOf(now)
  const urgent = amberBy(today)
  const found = await database.find(cases, {
    where: {
      department: command().in([...departments]),
      ...(input.window === undefined ? {} : { window: input.window }),
      amberOrder: input.cursor === undefined ? urgent : urgent.and(command().gt(input.cursor)),
    },
    orderBy: ['amberOrder', 'asc'],
    limit: partLength + 1,
  })
  const part = found.slice(0, partLength)
  const next = found.length > partLength ? part.at(-1)?.amberOrder : undefined
  return { csv: head + csvRows(part.map((each) => rowOf(each, today))), ...(next === undefined ? {} : { next }) }
})

function rowOf(each: StoredCase, today: CivilDate): readonly (string | number)[] {
  const colour = deadlineColour(each, today)
  return [
    // Asked for by the first amber day, so none is green.
    colour === 'green' ? '' : urgencies[colour],
    each.receiptNumber,
    each.department,
    each.window,
    each.itemName,
    channels[each.channel],
    applicationStates[each.state].label,
    each.submittedOn,
    clockName(each.clock),
    each.amberOn,
    each.dueOn,
    daysLeft(each, today),
  ]
}
