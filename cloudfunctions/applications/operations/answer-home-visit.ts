import { answerHomeVisit as contract } from '@shared/contracts/applications-window'
import type { ParsedInputOf } from '@shared/contracts/contract'
import { appointmentRow, statesOpenTo } from '@shared/domain/appointment-workflow'
import { civilDateOf, isCivilDate } from '@shared/domain/civil-time'
import { decideHomeVisit, isOnItsWay } from '@shared/domain/home-visit-workflow'
import { workingCalendar } from '../../kernel/centre'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import { standingAppointment, takeAppointmentStep, visitPlanOf } from '../appointments'
import { homeVisitView, takeHomeVisitStep, type HomeVisitStep } from '../home-visits'
import { staffActor } from '../people'
import { applications } from '../store'
import { homeVisits } from '../window-store'

/** The department answers a request for a home visit, agrees on a day, and notes what came of it. */
export const answerHomeVisit = implementCommand(contract, {
  async handle({ input, staff, openid, now, transaction, outbox }) {
    const visit = await transaction.get(homeVisits, input.visitId)
    if (visit === undefined || staff?.departments.includes(visit.department) !== true) return fail('NOT_FOUND')
    // Nobody answers a request of their own.
    if (visit.ownerId === openid) return fail('FORBIDDEN')
    const row = decideHomeVisit(visit.state, input.action, 'window')
    if (typeof row === 'string') return fail('WRONG_STATE')
    const application = await transaction.get(applications, visit.applicationId)
    const change = changeOf(input, { now, lastDay: application?.clocks.visit?.dueOn })
    if (isFailure(change)) return change
    const actor = staffActor(staff)
    const moved = await takeHomeVisitStep(transaction, { visit, row, actor, now, outbox, change })
    if (isOnItsWay(moved.state)) {
      // Somebody comes to them: the seat they booked is free again.
      const plan = await visitPlanOf(transaction, visit.applicationId)
      const booked = await standingAppointment(transaction, plan, civilDateOf(now))
      if (booked !== undefined && statesOpenTo('check-in').includes(booked.state)) {
        const cancel = appointmentRow(booked.state, 'cancel', 'window')
        await takeAppointmentStep(transaction, {
          appointment: booked,
          row: cancel,
          actor,
          now,
          outbox: { tell: () => undefined },
        })
      }
    }
    return homeVisitView(moved, 'window')
  },
})

/** What an answer changes besides the state. */
function changeOf(
  input: ParsedInputOf<typeof contract>,
  { now, lastDay }: { readonly now: number; readonly lastDay: string | undefined },
): NonNullable<HomeVisitStep['change']> | Failure<'NOT_A_WORKING_DAY' | 'AFTER_LAST_DAY' | 'INVALID_INPUT'> {
  if ('answer' in input) return { answer: input.answer }
  if (!('date' in input)) return {}
  const { date, from, to } = input
  if (!isCivilDate(date) || date <= civilDateOf(now) || !workingCalendar.isWorkingDay(date))
    return fail('NOT_A_WORKING_DAY')
  if (lastDay !== undefined && date > lastDay) return fail('AFTER_LAST_DAY')
  return from < to ? { date, from, to } : fail('INVALID_INPUT', { to: '结束时间应晚于开始时间' })
}
