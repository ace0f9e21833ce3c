import { recordReturnVisit as contract } from '@shared/contracts/surveys'
import type { InputOf } from '@shared/contracts/contract'
import { needsRectification } from '@shared/domain/rating'
import type { Transaction } from '../../kernel/database'
import { fail, implementCommand } from '../../kernel/operation'
import type { Outbox } from '../../kernel/outbox'
import { surveyInvitations, type SurveyInvitation } from '../../kernel/survey-invitation'
import type { StaffMember } from '../../kernel/store'
import { answerIds, storeAnswer } from '../answering'
import { ofMatter } from '../occasions'
import { staffActor } from '../people'
import { applicantOf } from '../persons'
import { callView } from '../return-visit-view'
import { applications, calls, samples, type Call, type RatedApplication, type ReturnVisitSample } from '../store'

/**
 * How a call ended. Who was not reached may be called again; an answer by phone is marked so, counts apart, and is
 * followed up like any other.
 */
export const recordReturnVisit = implementCommand(contract, {
  async handle({ input, staff, now, transaction, outbox }) {
    const call = await transaction.get(calls, input.callId)
    if (call === undefined || staff?.departments.includes(call.department) !== true) return fail('NOT_FOUND')
    if (isSettled(call)) return fail('ALREADY_RECORDED')
    const [sample, application, invitation] = [
      await transaction.get(samples, call.sampleId),
      await transaction.get(applications, call.applicationId),
      await transaction.get(surveyInvitations, call.applicationId),
    ]
    if (sample === undefined || application === undefined || invitation === undefined) return fail('NOT_FOUND')
    const { result } = input
    const grade = result.outcome === 'reached' ? result.content.grade : 0
    const recorded: Call = { ...call, attempts: call.attempts + 1, outcome: result.outcome, grade }
    await transaction.put(calls, recorded)
    await transaction.put(samples, counted(sample, call, recorded))
    if (result.outcome === 'reached') {
      await keepAnswer(transaction, outbox, { call, result, application, invitation, staff, now })
    }
    return callView(recorded, application, invitation)
  },
})

const outcomes = {
  reached: { counter: 'reached', isSettled: true },
  refused: { counter: 'refused', isSettled: true },
  'not-reached': { counter: 'notReached', isSettled: false },
} as const

const isSettled = ({ outcome }: Call) => outcome !== '' && outcomes[outcome].isSettled

function counted(sample: ReturnVisitSample, before: Call, after: Call): ReturnVisitSample {
  const counts = { reached: sample.reached, notReached: sample.notReached, refused: sample.refused }
  if (before.outcome !== '') counts[outcomes[before.outcome].counter] -= 1
  if (after.outcome !== '') counts[outcomes[after.outcome].counter] += 1
  const isSatisfied = after.grade !== 0 && !needsRectification(after.grade)
  return { ...sample, ...counts, satisfied: sample.satisfied + Number(isSatisfied) }
}

type Reached = Extract<InputOf<typeof contract>['result'], { outcome: 'reached' }>

async function keepAnswer(
  transaction: Transaction,
  outbox: Outbox,
  of: {
    readonly call: Call
    readonly result: Reached
    readonly application: RatedApplication
    readonly invitation: SurveyInvitation
    readonly staff: StaffMember
    readonly now: number
  },
): Promise<void> {
  const { call, result, invitation, application, staff, now } = of
  const { department, window, itemCode, itemName, ownerId, receiptNumber, _id: applicationId } = invitation
  await transaction.put(surveyInvitations, { ...invitation, isPhoned: true })
  await storeAnswer(
    transaction,
    outbox,
    {
      ...{ _id: answerIds.call(call._id), about: 'matter', source: 'phone', content: result.content },
      place: { department, window, itemCode, itemName },
      author: { ownerId, applicationId, receiptNumber, name: applicantOf(application).name },
      occasion: ofMatter(invitation),
      actor: staffActor(staff),
    },
    now,
  )
}
