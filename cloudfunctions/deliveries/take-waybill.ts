import { couriers, type Courier } from '../../config/centre/couriers'
import { addDays, type CivilDate } from '@shared/domain/civil-time'
import { checkWaybill, normaliseWaybill } from '@shared/domain/waybill'
import type { Transaction } from '../kernel/database'
import { fail, type Failure } from '../kernel/operation'
import { waybillId, waybills } from './store'

/** Numbers of the international post may recur after a year (findings: the key is carrier, number and day). Days. */
const recurAfter = 365

/** A number in the form it is stored, with its courier; else what is wrong with it. */
export function readWaybill(typed: {
  readonly carrier: string
  readonly waybill: string
}): { readonly courier: Courier; readonly number: string } | Failure<'WAYBILL_INVALID'> {
  const courier = couriers.find(({ code }) => code === typed.carrier)
  if (courier === undefined) return fail('WAYBILL_INVALID', { carrier: '请选择快递公司' })
  const problem = checkWaybill(typed.waybill, courier.waybillForms)
  return problem === undefined
    ? { courier, number: normaliseWaybill(typed.waybill) }
    : fail('WAYBILL_INVALID', { waybill: problem.sentence })
}

/** Takes a number for one parcel, in its transaction: of two desks that take the same one, one is refused. */
export async function claimWaybill(
  transaction: Transaction,
  claim: { readonly carrier: string; readonly number: string; readonly parcelId: string; readonly today: CivilDate },
): Promise<Failure<'WAYBILL_USED'> | undefined> {
  // Which of the post's services a number is of, its form does not say: it is looked for under all carriers.
  for (const { code } of couriers) {
    const before = await transaction.get(waybills, waybillId(code, claim.number))
    const isRunning = before !== undefined && before.shippedOn > addDays(claim.today, -recurAfter)
    if (isRunning && before.parcelId !== claim.parcelId) return fail('WAYBILL_USED')
  }
  const _id = waybillId(claim.carrier, claim.number)
  await transaction.put(waybills, { _id, parcelId: claim.parcelId, shippedOn: claim.today })
  return undefined
}
