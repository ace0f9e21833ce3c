import { serve } from '../kernel/serve'
import { forgetProfile } from './operations/forget-profile'
import { getProfile } from './operations/get-profile'
import { getSession } from './operations/get-session'
import { saveProfile } from './operations/save-profile'

/** The cloud function `residents`. */
export const main = serve([getSession, getProfile, saveProfile, forgetProfile])
