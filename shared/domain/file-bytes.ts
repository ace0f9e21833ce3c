/** A file whose structure is not what its type says, or that ends too early. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

/** Text of one byte to a character; shorter where the bytes end. */
export function asciiAt(bytes: Uint8Array, place: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(place, place + length))
}

/** Two bytes, the higher first; what lies behind the end is 0. */
export function uint16At(bytes: Uint8Array, place: number): number {
  return (bytes[place] ?? 0) * 0x100 + (bytes[place + 1] ?? 0)
}

/** Four bytes, the highest first, never negative; what lies behind the end is 0. */
export function uint32At(bytes: Uint8Array, place: number): number {
  return uint16At(bytes, place) * 0x1_0000 + uint16At(bytes, place + 2)
}

/** The parts one after another, copied once. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) {
    all.set(part, place)
    place += part.length
  }
  return all
}
