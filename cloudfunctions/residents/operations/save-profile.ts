import { saveProfile as contract } from '@shared/contracts/residents'
import { civilDateOf } from '@shared/domain/civil-time'
import { identityNumberSentence } from '@shared/domain/form-answers'
import { normaliseIdentityNumber } from '@shared/domain/identity-number'
import { isMobileNumber, normalisePhone } from '@shared/domain/phone-number'
import { fail, implementCommand } from '../../kernel/operation'
import { sealDetails } from '../details'
import { profiles } from '../store'

/** Keeps the details, sealed, with the time of the consent. */
export const saveProfile = implementCommand(contract, {
  async handle({ input, openid, now, transaction }) {
    const { name } = input
    const identityNumber = normaliseIdentityNumber(input.identityNumber)
    const phone = normalisePhone(input.phone)
    const wrongIdentity = identityNumberSentence(identityNumber, civilDateOf(now))
    const problems = {
      ...(wrongIdentity === undefined ? {} : { identityNumber: wrongIdentity }),
      ...(isMobileNumber(phone) ? {} : { phone: '请填写11位手机号码' }),
    }
    if (Object.keys(problems).length > 0) return fail('INVALID_INPUT', problems)
    const details = { name, identityNumber, phone }
    await transaction.put(profiles, { _id: openid, details: sealDetails(openid, details), consentedAt: now })
    return { ...details, consentedAt: now }
  },
})
