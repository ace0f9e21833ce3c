import { requestCorrection as contract } from '@shared/contracts/applications'
import { fixedClocks } from '@shared/domain/application-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { checkNotice } from '@shared/domain/correction-notice'
import { startDeadline } from '@shared/domain/deadline'
import { workingCalendar } from '../../kernel/centre'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { openContent } from '../content'
import { scopedApplication } from '../people'
import { itemOf, outOfTurn, takeStep } from '../take-step'

/** 一次性告知 (行政许可法 art. 32(4)): one notice with everything; a later one only for what the correction changed. */
export const requestCorrection = implementCommand(contract, {
  async handle({ input, ...context }) {
    const application = await scopedApplication(context.transaction, input.applicationId, context.staff)
    if (isFailure(application)) return application
    const refusal = outOfTurn(context, { application, action: 'request-correction', version: input.version })
    if (refusal !== undefined) return refusal
    const item = await itemOf(application)
    const { answers } = openContent(application._id, application.content)
    const problem = checkNotice(item, answers, application.rounds, input.marks)
    if (problem?.code === 'EMPTY_NOTICE') return fail('INVALID_INPUT')
    if (problem !== undefined) return fail(problem.code, { [problem.part]: contract.errors[problem.code] })
    const { dueOn } = startDeadline(workingCalendar, { from: civilDateOf(context.now), ...fixedClocks.resubmission })
    const round = { marks: input.marks, noticedAt: context.now, dueOn }
    return takeStep(context, {
      application,
      item,
      action: 'request-correction',
      version: input.version,
      change: { rounds: [...application.rounds, round], replacements: {} },
      details: {
        round: application.rounds.length + 1,
        marks: input.marks.map(({ part, code, defect }) => ({ part, code, defect })),
      },
    })
  },
})
