/**
 * A random sample that anybody can draw again: the same seed over the same ids gives the same sample, in whatever order
 * the ids are listed, and an id added later never puts another one's number up or down.
 */

/** The `size` ids whose numbers under this seed are smallest, in that order; all of them when there are fewer. */
export function drawSample(ids: readonly string[], size: number, seed: string): readonly string[] {
  if (!Number.isInteger(size) || size < 0) throw new RangeError(`not a size: ${String(size)}`)
  return [...new Set(ids)]
    .map((id) => ({ id, number: numberOf(`${seed}\u0000${id}`) }))
    .sort((left, right) => left.number - right.number || (left.id < right.id ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)
}

/** A number below 2^53 that depends on every character (two mixed 32-bit halves; for drawing lots, not for secrets). */
function numberOf(text: string): number {
  let low = 0x9e3779b9
  let high = 0x85ebca6b
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    low = Math.imul(low ^ unit, 0x9e3779b1)
    high = Math.imul(high ^ unit, 0x5f356495)
    low ^= high >>> 15
    high ^= low >>> 13
  }
  low = mixed(low)
  high = mixed(high ^ low)
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)
}

function mixed(value: number): number {
  let mix = value ^ (value >>> 16)
  mix = Math.imul(mix, 0x7feb352d)
  mix ^= mix >>> 15
  mix = Math.imul(mix, 0x846ca68b)
  return mix ^ (mix >>> 16)
}
