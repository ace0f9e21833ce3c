/** What the server tells a process that runs a function. */
export type ToInstance =
  | {
      readonly kind: 'invoke'
      /** JSON. */
      readonly event: string
      readonly context: InvocationContext
      /** Milliseconds from the machine's clock to the cloud's. */
      readonly offset: number
    }
  | { readonly kind: 'clock'; readonly offset: number }

/** What such a process tells the server: `ready` once, then one of the others for each invocation. */
export type FromInstance =
  | { readonly kind: 'ready' }
  /** JSON. */
  | { readonly kind: 'answered'; readonly result: string }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'oversized'; readonly bytes: number }
  /** The process ends after this, for an error that nobody caught. */
  | { readonly kind: 'crashed'; readonly message: string }

/** The second argument of a function, as the platform passes it. */
export interface InvocationContext {
  readonly callbackWaitsForEmptyEventLoop: boolean
  readonly request_id: string
  readonly function_name: string
  readonly function_version: string
  readonly namespace: string
  readonly time_limit_in_ms: number
  readonly memory_limit_in_mb: number
  /** A JSON object of strings: who calls, and from where. */
  readonly environment: string
  /** The same as `key=value;key=value`, which older platforms have. */
  readonly environ: string
  readonly tencentcloud_region: string
}
