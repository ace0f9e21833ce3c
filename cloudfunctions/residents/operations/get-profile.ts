import { getProfile as contract } from '@shared/contracts/residents'
import { database } from '../../kernel/database'
import { implementQuery } from '../../kernel/operation'
import { noDetails, openDetails } from '../details'
import { profiles } from '../store'

/** The caller's own details in full; empty when nothing is kept. */
export const getProfile = implementQuery(contract, async ({ openid }) => {
  const profile = await database.get(profiles, openid)
  return profile === undefined
    ? noDetails
    : { ...openDetails(openid, profile.details), consentedAt: profile.consentedAt }
})
