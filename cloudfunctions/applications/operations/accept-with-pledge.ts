import { acceptWithPledge as contract } from '@shared/contracts/applications-decision'
import { nobody } from '@shared/domain/application-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { pledgeText } from '@shared/domain/pledge'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { findPublishedItem } from '../../kernel/published-items'
import { beginApplication } from '../begin-application'
import { sealPledge } from '../content'
import { handInDraft } from '../hand-in-draft'
import { applicantActor } from '../people'
import { identityHashOf } from '../identity-hash'
import { pledgeRecords } from '../store'

/** 承诺制: a complete draft with the item's pledge signed is accepted at once; the case may be drawn to be checked. */
export const acceptWithPledge = implementCommand(contract, {
  async prepare({ input }) {
    const item = await findPublishedItem(input.itemCode)
    if (item === undefined) return fail('ITEM_NOT_FOUND')
    return item.pledge ? item : fail('NO_PLEDGE')
  },
  async handle({ input, openid, now, transaction, outbox, prepared: item }) {
    const handedIn = await handInDraft(transaction, { openid, item, revision: input.revision, now })
    if (isFailure(handedIn)) return handedIn
    const { applicant } = handedIn.content
    if (input.signature !== applicant.name)
      return fail('SIGNATURE_DIFFERS', { signature: contract.errors.SIGNATURE_DIFFERS })
    const today = civilDateOf(now)
    const record = await transaction.get(pledgeRecords, identityHashOf(applicant.identityNumber))
    if (record !== undefined && today < record.blockedUntil) return fail('PLEDGE_BLOCKED')
    const id = makeId()
    const application = await beginApplication(transaction, {
      id,
      action: 'accept-with-pledge',
      person: { ...nobody, isOwner: true },
      actor: applicantActor(openid),
      item,
      ownerId: openid,
      ...handedIn,
      pledge: { signedAt: now, text: sealPledge(id, pledgeText(item, applicant, today)) },
      now,
      outbox,
    })
    if (isFailure(application)) throw new Error('the table does not let an applicant pledge')
    return { applicationId: id, receiptNumber: application.receiptNumber, submittedAt: now }
  },
})
