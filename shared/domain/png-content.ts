import { asciiAt, DamagedFile, joined, uint32At } from './file-bytes'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Chunks a decoder cannot do without (PNG, third edition, 11.2). */
const critical = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** Chunks that say which colours are meant; every other one is a note: eXIf, tEXt, zTXt, iTXt, tIME, private ones. */
const colour = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'])
/** Length and type before a chunk's data, check sum behind it. */
const frame = { before: 8, behind: 4 } as const

/**
 * A PNG reduced to the chunks that draw the picture, without anything behind its end. Further frames of an animation go.
 * @throws DamagedFile when the chunks do not follow one another to the end, or a needed one is damaged
 */
export function pngWithoutMetadata(bytes: Uint8Array): Uint8Array {
  if (!signature.every((value, place) => bytes[place] === value)) throw new DamagedFile('no PNG signature')
  const kept = [bytes.subarray(0, signature.length)]
  let hasData = false
  for (let place = signature.length; place < bytes.length;) {
    const end = place + frame.before + uint32At(bytes, place) + frame.behind
    if (end > bytes.length) throw new DamagedFile('chunk runs over the end')
    const chunk = bytes.subarray(place, end)
    const type = asciiAt(chunk, 4, 4)
    if ((kept.length === 1) !== (type === 'IHDR')) throw new DamagedFile('header not at the beginning')
    if (critical.has(type)) {
      if (!isWhole(chunk)) throw new DamagedFile(`${type} is damaged`)
      kept.push(chunk)
    } else if (colour.has(type)) {
      // A damaged one is left out: the picture can be shown without.
      if (isWhole(chunk)) kept.push(chunk)
    } else if (/^[A-Z]/.test(type)) {
      throw new DamagedFile('unknown critical chunk')
    }
    hasData ||= type === 'IDAT'
    if (type === 'IEND') {
      if (!hasData) throw new DamagedFile('no picture data')
      return joined(kept)
    }
    place = end
  }
  throw new DamagedFile('no end of image')
}

/** CRC-32 of each byte value (ISO 3309, as PNG's annex D has it). */
const crcTable = Uint32Array.from({ length: 256 }, (_, value) => {
  let crc = value
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb8_8320 ^ (crc >>> 1) : crc >>> 1
  return crc
})

/** Whether a chunk's check sum, over type and data, is right. */
function isWhole(chunk: Uint8Array): boolean {
  const end = chunk.length - frame.behind
  let crc = 0xffff_ffff
  for (let place = 4; place < end; place += 1) crc = (crcTable[(crc ^ (chunk[place] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0 === uint32At(chunk, end)
}
