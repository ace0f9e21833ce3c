/** Puts what broke into the function's log with its stack and what it was about; never the input, which is personal. */
export function logFault(about: Readonly<Record<string, string>>, error: unknown): void {
  process.stderr.write(`${JSON.stringify({ ...about, error: error instanceof Error ? error.stack : String(error) })}\n`)
}
