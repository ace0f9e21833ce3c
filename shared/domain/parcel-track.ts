/**
 * Where a parcel is, computed from the carrier's scans by the time of each scan, whatever order they arrived in. Pure;
 * the same set of scans gives the same answer.
 */
export const parcelProgress = {
  waiting: { label: '待揽收' },
  'in-transit': { label: '运输中' },
  'out-for-delivery': { label: '派送中' },
  failed: { label: '派送失败' },
  signed: { label: '已签收' },
  returning: { label: '退回途中' },
  returned: { label: '已退回' },
} as const satisfies Record<string, { label: string }>
export type ParcelProgress = keyof typeof parcelProgress

/** Who took the parcel, as far as the carrier says. */
export const signers = { self: '本人签收', other: '他人代收', locker: '快递柜或驿站代收', unknown: '已签收' } as const
export type Signer = keyof typeof signers
