import { drawReturnVisits as contract } from '@shared/contracts/surveys'
import { endOfCivilDay, isCivilDate, startOfCivilDay, type CivilDate } from '@shared/domain/civil-time'
import { drawSample } from '@shared/domain/seeded-sample'
import { command, database } from '../../kernel/database'
import { derivedId, makeId } from '../../kernel/ids'
import { fail, implementCommand } from '../../kernel/operation'
import { closingOrder, surveyInvitations } from '../../kernel/survey-invitation'
import { calls, samples } from '../store'

/** The service gives no more documents at once. */
const batch = 1000

/**
 * Draws closed cases of a period to be phoned, whether or not their people said anything. The same seed draws the same
 * ones again; who was drawn before is on the new sheet too.
 */
export const drawReturnVisits = implementCommand(contract, {
  async prepare({ input, staff }) {
    if (staff?.departments.includes(input.department) !== true) return fail('FORBIDDEN_DEPARTMENT')
    const wrong = (['from', 'to'] as const).find((field) => !isCivilDate(input[field]))
    if (wrong !== undefined) return fail('INVALID_INPUT', { [wrong]: '日期格式不对' })
    const ids = await closedBetween(input)
    return ids.length === 0 ? fail('NOTHING_CLOSED') : ids
  },
  async handle({ input, staff, now, transaction, prepared: ids }) {
    const drawn = drawSample(ids, input.size, input.seed)
    const sampleId = makeId()
    await transaction.add(samples, {
      ...{ _id: sampleId, ...input, of: ids.length, drawn, drawnAt: now, drawnBy: staff?.name ?? '' },
      ...{ reached: 0, notReached: 0, refused: 0, satisfied: 0 },
      order: `${String(now).padStart(15, '0')}#${sampleId}`,
    })
    for (const [place, applicationId] of drawn.entries()) {
      await transaction.add(calls, {
        _id: derivedId('call', sampleId, applicationId),
        ...{ sampleId, department: input.department, applicationId, attempts: 0, outcome: '', grade: 0 },
        order: String(place).padStart(5, '0'),
      })
    }
    return { sampleId, drawn: drawn.length, of: ids.length }
  },
})

/** The ids of the cases closed from one day to another, both included. */
async function closedBetween({
  department,
  from,
  to,
}: {
  readonly department: string
  readonly from: CivilDate
  readonly to: CivilDate
}): Promise<readonly string[]> {
  const ids: string[] = []
  const end = closingOrder(endOfCivilDay(to) + 1)
  for (let after = closingOrder(startOfCivilDay(from)); ;) {
    const found = await database.findFields(surveyInvitations, ['order'], {
      where: { department, order: command().gt(after).and(command().lt(end)) },
      orderBy: ['order', 'asc'],
      limit: batch,
    })
    ids.push(...found.map(({ _id }) => _id))
    if (found.length < batch) return ids
    after = found.at(-1)?.order ?? end
  }
}
