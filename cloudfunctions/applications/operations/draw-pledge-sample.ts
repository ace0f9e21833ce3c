import { drawPledgeSample as contract } from '@shared/contracts/applications-decision'
import { drawSample } from '@shared/domain/seeded-sample'
import { command, database } from '../../kernel/database'
import { derivedId, makeId } from '../../kernel/ids'
import { fail, implementCommand } from '../../kernel/operation'
import { personReference } from '../../kernel/person-reference'
import { applications, pledgeChecks, pledgeSamples } from '../store'

/** The service gives no more documents at once. */
const batch = 1000

/**
 * Draws pledged cases of a period to be checked. The same seed draws the same ones again; one that was drawn before keeps
 * the check it has.
 */
export const drawPledgeSample = implementCommand(contract, {
  async prepare({ input, staff }) {
    if (staff?.departments.includes(input.department) !== true) return fail('FORBIDDEN_DEPARTMENT')
    const ids = await pledgedBetween(input)
    return ids.length === 0 ? fail('NOTHING_PLEDGED') : ids
  },
  async handle({ input, openid, now, transaction, prepared: ids }) {
    const drawn = drawSample(ids, input.size, input.seed)
    for (const applicationId of drawn) {
      const _id = derivedId('pledge-check', applicationId)
      if ((await transaction.get(pledgeChecks, _id)) !== undefined) continue
      await transaction.add(pledgeChecks, {
        _id,
        applicationId,
        department: input.department,
        seed: input.seed,
        drawnAt: now,
        status: 'open',
        order: `${String(now).padStart(15, '0')}#${_id}`,
      })
    }
    const sampleId = makeId()
    await transaction.add(pledgeSamples, {
      _id: sampleId,
      ...input,
      of: ids.length,
      drawn,
      drawnAt: now,
      drawnBy: personReference(openid),
    })
    return { sampleId, drawn: drawn.length, of: ids.length }
  },
})

/** The ids of the cases pledged from one day to another, both included. */
async function pledgedBetween({
  department,
  from,
  to,
}: {
  readonly department: string
  readonly from: string
  readonly to: string
}): Promise<readonly string[]> {
  const ids: string[] = []
  // `$` comes after `#`, which parts a day from an id: every case of the last day is before it.
  const end = `${to}$`
  for (let after = from; ;) {
    const found = await database.findFields(applications, ['pledgeOrder'], {
      where: { department, pledgeOrder: command().gt(after).and(command().lt(end)) },
      orderBy: ['pledgeOrder', 'asc'],
      limit: batch,
    })
    ids.push(...found.map(({ _id }) => _id))
    if (found.length < batch) return ids
    after = found.at(-1)?.pledgeOrder ?? end
  }
}
