import { encode } from 'uqr'
import type { Drawing } from '../platform/picture'

/** Where on a picture something stands (px). */
export interface Square {
  readonly left: number
  readonly top: number
  readonly side: number
}

/** Modules of quiet ground around the code (ISO/IEC 18004). */
const quietZone = 4
/** A code is read by cameras: black on white in every display mode. */
const ground = '#ffffff'
const ink = '#000000'

/** Draws a text as a QR code; a quarter of it may be unreadable (level Q), as on a creased printout. */
export function drawCode(drawing: Drawing, text: string, { left, top, side }: Square): void {
  const { data } = encode(text, { ecc: 'Q', border: quietZone })
  const module = side / data.length
  drawing.fillStyle = ground
  drawing.fillRect(left, top, side, side)
  drawing.fillStyle = ink
  data.forEach((row, y) => {
    // Neighbours in one stroke: single modules leave hairlines where a side is no whole number of pixels.
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue
      const begin = x
      while (row[x + 1] === true) x += 1
      drawing.fillRect(left + begin * module, top + y * module, (x - begin + 1) * module, module + 0.3)
    }
  })
}
