/** The chain of a parcel with originals. */
export const originalsChainOf = (parcelId: string): string => `originals:${parcelId}`
