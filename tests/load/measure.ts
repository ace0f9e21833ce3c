/** Milliseconds each run of `work` takes, one after another. */
export async function timings(runs: number, work: (run: number) => unknown): Promise<readonly number[]> {
  const taken: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now()
    await work(run)
    taken.push(performance.now() - from)
  }
  return taken
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * The median of two kinds of work, run by turns, so that whatever else the machine does touches both alike.
 * @returns milliseconds of each, after a few runs that do not count
 */
export async function byTurns(
  runs: number,
  first: (run: number) => unknown,
  second: (run: number) => unknown,
): Promise<readonly [number, number]> {
  const taken: [number[], number[]] = [[], []]
  for (let run = -5; run < runs; run += 1) {
    const [one] = await timings(1, () => first(run))
    const [other] = await timings(1, () => second(run))
    if (run < 0) continue
    taken[0].push(one ?? 0)
    taken[1].push(other ?? 0)
  }
  return [median(taken[0]), median(taken[1])]
}
