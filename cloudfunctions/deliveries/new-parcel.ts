import type { Courier } from '../../config/centre/couriers'
import { civilDateOf } from '@shared/domain/civil-time'
import { expectedDay } from '@shared/domain/parcel-track'
import { addWorkingDays } from '@shared/domain/working-days'
import { workingCalendar } from '../kernel/centre'
import { pollPause } from './poll-times'
import type { Parcel } from './store'

/** The centre's rule: a parcel not signed for after so many working days is looked into. */
const stuckAfter = 7

/** A parcel that was just posted. */
export function newParcel(
  posting: Pick<
    Parcel,
    '_id' | 'direction' | 'applicationId' | 'ownerId' | 'receiptNumber' | 'itemName' | 'department' | 'phoneTail'
  > &
    Pick<Parcel, 'recipient' | 'region'> &
    Partial<Pick<Parcel, 'originals'>>,
  { code, usualDays }: Courier,
  waybill: string,
  now: number,
): Parcel {
  const shippedOn = civilDateOf(now)
  const isOut = posting.direction === 'out'
  return {
    ...posting,
    carrier: code,
    waybill,
    shippedAt: now,
    shippedOn,
    scans: [],
    progress: 'waiting',
    progressAt: 0,
    isScanned: false,
    isGivenUp: false,
    expectedOn: expectedDay(shippedOn, usualDays),
    subscription: 'wanted',
    subscriptionTries: 0,
    nextPollAt: now + pollPause('waiting'),
    pollTries: 0,
    stuckOn: addWorkingDays(workingCalendar, shippedOn, stuckAfter + 1).date,
    isStuck: false,
    roundId: '',
    roundOf: isOut ? code : '',
    deskList: isOut ? '' : 'originals',
    order: `${String(now).padStart(15, '0')}#${posting._id}`,
  }
}
