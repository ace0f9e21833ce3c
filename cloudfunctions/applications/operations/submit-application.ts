import { submitApplication as contract } from '@shared/contracts/applications'
import { applicationTransitions } from '@shared/domain/application-workflow'
import { civilDateOf } from '@shared/domain/civil-time'
import { applicableMaterials } from '@shared/domain/item'
import { makeReceiptNumber } from '@shared/domain/receipt-number'
import { tidyAnswers } from '@shared/domain/form-answers'
import { appendAudit, emptyChain } from '../../kernel/audit'
import { centre } from '../../kernel/centre'
import { makeDigits, makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { findPublishedItem } from '../../kernel/published-items'
import { missingParts } from '../completeness'
import { openContent, sealContent } from '../content'
import { tidyApplicant } from '../correction'
import { ownDraft } from '../drafts'
import { announce } from '../announce'
import { derivedOf, runClocks } from '../move'
import { applicantActor } from '../people'
import { applications, drafts, type Application, type Materials } from '../store'

/**
 * Turns a complete draft into an application with a receipt number; the clocks of the promise and of 行政许可法 art. 32
 * start. Draft, application, audit entry and message change together or not at all.
 */
export const submitApplication = implementCommand(contract, {
  prepare: async ({ input }) => (await findPublishedItem(input.itemCode)) ?? fail('ITEM_NOT_FOUND'),
  async handle({ input, openid, now, transaction, outbox, prepared: item }) {
    const draft = await ownDraft(transaction, openid, item.code)
    if (isFailure(draft)) return draft
    if (draft.revision !== input.revision) return fail('DRAFT_CHANGED')
    if (draft.itemVersion !== item.version || !item.channels.includes(draft.channel)) return fail('GUIDE_CHANGED')
    const typed = openContent(draft._id, draft.content)
    const missing = missingParts(item, typed, draft.materials, civilDateOf(now))
    if (Object.keys(missing).length > 0) return fail('INCOMPLETE', missing)

    const row = applicationTransitions.find((each) => each.action === 'submit')
    if (row === undefined) throw new Error('the table has no submission')
    const id = makeId()
    const answers = tidyAnswers(item.fields, typed.answers)
    const applicant = tidyApplicant(typed.applicant)
    const audit = await appendAudit(transaction, emptyChain, {
      subject: id,
      at: now,
      actor: applicantActor(openid),
      event: row.event,
      label: row.label,
      details: { from: row.from, to: row.to, item: `${item.code}@${String(item.version)}`, channel: draft.channel },
    })
    const begun = {
      _id: id,
      receiptNumber: makeReceiptNumber(civilDateOf(now), makeDigits(8), centre.receiptPrefix),
      ownerId: openid,
      itemCode: item.code,
      itemVersion: item.version,
      itemName: item.name,
      department: item.department,
      channel: draft.channel,
      state: row.to,
      version: 1,
      content: sealContent(id, { applicant, answers }),
      materials: materialsThatApply(
        draft.materials,
        applicableMaterials(item, answers).map((material) => material.code),
      ),
      replacements: {},
      rounds: [],
      claimedBy: '',
      claimantName: '',
      claimUntil: 0,
      seenBy: [],
      clocks: runClocks({}, row, item, now),
      submittedAt: now,
      updatedAt: now,
      audit,
    }
    const application: Application = { ...begun, ...derivedOf(begun) }
    await transaction.add(applications, application)
    await transaction.remove(drafts, draft._id)
    await announce(outbox, application, row)
    const { promise } = application.clocks
    if (promise === undefined) throw new Error('submission starts no promise')
    return {
      applicationId: id,
      receiptNumber: application.receiptNumber,
      submittedAt: now,
      promise: { clock: 'promise' as const, ...promise },
    }
  },
})

function materialsThatApply(materials: Materials, codes: readonly string[]): Materials {
  return Object.fromEntries(
    Object.entries(materials).filter(([code, files]) => codes.includes(code) && files.length > 0),
  )
}
