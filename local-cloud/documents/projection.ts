import { Query } from 'mingo'
import { isReserved } from './document-shape'
import type { Document } from './ejson'
import { checkOperators } from './filter'
import { invalid, refusing } from './refusals'

/**
 * Prepares a projection.
 * @returns a function that gives the projected document
 * @throws CloudError `INVALID_PARAM` where fields are both included and left out, or for an unknown operator
 */
export function projector(projection: Document): (document: Document) => Document {
  checkOperators(projection)
  for (const path of Object.keys(projection)) {
    if (path === '' || path.startsWith('$') || path.split('.').some((part) => part === '' || isReserved(part))) {
      throw invalid(`${JSON.stringify(path)} is not a field path`)
    }
  }
  const everything = new Query({})
  return (document) => refusing(() => everything.find<Document>([document], projection).next())
}
