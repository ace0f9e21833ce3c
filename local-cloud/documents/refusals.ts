import { CloudError } from '../cloud-error'

/** The service refuses the request itself: malformed EJSON, an unknown operator, a bad type. */
export const invalid = (message: string): CloudError => new CloudError('INVALID_PARAM', message)

/** The engine refuses what a well-formed request asks of the data, e.g. `$inc` on a string. */
export const failed = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

/** The collection was never declared nor created. */
export const missingCollection = (name: string): CloudError =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}`)

/** An `_id` or a unique index's key is already taken; the message carries MongoDB's E11000, which wrappers look for. */
export const duplicate = (collection: string, index: string): CloudError =>
  new CloudError('DATABASE_DUPLICATE_WRITE', `E11000 duplicate key error collection: ${collection} index: ${index}`)

/** Another transaction got there first; this one is already aborted and the caller may start afresh. */
export const conflict = (): CloudError =>
  new CloudError('DATABASE_TRANSACTION_CONFLICT', 'WriteConflict: another transaction changed or holds the document')

/** The transaction is finished, aborted, expired or was never started. */
export const transactionGone = (reason: string): CloudError => new CloudError('DATABASE_TRANSACTION_FAIL', reason)

/**
 * Runs code that calls the query engine and turns whatever it throws into a refusal, so that a hostile operator or
 * regular expression is answered and never reaches the process.
 */
export function refusing<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw invalid(error instanceof Error ? error.message : String(error))
  }
}
