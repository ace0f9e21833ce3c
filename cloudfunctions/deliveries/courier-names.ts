import { couriers } from '../../config/centre/couriers'

/** A courier company by its code, as people call it. */
export const courierNamed = (code: string): string => couriers.find((each) => each.code === code)?.name ?? code

/** Courier companies with their names, in the same order. */
export const couriersNamed = (codes: readonly string[]): { code: string; name: string }[] =>
  codes.map((code) => ({ code, name: courierNamed(code) }))
