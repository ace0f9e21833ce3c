import type { RatedWindow } from '@shared/contracts/surveys'
import { drawCode } from '../../../components/draw-code'
import { drawPicture } from '../../../platform/draw-picture'
import { pictureScale, printScale, type Drawing } from '../../../platform/picture'
import { cardWords as words } from '../copy'

/** The shape of an A5 sheet (148 × 210 mm); everything keeps well inside what printers leave white. */
export const card = { width: 592, height: 840 } as const
const centre = card.width / 2
const codeSide = 320
const codeTop = 236

/** Paper is dark on white whatever the program's display mode. */
const palette = { ground: '#ffffff', band: '#0b5d6b', onBand: '#ffffff', ink: '#17262c', soft: '#4a5c64' } as const
const face = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

/** The card of a window as a picture (`data:` URL), for the screen or sharp enough for paper. */
export function drawCard(window: RatedWindow, link: string, use: 'screen' | 'print'): string {
  return drawPicture(
    card.width,
    card.height,
    (drawing) => fill(drawing, window, link),
    use === 'print' ? printScale : pictureScale,
  )
}

function fill(drawing: Drawing, { name, department, window }: RatedWindow, link: string): void {
  drawing.fillStyle = palette.ground
  drawing.fillRect(0, 0, card.width, card.height)
  drawing.fillStyle = palette.band
  drawing.fillRect(0, 0, card.width, 132)
  drawing.textAlign = 'center'
  drawing.textBaseline = 'middle'
  write(drawing, words.head, 66, 46, palette.onBand, true)
  write(drawing, name, 172, 32, palette.ink, true)
  write(drawing, department, 212, 20, palette.soft)
  drawCode(drawing, link, { left: centre - codeSide / 2, top: codeTop, side: codeSide })
  write(drawing, words.lead, 592, 26, palette.ink, true)
  words.steps.forEach((step, place) =>
    write(drawing, `${String(place + 1)}. ${step}`, 636 + place * 32, 20, palette.ink),
  )
  write(drawing, words.promise, 752, 18, palette.soft)
  write(drawing, `${words.centre} · ${window}`, 788, 18, palette.soft)
}

/** A line in the middle, smaller where it would not fit. */
function write(drawing: Drawing, text: string, y: number, size: number, colour: string, isBold = false): void {
  const fontOf = (px: number) => `${isBold ? 'bold ' : ''}${String(px)}px ${face}`
  drawing.font = fontOf(size)
  const room = card.width - 64
  const width = drawing.measureText(text).width
  if (width > room) drawing.font = fontOf(Math.floor((size * room) / width))
  drawing.fillStyle = colour
  drawing.fillText(text, centre, y)
}
