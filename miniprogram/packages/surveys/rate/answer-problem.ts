/** Why an answer was not taken: the sentence about the field where there is one. */
export function sentenceOf({
  message,
  fields,
}: {
  readonly message: string
  readonly fields?: Readonly<Record<string, string>>
}): string {
  return Object.values(fields ?? {})[0] ?? message
}
