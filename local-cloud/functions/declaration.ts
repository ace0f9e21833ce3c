/** A cloud function with its limits and timers. */
export interface FunctionDeclaration {
  /** Its folder among the bundles. */
  readonly name: string
  readonly timeoutSeconds: number
  readonly memoryMb: number
  readonly triggers: readonly TimerTrigger[]
  /** Names of the variables it gets; every one where this is left out. */
  readonly environment?: readonly string[]
  /** Where the HTTP access service answers with it, e.g. `/push`; not at all where this is left out. */
  readonly httpPath?: string
}

interface TimerTrigger {
  readonly name: string
  /** Seven fields: second minute hour day month weekday year. */
  readonly cron: string
}
