import { collection, type Stored } from '../kernel/database'
import type { Sealed } from '../kernel/sealed'

/** What a person let us keep for the next application; `_id` is their openid. */
export interface Profile extends Stored {
  readonly details: Sealed
  /** When the person agreed (ms): 个人信息保护法 art. 29, separate consent. */
  readonly consentedAt: number
}
export const profiles = collection<Profile>('residents_profiles')
