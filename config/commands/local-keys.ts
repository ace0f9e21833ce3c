import { randomBytes } from 'node:crypto'
import { makeInvitationCode } from '@shared/domain/invitation-code'
import { hashOfCode } from '../../cloudfunctions/staff/code-hash'

/** With this code the sample administrator claims a local cloud that has none yet. */
export const localAdministratorCode = makeInvitationCode([6, 24, 7, 15, 1, 28, 11, 19, 3])

/** What a local cloud needs in the place of a deployment's secrets; new each time. */
export function makeLocalKeys() {
  const lookupKey = randomBytes(32).toString('base64')
  return {
    FIELD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    LOOKUP_KEY: lookupKey,
    FIRST_ADMINISTRATOR_CODE_HASH: hashOfCode(localAdministratorCode, lookupKey),
  }
}
