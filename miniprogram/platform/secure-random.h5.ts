/** Random bytes that nobody can guess; undefined where the platform has no such source. */
export async function secureRandom(count: number): Promise<Uint8Array | undefined> {
  return crypto.getRandomValues(new Uint8Array(count))
}
