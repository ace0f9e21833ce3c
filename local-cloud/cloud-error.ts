/** A refusal in the service's own style: it leaves the server as `{code, message, requestId}` with HTTP 200. */
export class CloudError extends Error {
  /**
   * @param code the service's error code, e.g. `DATABASE_COLLECTION_NOT_EXIST`
   * @param message what the caller did wrong, for a developer's eyes
   */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}
