import { getGuide as contract, type Guide } from '@shared/contracts/catalogue'
import { fail, implementQuery } from '../../kernel/operation'
import { findItemVersion, findPublishedItem } from '../../kernel/published-items'

/** One guide 办事指南: the published one, or the version an application was submitted under. */
export const getGuide = implementQuery(contract, async ({ input }) => {
  const found =
    input.version === undefined ? await findPublishedItem(input.code) : await findItemVersion(input.code, input.version)
  // Stored versions are read-only values; the contract's output is checked once more on the way out.
  return found === undefined ? fail('ITEM_NOT_FOUND') : (structuredClone(found) as Guide)
})
