import { listItems as contract, type ListedItem } from '@shared/contracts/catalogue'
import { implementQuery } from '../../kernel/operation'
import { findCatalogueIndex } from '../../kernel/published-items'

/** All published items in one small answer; nothing but the version for a phone that has it already. One point read. */
export const listItems = implementQuery(contract, async ({ input }) => {
  const index = await findCatalogueIndex()
  const version = index?.version ?? 'empty'
  if (input.knownVersion === version) return { version }
  return { version, items: structuredClone(index?.summaries ?? []) as ListedItem[] }
})
