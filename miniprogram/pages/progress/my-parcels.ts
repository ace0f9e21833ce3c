import { listMyParcels } from '@shared/contracts/deliveries'
import type { OutputOf } from '@shared/contracts/contract'
import { useQuery } from '../../cloud/use-query'

export type MyParcel = OutputOf<typeof listMyParcels>['parcels'][number]

/**
 * The person's latest parcels, to stand with their applications; none until they are known, since the list of
 * applications says everything else without them.
 */
export function useMyParcels(): readonly MyParcel[] {
  return useQuery(listMyParcels, {}).data?.parcels ?? []
}
