import type { CivilDate } from '@shared/domain/civil-time'
import { addComplaintCells, tallyOfComplaint, type ComplaintCell } from '@shared/domain/complaint-figures'
import { command, database } from '../kernel/database'
import { complaints, type Complaint } from './store'

const pageLength = 1000
/** Where no department is named or responsible yet. */
const noDepartment = '尚未转办'

/** The figures of the complaints sent on a day, by the department that answers for them. */
export async function countDay(day: CivilDate): Promise<readonly ComplaintCell[]> {
  const cells: ComplaintCell[] = []
  for (let after = ''; ;) {
    const page = await database.findFields(
      complaints,
      ['kind', 'assignedTo', 'department', 'isAnswered', 'overran', 'satisfied', 'isReopened', 'isSentBack'],
      { where: { sentOn: day, _id: command().gt(after) }, orderBy: ['_id', 'asc'], limit: pageLength },
    )
    cells.push(...page.map((complaint) => ({ department: departmentOf(complaint), ...tallyOfComplaint(complaint) })))
    const last = page.at(-1)
    if (last === undefined || page.length < pageLength) return addComplaintCells([cells])
    after = last._id
  }
}

function departmentOf({ assignedTo, department }: Pick<Complaint, 'assignedTo' | 'department'>): string {
  return [assignedTo, department].find((name) => name !== '') ?? noDepartment
}
