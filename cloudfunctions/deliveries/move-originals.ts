import { messagePages } from '@shared/contracts/message-pages'
import { formatDateTime } from '@shared/domain/civil-time'
import { fieldLimits } from '@shared/domain/message-fields'
import {
  decideOriginalsParcel,
  originalsParcelStates,
  type OriginalsParcelAction,
  type OriginalsParcelActor,
} from '@shared/domain/originals-parcel-workflow'
import { applicantOf } from '../applications/from-deliveries'
import { appendAudit } from '../kernel/audit'
import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import type { Outbox } from '../kernel/outbox'
import type { AuditEntry } from '../kernel/store'
import { originalsChainOf } from './originals-chain'
import { parcels, waybillId, waybills, type Parcel } from './store'

/** The only writer of where originals sent in stand: table, chain, message and document in the caller's transaction. */
export async function moveOriginals(
  transaction: Transaction,
  step: {
    readonly parcelId: string
    /** Whether it exists for whoever acts. */
    readonly isVisible: (parcel: Parcel) => boolean
    readonly action: OriginalsParcelAction
    readonly actor: OriginalsParcelActor
    readonly by: AuditEntry['actor']
    readonly note: string
    readonly now: number
    readonly outbox: Pick<Outbox, 'tell'>
  },
): Promise<Parcel | Failure<'NOT_FOUND' | 'WRONG_STATE'>> {
  const { now, note } = step
  const parcel = await transaction.get(parcels, step.parcelId)
  if (parcel?.originals === undefined || !step.isVisible(parcel)) return fail('NOT_FOUND')
  const row = decideOriginalsParcel(parcel.originals.state, step.action, step.actor)
  if (typeof row === 'string') return fail('WRONG_STATE')
  const audit = await appendAudit(transaction, parcel.originals.audit, {
    subject: originalsChainOf(parcel._id),
    at: now,
    actor: step.by,
    event: row.event,
    label: row.label,
    details: { from: row.from, to: row.to },
  })
  const moved: Parcel = {
    ...parcel,
    originals: { ...parcel.originals, state: row.to, note, audit },
    deskList: '',
    // Nobody waits for it any more.
    nextPollAt: 0,
    stuckOn: '',
    isStuck: false,
    subscription: 'done',
  }
  await transaction.put(parcels, moved)
  // The number of an entry that was a mistake is free again.
  const claim = await transaction.get(waybills, waybillId(parcel.carrier, parcel.waybill))
  if (step.action === 'withdraw' && claim?.parcelId === parcel._id) await transaction.remove(waybills, claim._id)
  if (row.message !== undefined) {
    // What is missing, the applicant has to hear; a longer word about it than a message holds is on the page.
    const { next } = originalsParcelStates[row.to]
    const applicant = note === '' ? undefined : await applicantOf(parcel.applicationId, transaction)
    step.outbox.tell({
      event: `${originalsChainOf(parcel._id)}:${row.event}`,
      recipient: parcel.ownerId,
      template: row.message,
      texts: [
        parcel.itemName,
        parcel.receiptNumber,
        originalsParcelStates[row.to].label,
        formatDateTime(now),
        note === '' || note.length > fieldLimits.thing ? next : note,
      ],
      page: messagePages.originals(parcel.applicationId),
      ...(applicant === undefined
        ? {}
        : {
            mustHear: {
              subject: parcel.applicationId,
              receiptNumber: parcel.receiptNumber,
              personName: applicant.name,
              department: parcel.department,
            },
          }),
    })
  }
  return moved
}
