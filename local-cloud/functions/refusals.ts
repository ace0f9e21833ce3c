import { CloudError } from '../cloud-error'

/** The largest event and the largest result of a function (bytes). */
export const LARGEST_PAYLOAD = 6 * 1024 * 1024

/** The function threw, crashed, exited or gave a result that is not JSON. */
export const failed = (message: string) => new CloudError('FUNCTIONS_EXECUTE_FAIL', message)

export const outOfTime = (milliseconds: number, doing: string) =>
  new CloudError(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `${doing} task timed out after ${String(milliseconds / 1000)} seconds`,
  )

export const outOfMemory = (megabytes: number) =>
  new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `the function needed more than ${String(megabytes)} MB`)

export const tooLarge = (what: string, bytes: number) =>
  new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `the ${what} has ${String(bytes)} bytes; 6 MB are allowed`)

export const notFound = (name: string) => new CloudError('FUNCTION_NOT_FOUND', `there is no function ${name}`)
