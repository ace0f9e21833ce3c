import { listRatedWindows as contract } from '@shared/contracts/surveys'
import { implementQuery } from '../../kernel/operation'
import { ratedWindows } from '../rated-windows'

/** Every window with its code, to be printed. */
export const listRatedWindows = implementQuery(contract, () =>
  Promise.resolve({ windows: ratedWindows.map(({ code, ...window }) => ({ window: code, ...window })) }),
)
