export const addressesPage = '/packages/deliveries/addresses/index'
/** Stands for the id of an address that is not saved yet. */
export const newAddress = 'new'

/** The page that changes one address, or writes a new one. */
export function editPage(id: string): string {
  return `${addressesPage}?edit=${id}`
}
