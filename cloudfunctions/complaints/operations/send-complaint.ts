import { sendComplaint as contract } from '@shared/contracts/complaints'
import type { InputOf } from '@shared/contracts/contract'
import { receiptNumberIn } from '@shared/domain/case-search'
import { civilDateOf } from '@shared/domain/civil-time'
import { complaintNumberPrefix, decideComplaint } from '@shared/domain/complaint-workflow'
import { isMobileNumber, normalisePhone } from '@shared/domain/phone-number'
import { makeReceiptNumber } from '@shared/domain/receipt-number'
import { departments } from '../../../config/centre/departments'
import { emptyChain } from '../../kernel/audit'
import { centre } from '../../kernel/centre'
import { database } from '../../kernel/database'
import { membersNamedIn } from '../../kernel/department-staff'
import { makeDigits, makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure, type Failure } from '../../kernel/operation'
import { personReference } from '../../kernel/person-reference'
import { tellCitizen, tellWhoseTurn } from '../announce'
import { runClock } from '../clocks'
import { marksOf, phoneHashOf } from '../duplicates'
import { enterStep, orderOf, withLists } from '../moving'
import { citizen, citizenActor } from '../people'
import { sealComplainant, sealContent, sealWords } from '../sealed-words'
import { applications, complaints, type NamedApplication } from '../store'
import { viewOf } from '../view'

type Input = InputOf<typeof contract>

/** Takes a complaint in: the centre's first clock runs, the supervisors are told. */
export const sendComplaint = implementCommand(contract, {
  async prepare({ input, openid }) {
    if (!isMobileNumber(input.complainant.phone)) return fail('PHONE_INVALID')
    if (!isKnownPlace(input)) return fail('PLACE_UNKNOWN')
    const named = input.receiptNumber === undefined ? {} : await namedCase(input.receiptNumber, openid)
    if (isFailure(named)) return named
    return { ...named, members: await membersComplainedOf(input) }
  },
  async handle({ input, openid, now, transaction, outbox, prepared }) {
    const row = decideComplaint({ state: 'none', isExtended: false, isReopened: false }, 'send', citizen)
    if (typeof row === 'string') throw new Error(`a complaint cannot be sent: ${row}`)
    const _id = makeId()
    const { kind, subject, text, disclosed, complainedOf } = input
    const today = civilDateOf(now)
    const named = prepared.application
    const begun = { _id, ownerId: openid, audit: emptyChain }
    const audit = await enterStep(transaction, begun, row, citizenActor(begun), now, { details: { kind, disclosed } })
    const complainant = { name: input.complainant.name, phone: normalisePhone(input.complainant.phone) }
    const sent = withLists({
      ...begun,
      number: makeReceiptNumber(today, makeDigits(8), complaintNumberPrefix),
      ...{ kind, disclosed, audit },
      state: row.to,
      version: 1,
      complainant: sealComplainant(_id, complainant),
      content: sealContent(_id, { subject, text, ...(complainedOf === undefined ? {} : { complainedOf }) }),
      words: sealWords(_id, {}),
      department: input.department ?? '',
      window: input.window ?? '',
      receiptNumber: named?.receiptNumber ?? '',
      assignedTo: '',
      about: [...new Set([...handlerComplainedOf(input, named), ...prepared.members])],
      ...{ handlerReference: '', handlerName: '', mergedInto: '', mergedCount: 0 },
      ...runClock({ alerted: '', overran: false }, row, kind, today),
      ...{ isAnswered: false, isExtended: false, isReopened: false, isSentBack: false },
      ...{ sentAt: now, sentOn: today, updatedAt: now, countedFrom: now },
      ownerOrder: orderOf(now, _id),
      phoneHash: phoneHashOf(complainant.phone),
      marks: marksOf({ subject, text }),
    })
    await transaction.add(complaints, sent)
    if (row.message !== undefined) tellCitizen(outbox, sent, row.message, now)
    await tellWhoseTurn(outbox, sent, row.action, now)
    return viewOf(sent, citizen, undefined, transaction)
  },
})

/** A department of the centre, and one of its windows. */
function isKnownPlace({ department, window }: Input): boolean {
  const found = departments.find(({ name }) => name === department)
  if (department !== undefined && found === undefined) return false
  return window === undefined || found?.windows.includes(window) === true
}

/** Only one's own case can be named: whether another number exists is not told. */
async function namedCase(
  typed: string,
  openid: string,
): Promise<{ readonly application?: NamedApplication } | Failure<'RECEIPT_NOT_FOUND'>> {
  const receiptNumber = receiptNumberIn(typed, centre.receiptPrefix)
  if (receiptNumber === undefined) return fail('RECEIPT_NOT_FOUND')
  const [application] = await database.find(applications, { where: { receiptNumber }, limit: 1 })
  return application?.ownerId === openid ? { application } : fail('RECEIPT_NOT_FOUND')
}

/** Whoever handles the case complained of is taken for whom it is about, until a supervisor says who is. */
function handlerComplainedOf({ kind }: Input, named: NamedApplication | undefined): readonly string[] {
  const handler = named?.handledBy ?? ''
  return kind === 'complaint' && handler !== '' ? [personReference(handler)] : []
}

/**
 * Every complaint comes to the supervisors, and most go to the department they are about: whoever of these is named is
 * taken for whom it is about, and does not see it (decision 0020). Who is named in the field for it, is so whatever kind
 * the citizen took it for.
 */
async function membersComplainedOf({
  kind,
  subject,
  text,
  complainedOf,
  department,
}: Input): Promise<readonly string[]> {
  const words = [
    ...(complainedOf === undefined ? [] : [complainedOf]),
    ...(kind === 'complaint' ? [subject, text] : []),
  ]
  return words.length === 0 ? [] : membersNamedIn(words.join('\n'), department ?? '')
}
