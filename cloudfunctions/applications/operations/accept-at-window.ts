import { acceptAtWindow as contract } from '@shared/contracts/applications-window'
import { decideHomeVisit } from '@shared/domain/home-visit-workflow'
import { originalsToCompare } from '@shared/domain/originals'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { visitPlanOf } from '../appointments'
import { openContent } from '../content'
import { takeHomeVisitStep } from '../home-visits'
import { scopedApplication, staffActor } from '../people'
import { applications } from '../store'
import { itemOf, outOfTurn, takeStep } from '../take-step'
import { homeVisits } from '../window-store'

/**
 * 受理: every original was compared with its upload, at the window or at the applicant's home, where a visit has to be
 * agreed on and is done with it. What was compared stays with the case and in its chain.
 */
export const acceptAtWindow = implementCommand(contract, {
  async handle({ input, ...context }) {
    const { transaction, staff, now, outbox } = context
    const { version, place } = input
    const found = await scopedApplication(transaction, input.applicationId, staff)
    if (isFailure(found)) return found
    const late = outOfTurn(context, { application: found, action: 'accept', version })
    if (late !== undefined) return late
    const item = await itemOf(found)
    const { answers } = openContent(found._id, found.content)
    const toCompare = originalsToCompare(item, answers, found.materials)
    const missing = toCompare.filter(({ code }) => !input.compared.includes(code))
    if (missing.length > 0) {
      return fail(
        'NOT_COMPARED',
        Object.fromEntries(missing.map(({ code, name }) => [`material:${code}`, `请核对${name}原件`])),
      )
    }
    if (place === 'home' && staff !== undefined) {
      const { homeVisitId } = await visitPlanOf(transaction, found._id)
      const visit = homeVisitId === '' ? undefined : await transaction.get(homeVisits, homeVisitId)
      const row = decideHomeVisit(visit?.state ?? 'none', 'finish', 'window')
      if (visit === undefined || typeof row === 'string') return fail('WRONG_STATE')
      await takeHomeVisitStep(transaction, { visit, row, actor: staffActor(staff), now, outbox })
    }
    // The chain has gone on with the visit.
    const application = (await transaction.get(applications, found._id)) ?? found
    const names = toCompare.map(({ name }) => name).join('、')
    return takeStep(context, {
      application,
      item,
      action: 'accept',
      version,
      acceptedBy: place,
      change:
        toCompare.length === 0 || staff === undefined
          ? {}
          : {
              comparison: {
                compared: toCompare.map(({ code }) => code),
                onPaper: [],
                at: now,
                place,
                staffName: staff.name,
              },
            },
      details: {
        place,
        compared: toCompare.map(({ code }) => code),
        ...(names === '' ? {} : { note: `已核对原件：${names}` }),
      },
    })
  },
})
