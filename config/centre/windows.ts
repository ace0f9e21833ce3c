import type { ServiceArea } from '@shared/domain/item'

/** How many people with an appointment each service area serves in one half hour; walk-ins come on top. */
export const seatsPerSlot: Readonly<Record<ServiceArea, number>> = { A: 8, B: 10, C: 5, D: 8 }
