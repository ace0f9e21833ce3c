import type { FileKind } from './item'

/** A file whose structure is not what its type says. */
export class DamagedFile extends Error {}

/** Largest picture taken in, in pixels of one side and in all: beyond it a small file can hide a huge bitmap. */
export const pictureLimits = { side: 12_000, pixels: 60_000_000 } as const

/**
 * The bytes without what a camera or editor wrote about the person: position, device, time, thumbnails, comments and
 * anything hidden behind the end. The picture itself is not encoded again; a JPEG keeps its orientation.
 * @throws DamagedFile when the structure is broken
 */
export function withoutMetadata(kind: FileKind, bytes: Uint8Array): Uint8Array {
  switch (kind) {
    case 'jpeg':
      return jpegWithoutMetadata(bytes)
    case 'png':
      return pngWithoutMetadata(bytes)
    case 'pdf':
      return bytes
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) {
    all.set(part, place)
    place += part.length
  }
  return all
}

const asciiAt = (bytes: Uint8Array, place: number, length: number) => String.fromCharCode(...bytes.subarray(place, place + length))
const uint16 = (bytes: Uint8Array, place: number) => ((bytes[place] ?? 0) << 8) | (bytes[place + 1] ?? 0)
const uint32 = (bytes: Uint8Array, place: number) => uint16(bytes, place) * 65_536 + uint16(bytes, place + 2)

/** JPEG (ISO/IEC 10918-1): segments up to the scan data. APP0 and an ICC profile in APP2 stay, with the coding tables. */
function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new DamagedFile('no start of image')
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let place = 2
  while (place + 4 <= bytes.length) {
    if (bytes[place] !== 0xff) throw new DamagedFile('segment expected')
    const marker = bytes[place + 1] ?? 0
    if (marker === 0xff) {
      place += 1
      continue
    }
    const length = uint16(bytes, place + 2)
    const end = place + 2 + length
    if (length < 2 || end > bytes.length) throw new DamagedFile('segment runs over the end')
    const segment = bytes.subarray(place, end)
    if (marker === 0xe1 && asciiAt(segment, 4, 4) === 'Exif') orientation = orientationOf(segment.subarray(10))
    if (marker === 0xda) {
      if (orientation !== 1) kept.splice(1, 0, orientationSegment(orientation))
      kept.push(...scansFrom(bytes, place))
      return joined(kept)
    }
    const isIcc = marker === 0xe2 && asciiAt(segment, 4, 11) === 'ICC_PROFILE'
    const isNotes = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee && !isIcc) || marker === 0xfe
    if (!isNotes) kept.push(segment)
    place = end
  }
  throw new DamagedFile('no picture data')
}

/** The scans with their data up to the end of image, without what hides behind it or stands between scans. */
function scansFrom(bytes: Uint8Array, start: number): Uint8Array[] {
  const parts: Uint8Array[] = []
  let place = start
  while (place + 2 <= bytes.length) {
    const marker = bytes[place + 1] ?? 0
    if (marker === 0xd9) {
      parts.push(bytes.subarray(place, place + 2))
      return parts
    }
    const segmentEnd = place + 2 + uint16(bytes, place + 2)
    if (segmentEnd > bytes.length || segmentEnd <= place + 2) throw new DamagedFile('scan runs over the end')
    const dataEnd = marker === 0xda ? endOfScan(bytes, segmentEnd) : segmentEnd
    if (marker < 0xe0 || marker > 0xfe) parts.push(bytes.subarray(place, dataEnd))
    place = dataEnd
  }
  throw new DamagedFile('no end of image')
}

function endOfScan(bytes: Uint8Array, start: number): number {
  for (let place = start; place + 1 < bytes.length; place += 1) {
    if (bytes[place] !== 0xff) continue
    const next = bytes[place + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return place
  }
  throw new DamagedFile('no end of image')
}

/** EXIF tag 0x0112 of the first directory; 1 (upright) when there is none or it is broken. */
function orientationOf(tiff: Uint8Array): number {
  const little = asciiAt(tiff, 0, 2) === 'II'
  const short = (place: number) => (little ? (tiff[place] ?? 0) | ((tiff[place + 1] ?? 0) << 8) : uint16(tiff, place))
  const long = (place: number) => (little ? short(place) + short(place + 2) * 65_536 : uint32(tiff, place))
  const directory = long(4)
  const count = Math.min(short(directory), 200)
  for (let entry = 0; entry < count; entry += 1) {
    const place = directory + 2 + entry * 12
    if (short(place) === 0x0112) {
      const value = short(place + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
  }
  return 1
}

/** A minimal EXIF segment that says how to turn the picture, and nothing else. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const length = exif.length + tiff.length + 2
  return new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff, ...exif, ...tiff])
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Chunks that draw the picture (PNG specification); all others are notes. */
const drawnChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'])

function pngWithoutMetadata(bytes: Uint8Array): Uint8Array {
  if (!pngSignature.every((value, place) => bytes[place] === value)) throw new DamagedFile('no PNG signature')
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let place = 8
  while (place + 12 <= bytes.length) {
    const end = place + 12 + uint32(bytes, place)
    if (end > bytes.length) throw new DamagedFile('chunk runs over the end')
    const type = asciiAt(bytes, place + 4, 4)
    if (drawnChunks.has(type)) kept.push(bytes.subarray(place, end))
    if (type === 'IEND') return joined(kept)
    place = end
  }
  throw new DamagedFile('no end of image')
}
