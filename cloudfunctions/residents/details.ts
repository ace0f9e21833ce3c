import { seal, unseal, type Sealed } from '../kernel/sealed'

/** The person's own details, as an application asks for them. */
export interface Details {
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
}
export const noDetails: Details = { name: '', identityNumber: '', phone: '' }

export const sealDetails = (openid: string, details: Details): Sealed => seal(`residents.profile:${openid}`, details)
export const openDetails = (openid: string, sealed: Sealed): Details =>
  unseal(`residents.profile:${openid}`, sealed) as Details
