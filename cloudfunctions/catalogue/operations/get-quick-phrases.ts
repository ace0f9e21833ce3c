import { getQuickPhrases as contract, type QuickPhrases } from '@shared/contracts/catalogue'
import { quickPhrases } from '../../../config/centre/quick-phrases'
import { implementQuery } from '../../kernel/operation'

/** The centre's sentences for correction marks. */
export const getQuickPhrases = implementQuery(contract, async () => ({
  phrases: structuredClone(quickPhrases) as QuickPhrases,
}))
