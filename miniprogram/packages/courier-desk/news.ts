/** What was just done, or why it could not be, in words. */
export interface News {
  readonly tone: 'green' | 'amber' | 'red' | 'info'
  readonly words: string
}

/** The sentence of a refusal: about a field where it names one. */
export function sentenceOf(error: {
  readonly message: string
  readonly fields?: Readonly<Record<string, string>>
}): string {
  return Object.values(error.fields ?? {})[0] ?? error.message
}
