import { sendOriginals as contract } from '@shared/contracts/deliveries'
import { civilDateOf } from '@shared/domain/civil-time'
import { maskName } from '@shared/domain/masking'
import { decideOriginalsParcel } from '@shared/domain/originals-parcel-workflow'
import { applicantOf } from '../../applications/from-deliveries'
import { appendAudit, emptyChain } from '../../kernel/audit'
import { makeId } from '../../kernel/ids'
import { fail, implementCommand, isFailure } from '../../kernel/operation'
import { newParcel } from '../new-parcel'
import { originalsChainOf } from '../originals-chain'
import { applicantActor, ownCase } from '../own-delivery'
import { parcels } from '../store'
import { subscribeParcel } from '../subscribe-parcel'
import { claimWaybill, readWaybill } from '../take-waybill'
import { deliveryViewOf } from '../view'

/** 寄送原件: the applicant has posted originals to the centre, instead of bringing them to the window. */
export const sendOriginals = implementCommand(contract, {
  prepare: async ({ input, openid }) => {
    const own = await ownCase(input.applicationId, openid)
    return isFailure(own) ? own : ((await applicantOf(input.applicationId)) ?? fail('NOT_FOUND'))
  },
  async handle({ input, openid, now, transaction, outbox, prepared: applicant }) {
    const found = await ownCase(input.applicationId, openid, transaction)
    if (isFailure(found)) return found
    const row = decideOriginalsParcel('none', 'send', 'applicant')
    const materials = found.originals.filter(({ code }) => input.materials.includes(code))
    const isEachAsked = input.materials.every((code) => materials.some((each) => each.code === code))
    if (!found.awaitsOriginals || typeof row === 'string' || !isEachAsked) return fail('WRONG_STATE')
    const read = readWaybill(input)
    if (isFailure(read)) return read
    const { courier, number } = read
    const _id = makeId()
    const today = civilDateOf(now)
    const used = await claimWaybill(transaction, { carrier: courier.code, number, parcelId: _id, today })
    if (used !== undefined) return used
    const audit = await appendAudit(transaction, emptyChain, {
      subject: originalsChainOf(_id),
      at: now,
      actor: applicantActor(openid),
      event: row.event,
      label: row.label,
      details: { to: row.to, application: input.applicationId },
    })
    const { ownerId, receiptNumber, itemName, department } = found.delivery
    const posting = {
      ...{ _id, applicationId: input.applicationId, ownerId, receiptNumber, itemName, department },
      direction: 'in',
      phoneTail: applicant.phone.slice(-4),
      recipient: maskName(applicant.name),
      region: '',
      originals: { state: row.to, materials, note: '', audit },
    } as const
    await transaction.add(parcels, newParcel(posting, courier, number, now))
    outbox.afterwards(() => subscribeParcel(_id))
    return deliveryViewOf(found, transaction, [_id])
  },
})
