import { consentMoments, getConsentPrompt as contract } from '@shared/contracts/notifications'
import { templateOf } from '../../kernel/centre'
import { database } from '../../kernel/database'
import { findStaff, implementQuery } from '../../kernel/operation'
import { grantId } from '../../kernel/outbox'
import { grants } from '../../kernel/store'

/** What to ask at a tap: one-time templates the person has no grant left for and did not refuse for good. */
export const getConsentPrompt = implementQuery(contract, async ({ input, openid }) => {
  if (input.moment === 'claim' && (await findStaff(openid)) === undefined) return { ask: [] }
  const keys = consentMoments[input.moment]
  const known = await Promise.all(keys.map((key) => database.get(grants, grantId(openid, key))))
  const ask = keys.flatMap((key, place) => {
    const { id, title, longTerm } = templateOf(key)
    const grant = known[place]
    return longTerm || grant?.refused === true || (grant?.remaining ?? 0) > 0 ? [] : [{ key, id, title }]
  })
  return { ask }
})
