/** The one place that reads the clock. Milliseconds since 1970. */
export function currentTime(): number {
  return Date.now()
}
