import { submitApplication as contract } from '@shared/contracts/applications'
import { nobody } from '@shared/domain/application-workflow'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { findPublishedItem } from '../../kernel/published-items'
import { beginApplication } from '../begin-application'
import { handInDraft } from '../hand-in-draft'
import { applicantActor } from '../people'

/**
 * Turns a complete draft into an application with a receipt number; the clocks of the promise and of 行政许可法 art. 32
 * start. Draft, application, audit entry and message change together or not at all.
 */
export const submitApplication = implementCommand(contract, {
  prepare: async ({ input }) => (await findPublishedItem(input.itemCode)) ?? fail('ITEM_NOT_FOUND'),
  async handle({ input, openid, now, transaction, outbox, prepared: item }) {
    const handedIn = await handInDraft(transaction, { openid, item, revision: input.revision, now })
    if (isFailure(handedIn)) return handedIn
    const application = await beginApplication(transaction, {
      id: makeId(),
      action: 'submit',
      person: { ...nobody, isOwner: true },
      actor: applicantActor(openid),
      item,
      ownerId: openid,
      ...handedIn,
      now,
      outbox,
    })
    if (isFailure(application)) throw new Error('the table does not let an applicant submit')
    const { promise } = application.clocks
    if (promise === undefined) throw new Error('submission starts no promise')
    return {
      applicationId: application._id,
      receiptNumber: application.receiptNumber,
      submittedAt: now,
      promise: { clock: 'promise' as const, ...promise },
    }
  },
})
