import { getSession as contract } from '@shared/contracts/residents'
import { maskIdentityNumber, maskPhone } from '@shared/domain/masking'
import { database } from '../../kernel/database'
import { derivedId } from '../../kernel/ids'
import { findStaff, implementQuery } from '../../kernel/operation'
import { messages } from '../../kernel/store'
import { openDetails } from '../details'
import { profiles } from '../store'

/** A badge says 99 and no more. */
const mostCounted = 99

/** Who the caller is here; a visitor who has not signed in gets an answer too. */
export const getSession = implementQuery(contract, async ({ openid, signedIn }) => {
  if (!signedIn) return { signedIn, unread: 0 }
  const [profile, staff, unread] = await Promise.all([
    database.get(profiles, openid),
    findStaff(openid),
    database.find(messages, { where: { recipient: openid, read: false }, limit: mostCounted }),
  ])
  const details = profile === undefined ? undefined : openDetails(openid, profile.details)
  return {
    signedIn,
    reference: derivedId('device', openid),
    unread: unread.length,
    ...(details === undefined
      ? {}
      : {
          name: details.name,
          identityMask: maskIdentityNumber(details.identityNumber),
          phoneMask: maskPhone(details.phone),
        }),
    ...(staff === undefined
      ? {}
      : { staff: { name: staff.name, roles: [...staff.roles], departments: [...staff.departments] } }),
  }
})
