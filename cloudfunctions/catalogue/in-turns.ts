/** Does something for each of many, `atOnce` of them at a time, so that a long list does not open as many requests. */
export async function inTurns<Each, Result>(
  list: readonly Each[],
  atOnce: number,
  work: (each: Each) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (let from = 0; from < list.length; from += atOnce) {
    results.push(...(await Promise.all(list.slice(from, from + atOnce).map(work))))
  }
  return results
}
