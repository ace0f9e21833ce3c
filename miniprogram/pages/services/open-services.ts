import type { ItemFilter } from '@shared/domain/catalogue-filter'
import { openPage } from '../../platform/open-page'

/** How another page opens 办事; a tab takes no parameters, so they wait here until it is shown. */
export interface ServicesRequest {
  /** With the keyboard open. */
  readonly isSearching?: boolean
  readonly filters?: readonly ItemFilter[]
}

let waiting: ServicesRequest | undefined

export function openServices(request: ServicesRequest): void {
  waiting = request
  openPage('/pages/services/index')
}

/** What the tab was last opened with, once; undefined when the person came by the tab bar or back. */
export function takeServicesRequest(): ServicesRequest | undefined {
  const request = waiting
  waiting = undefined
  return request
}
