const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A new id for one command. It only has to differ from the person's own other ones: it is no secret and no right, so the
 * ordinary random numbers of an old phone are enough.
 */
export function makeRequestId(): string {
  return Array.from({ length: 24 }, () => letters[Math.floor(Math.random() * letters.length)] ?? 'A').join('')
}
