import type { Item } from '@shared/domain/item'
import { developmentAndReformItems } from './development-and-reform'
import { exitEntryItems } from './exit-entry'
import { housingItems } from './housing'
import { marketRegulationItems } from './market-regulation'
import { naturalResourcesItems } from './natural-resources'
import { publicSecurityItems } from './public-security'
import { taxationItems } from './taxation'
import { transportItems } from './transport'

/** Every matter of the centre, by department; the newest version of each. */
export const catalogue: readonly Item[] = [
  ...marketRegulationItems,
  ...developmentAndReformItems,
  ...exitEntryItems,
  ...publicSecurityItems,
  ...naturalResourcesItems,
  ...taxationItems,
  ...housingItems,
  ...transportItems,
]
