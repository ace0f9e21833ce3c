import { timingSafeEqual } from 'node:crypto'
import { codeTries } from '@shared/contracts/staff'
import { invitationDays, makeInvitationCode } from '@shared/domain/invitation-code'
import { database } from '../kernel/database'
import { settingOr } from '../kernel/environment'
import { makeNumbers } from '../kernel/ids'
import { fail, type Failure } from '../kernel/operation'
import { returnTry, takeTry, type TryLimit } from '../kernel/wrong-tries'
import { hashOfCode } from './code-hash'
import { invitations, type Invitation } from './store'

const limit: TryLimit = { tries: codeTries.tries, lockedForMs: codeTries.lockedMinutes * 60_000 }
const what = 'staff-code'

export const invitationLifeMs = invitationDays * 24 * 60 * 60 * 1000

/** A new code, and the hash under which alone it is known afterwards. */
export function makeCode(): { readonly code: string; readonly hash: string } {
  const code = makeInvitationCode(makeNumbers(9, 32))
  return { code, hash: hashOfCode(code) }
}

/** What a code opens. */
export type Opened =
  { readonly kind: 'invitation'; readonly invitation: Invitation } | { readonly kind: 'first-administrator' }

/** Compares a code somebody entered with all that are known; a wrong one costs them a try. */
export async function openCode(
  openid: string,
  code: string,
  now: number,
): Promise<Opened | Failure<'CODE_LOCKED' | 'CODE_WRONG'>> {
  if (!(await takeTry(what, openid, limit, now))) return fail('CODE_LOCKED')
  const hash = hashOfCode(code)
  const invitation = await database.get(invitations, hash)
  const opened: Opened | undefined =
    invitation === undefined
      ? isFirstAdministratorHash(hash)
        ? { kind: 'first-administrator' }
        : undefined
      : { kind: 'invitation', invitation }
  if (opened === undefined) return fail('CODE_WRONG')
  await returnTry(what, openid)
  return opened
}

/** Whether it is the code whose hash the operator of a new deployment has put into its environment. */
function isFirstAdministratorHash(hash: string): boolean {
  const expected = Buffer.from(settingOr('FIRST_ADMINISTRATOR_CODE_HASH', ''))
  const given = Buffer.from(hash)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
