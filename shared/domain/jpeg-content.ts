import { orientationOf, tiffWithOrientation, type Orientation } from './exif-orientation'
import { asciiAt, DamagedFile, joined, uint16At } from './file-bytes'

/** Markers of ISO/IEC 10918-1 annex B. */
const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
} as const
/** Tables and settings that draw the picture: quantisation, lines, restarts, hierarchy. */
const tables = new Set([0xdb, 0xdc, 0xdd, 0xde, 0xdf])

const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc
/** 0xc4 and 0xcc are code tables; 0xc8 is reserved. */
const drawsPicture = (code: number) => tables.has(code) || isFrame(code) || code === 0xc4 || code === 0xcc
/** Markers without a length: they stand in the coded data or at the ends only. */
const standsAlone = (code: number) => code <= 0x01 || (code >= 0xd0 && code <= 0xd9)

/**
 * A JPEG reduced to what draws the picture: tables, frames and scans, the JFIF header without its thumbnail, the colour
 * profile, Adobe's colour transform, and the orientation in a minimal EXIF. All other segments go, also between scans,
 * and everything behind the end of the image (phones hide second pictures and films there).
 * @throws DamagedFile when segments do not follow one another to the end of the image
 */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== marker.startOfImage) throw new DamagedFile('no start of image')
  const start = bytes.subarray(0, 2)
  const headers: Uint8Array[] = []
  const picture: Uint8Array[] = []
  let orientation: Orientation = 1
  let hasFrame = false
  let hasScan = false
  let place = 2
  for (;;) {
    const { code, at } = nextMarker(bytes, place)
    if (code === marker.endOfImage && hasScan) {
      const exif = orientation === 1 ? [] : [orientationSegment(orientation)]
      const [jfif, ...others] = headers
      const front = jfif !== undefined && jfif[1] === marker.app0 ? [jfif, ...exif, ...others] : [...exif, ...headers]
      return joined([start, ...front, ...picture, bytes.subarray(at, at + 2)])
    }
    if (standsAlone(code)) throw new DamagedFile(`marker ${code} out of place`)
    const end = at + 2 + uint16At(bytes, at + 2)
    if (end < at + 4 || end > bytes.length) throw new DamagedFile('segment runs over the end')
    const segment = bytes.subarray(at, end)
    place = end
    if (code === marker.startOfScan) {
      if (!hasFrame) throw new DamagedFile('scan before its frame')
      hasScan = true
      place = endOfCodedData(bytes, end)
      picture.push(bytes.subarray(at, place))
    } else if (drawsPicture(code)) {
      hasFrame ||= isFrame(code)
      picture.push(segment)
    } else if (!hasScan) {
      if (code === marker.app1 && orientation === 1) orientation = orientationIn(segment)
      const header = keptHeader(code, segment)
      // JFIF wants to be first whatever came before it, and once.
      if (header?.[1] !== marker.app0) headers.push(...(header === undefined ? [] : [header]))
      else if (headers[0]?.[1] !== marker.app0) headers.unshift(header)
    }
  }
}

/** The marker at a place; any number of 0xff may fill the space before it. */
function nextMarker(bytes: Uint8Array, place: number): { readonly code: number; readonly at: number } {
  if (bytes[place] !== 0xff) throw new DamagedFile(place < bytes.length ? 'segment expected' : 'no end of image')
  let at = place
  while (bytes[at + 1] === 0xff) at += 1
  const code = bytes[at + 1]
  if (code === undefined) throw new DamagedFile('no end of image')
  return { code, at }
}

/** Coded data ends at the first marker that is neither a stuffed zero nor a restart. */
function endOfCodedData(bytes: Uint8Array, start: number): number {
  let place = bytes.indexOf(0xff, start)
  while (place !== -1) {
    const next = bytes[place + 1]
    const belongs = next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7)
    if (next !== undefined && !belongs) return place
    place = bytes.indexOf(0xff, place + 1)
  }
  throw new DamagedFile('no end of image')
}

/** An application segment reduced to what the picture's colours need; undefined for all others. */
function keptHeader(code: number, segment: Uint8Array): Uint8Array | undefined {
  const says = (name: string) => asciiAt(segment, 4, name.length) === name
  if (code === marker.app0 && says('JFIF\0') && segment.length >= 18) {
    // Version, unit and densities stay; the thumbnail behind them is 0 by 0.
    return joined([new Uint8Array([0xff, marker.app0, 0, 16]), segment.subarray(4, 16), new Uint8Array(2)])
  }
  if (code === marker.app2 && says('ICC_PROFILE\0')) return segment
  if (code === marker.app14 && says('Adobe') && segment.length >= 16) {
    return joined([new Uint8Array([0xff, marker.app14, 0, 14]), segment.subarray(4, 16)])
  }
  return undefined
}

function orientationIn(segment: Uint8Array): Orientation {
  return asciiAt(segment, 4, 6) === 'Exif\0\0' ? orientationOf(segment.subarray(10)) : 1
}

function orientationSegment(orientation: Orientation): Uint8Array {
  const tiff = tiffWithOrientation(orientation)
  const length = 2 + 6 + tiff.length
  return joined([new Uint8Array([0xff, marker.app1, 0, length, 0x45, 0x78, 0x69, 0x66, 0, 0]), tiff])
}
