import { randomBytes } from 'node:crypto'
import { emptyChain } from '../../cloudfunctions/kernel/audit'
import { inTransaction } from '../../cloudfunctions/kernel/database'
import { deliverSoon } from '../../cloudfunctions/kernel/outbox'
import { personReference } from '../../cloudfunctions/kernel/person-reference'
import { seal } from '../../cloudfunctions/kernel/sealed'
import { inviteToRate } from '../../cloudfunctions/kernel/survey-invitation'
import { applicant } from './an-application'
import type { startProgram } from './program'

/** A closed case with its invitation, as closing one leaves it: only what the survey reads of an application. */
export async function aClosedCase(
  program: Awaited<ReturnType<typeof startProgram>>,
  owner: string,
  of: {
    readonly handler?: string
    readonly department?: string
    readonly window?: string
    readonly itemCode?: string
    readonly name?: string
  } = {},
): Promise<string> {
  const _id = randomBytes(15).toString('base64url')
  const { department = '市市场监督管理局', window = 'D区 食品药品窗口', itemCode = 'tea-house-licence' } = of
  const receiptNumber = `GL${String(randomBytes(6).readUIntBE(0, 6)).padStart(16, '0')}`
  await program.database.collection('applications').add({
    _id,
    receiptNumber,
    ownerId: owner,
    department,
    content: seal(`applications.content:${_id}`, {
      applicant: { ...applicant, name: of.name ?? applicant.name },
      answers: {},
    }),
    audit: emptyChain,
  })
  const outbox = deliverSoon(Date.now())
  await inTransaction(async (transaction) => {
    outbox.clear()
    await inviteToRate(transaction, outbox, {
      ...{ _id, ownerId: owner, receiptNumber, itemCode, itemName: '茶馆经营许可', department, window },
      ...(of.handler === undefined ? {} : { handlerReference: personReference(of.handler) }),
      channel: 'pre-review',
      now: Date.now(),
    })
    await outbox.write(transaction)
  })
  return _id
}
