import type { Item } from '@shared/domain/item'
import { agricultureItems } from './agriculture'
import { civilAffairsItems } from './civil-affairs'
import { cultureTourismItems } from './culture-tourism'
import { developmentAndReformItems } from './development-and-reform'
import { disabledPersonsItems } from './disabled-persons'
import { ecologyItems } from './ecology'
import { educationItems } from './education'
import { emergencyItems } from './emergency'
import { exitEntryItems } from './exit-entry'
import { healthItems } from './health'
import { housingItems } from './housing'
import { humanResourcesItems } from './human-resources'
import { judicialItems } from './judicial'
import { marketRegulationItems } from './market-regulation'
import { medicalInsuranceItems } from './medical-insurance'
import { naturalResourcesItems } from './natural-resources'
import { publicSecurityItems } from './public-security'
import { sportsItems } from './sports'
import { taxationItems } from './taxation'
import { transportItems } from './transport'
import { urbanManagementItems } from './urban-management'
import { waterItems } from './water'

/**
 * Every matter of the centre as it is to be published, by department. `version` stays 1 here: whoever changes a guide
 * changes its words, and publishing counts the versions.
 */
export const catalogue: readonly Item[] = [
  ...marketRegulationItems,
  ...developmentAndReformItems,
  ...exitEntryItems,
  ...publicSecurityItems,
  ...naturalResourcesItems,
  ...taxationItems,
  ...housingItems,
  ...transportItems,
  ...humanResourcesItems,
  ...healthItems,
  ...civilAffairsItems,
  ...educationItems,
  ...agricultureItems,
  ...cultureTourismItems,
  ...ecologyItems,
  ...urbanManagementItems,
  ...sportsItems,
  ...judicialItems,
  ...waterItems,
  ...emergencyItems,
  ...medicalInsuranceItems,
  ...disabledPersonsItems,
]
