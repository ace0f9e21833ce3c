import { forgetProfile as contract } from '@shared/contracts/residents'
import { implementCommand } from '../../kernel/operation'
import { profiles } from '../store'

/** Deletes what was kept (个人信息保护法 art. 47); applications keep what the law makes them keep. */
export const forgetProfile = implementCommand(contract, {
  async handle({ openid, transaction }) {
    if ((await transaction.get(profiles, openid)) !== undefined) await transaction.remove(profiles, openid)
    return {}
  },
})
