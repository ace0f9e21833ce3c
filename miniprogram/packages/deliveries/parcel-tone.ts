import type { ParcelProgress } from '@shared/domain/parcel-track'

/** The colour that helps a parcel's word: what went wrong, what arrived, what is under way. */
export const parcelTones = {
  waiting: 'accent',
  'in-transit': 'accent',
  'out-for-delivery': 'accent',
  failed: 'amber',
  signed: 'green',
  returning: 'amber',
  returned: 'amber',
} as const satisfies Record<ParcelProgress, 'accent' | 'amber' | 'green'>
