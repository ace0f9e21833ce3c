import { listDepartments as contract } from '@shared/contracts/catalogue'
import { departments } from '../../../config/centre/departments'
import { implementQuery } from '../../kernel/operation'
import { findCatalogueIndex } from '../../kernel/published-items'

/** The departments in the centre's order, each with the number of its published items. */
export const listDepartments = implementQuery(contract, async () => {
  const published = (await findCatalogueIndex())?.summaries ?? []
  return {
    departments: departments.map(({ slug, name, area, windows }) => ({
      slug,
      name,
      area,
      windows: [...windows],
      items: published.filter((item) => item.department === name).length,
    })),
  }
})
