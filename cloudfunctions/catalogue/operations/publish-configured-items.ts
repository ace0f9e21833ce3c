import { publishConfiguredItems as contract } from '@shared/contracts/catalogue'
import { lintGuide } from '@shared/domain/guide-lint'
import type { Item } from '@shared/domain/item'
import { inTransaction } from '../../kernel/database'
import { implementTimer } from '../../kernel/operation'
import { catalogueIndexId, findCatalogueIndex } from '../../kernel/published-items'
import { catalogueIndex } from '../../kernel/store'
import { configuredListing } from '../listing'
import { storedVersionOf } from '../stored-version'

/**
 * Brings what is published to what is configured, except for items that staff have published or retired themselves
 * (decision 0014). First every item's version is stored, seen by nobody; then one transaction writes the whole index.
 * Two runs at once, or one that is killed, leave the old list or the new one.
 * @throws Error when a guide has flaws: nothing is published before they are mended.
 */
export const publishConfiguredItems = implementTimer(contract, async ({ now }) => {
  // Loaded here, since nothing but this needs the guides in the bundle: a phone's query should not wait for them.
  const { catalogue } = await import('../../../config/centre/catalogue')
  const { current: listed = {}, edited = [] } = (await findCatalogueIndex()) ?? {}
  const configured = catalogue.filter(({ code }) => !edited.includes(code))
  refuseFlaws(configured)
  const versions = await Promise.all(configured.map((item) => storedVersionOf(item, listed[item.code], now)))
  return inTransaction(async (transaction) => {
    const before = await transaction.get(catalogueIndex, catalogueIndexId)
    const after = configuredListing(
      before,
      catalogue.map(({ code }) => code),
      versions,
    )
    const codes = Object.keys(after.current)
    const unchanged = codes.filter((code) => before?.current[code] === after.current[code]).length
    const removed = Object.keys(before?.current ?? {}).filter((code) => after.current[code] === undefined).length
    if (before?.version !== after.version) await transaction.put(catalogueIndex, after)
    return { published: codes.length - unchanged, unchanged, removed }
  })
})

function refuseFlaws(items: readonly Item[]): void {
  const flaws = items.flatMap((item) =>
    lintGuide(item).map(({ place, sentence }) => `${item.code} ${place}: ${sentence}`),
  )
  if (flaws.length > 0) throw new Error(`Guides with flaws are not published:\n${flaws.join('\n')}`)
}
