import { asciiAt } from './file-bytes'

/** How a picture has to be turned to stand upright, as EXIF numbers it; 1 is upright already. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** EXIF 2.32: the tag of the orientation, one SHORT. */
const orientationTag = 0x0112
const shortType = 3
/** Entries looked at: a camera writes about twenty, a hostile file claims 65,535. */
const mostEntries = 200

/** The orientation in the first directory of a TIFF header (from `II` or `MM` on); 1 when there is none or it is broken. */
export function orientationOf(tiff: Uint8Array): Orientation {
  const order = asciiAt(tiff, 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = order === 'II'
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return 1
  const entries = Math.min(view.getUint16(directory, isLittle), mostEntries)
  for (let entry = 0; entry < entries; entry += 1) {
    const place = directory + 2 + entry * 12
    if (place + 12 > tiff.length) return 1
    if (view.getUint16(place, isLittle) !== orientationTag) continue
    const value = view.getUint16(place + 8, isLittle)
    return view.getUint16(place + 2, isLittle) === shortType && isOrientation(value) ? value : 1
  }
  return 1
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8
}

/** A TIFF header with one entry: how to turn the picture, and nothing else. */
export function tiffWithOrientation(orientation: Orientation): Uint8Array {
  return new Uint8Array([
    // 'MM', 42, the directory at 8; one entry: tag, SHORT, one value, the value; no further directory
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, orientationTag >> 8, orientationTag & 0xff, 0, shortType, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ])
}
