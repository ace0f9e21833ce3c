import { encode } from 'uqr'
import type { Drawing } from '../platform/picture'

/** How wide a text is in a font (px). */
export type Measure = (text: string, font: string) => number

/** One stroke of the picture: a text on its baseline's middle, or a filled rectangle. */
export type Mark =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly font: string
      readonly colour: string
      readonly align: 'left' | 'center' | 'right'
    }
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: string
    }

export const paperWidth = 390
const margin = 24
const inner = paperWidth - 2 * margin
const labelWidth = 84
const codeSide = 112

/** Paper is dark on white in every mode of the program. */
const ink = { main: '#17262c', soft: '#4a5c64', accent: '#0b5d6b', line: '#c3ced3', paper: '#ffffff' } as const
const face = "'PingFang SC','HarmonyOS Sans SC','MiSans','Noto Sans CJK SC','Microsoft YaHei',sans-serif"
const fonts = {
  centre: `15px ${face}`,
  heading: `600 24px ${face}`,
  number: `600 21px ${face}`,
  strong: `600 15px ${face}`,
  text: `15px ${face}`,
  small: `13px ${face}`,
} as const
type Font = keyof typeof fonts
const lineHeights: Readonly<Record<Font, number>> = {
  centre: 22,
  heading: 36,
  number: 32,
  strong: 24,
  text: 23,
  small: 20,
}

/** A sheet filled from top to bottom: every line of text stays within the paper, however long the names are. */
export class Paper {
  readonly marks: Mark[] = []
  private y = margin

  constructor(private readonly measure: Measure) {}

  /** The paper's height as far as it is filled (px). */
  get height(): number {
    return this.y + margin
  }

  write(
    text: string,
    font: Font,
    place: {
      readonly x?: number
      readonly width?: number
      readonly tone?: 'main' | 'soft' | 'accent'
      readonly align?: 'left' | 'center'
    } = {},
  ): void {
    const { x = margin, width = inner, tone = 'main', align = 'left' } = place
    for (const line of wrapped(text, fonts[font], width, this.measure)) {
      this.put(line, font, align === 'center' ? paperWidth / 2 : x, tone, align)
      this.y += lineHeights[font]
    }
  }

  /** A line across the paper. */
  rule(): void {
    this.marks.push({ kind: 'box', x: margin, y: this.y + 9, width: inner, height: 1, colour: ink.line })
    this.y += 19
  }

  /** A name with its value beside it. */
  fact(label: string, value: string): void {
    this.put(label, 'text', margin, 'soft', 'left')
    this.write(value, 'text', { x: margin + labelWidth, width: inner - labelWidth })
    this.y += 3
  }

  /** A line of a list, with how many at its end. */
  counted(text: string, count: string): void {
    this.put(count, 'text', paperWidth - margin, 'main', 'right')
    this.write(text, 'text', { width: inner - this.measure(count, fonts.text) - 16 })
  }

  /** A code at the right edge, and what `beside` writes at its left. */
  code(text: string, beside: (width: number) => void): void {
    const top = this.y
    drawCode(this.marks, text, paperWidth - margin - codeSide, top)
    beside(inner - codeSide - 16)
    this.y = Math.max(this.y, top + codeSide)
  }

  /** An empty frame at the right edge, for the seal that is pressed on the printout. */
  seal(words: string): void {
    const [width, height, line] = [150, 96, 1]
    const [left, top] = [paperWidth - margin - width, this.y]
    const side = (x: number, y: number, w: number, h: number) =>
      this.marks.push({ kind: 'box', x, y, width: w, height: h, colour: ink.line })
    side(left, top, width, line)
    side(left, top + height - line, width, line)
    side(left, top, line, height)
    side(left + width - line, top, line, height)
    this.y = top + height - lineHeights.small - 4
    this.put(words, 'small', left + width / 2, 'soft', 'center')
    this.y = top + height
  }

  gap(pixels: number): void {
    this.y += pixels
  }

  private put(
    text: string,
    font: Font,
    x: number,
    tone: 'main' | 'soft' | 'accent',
    align: 'left' | 'center' | 'right',
  ): void {
    const y = this.y + lineHeights[font] / 2
    this.marks.push({ kind: 'text', text, x, y, font: fonts[font], colour: ink[tone], align })
  }
}

/** Draws a filled sheet of this height. */
export function drawMarks(drawing: Drawing, marks: readonly Mark[], height: number): void {
  drawing.fillStyle = ink.paper
  drawing.fillRect(0, 0, paperWidth, height)
  drawing.textBaseline = 'middle'
  for (const mark of marks) {
    drawing.fillStyle = mark.colour
    if (mark.kind === 'box') drawing.fillRect(mark.x, mark.y, mark.width, mark.height)
    else {
      drawing.font = mark.font
      drawing.textAlign = mark.align
      drawing.fillText(mark.text, mark.x, mark.y)
    }
  }
}

/** The code with its quiet zone inside the square; neighbouring modules of a row are one box, so that no seams show. */
function drawCode(marks: Mark[], text: string, left: number, top: number): void {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const module = codeSide / size
  data.forEach((row, line) => {
    let begin = 0
    while (begin < size) {
      if (row[begin] !== true) {
        begin += 1
        continue
      }
      let end = begin
      while (end < size && row[end] === true) end += 1
      marks.push({
        kind: 'box',
        x: left + begin * module,
        y: top + line * module,
        width: (end - begin) * module,
        height: module + 0.3,
        colour: ink.main,
      })
      begin = end
    }
  })
}

/** Characters that do not begin a line. */
const closing = /^[\uff0c\u3002\u3001\uff1b\uff1a\uff01\uff1f\uff09\u300b\u201d\u2019%,.;:!?)]$/

/** Text in lines no wider than `width`; a closing mark takes the character before it along. */
export function wrapped(text: string, font: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const letter of text) {
    if (line === '' || measure(line + letter, font) <= width) {
      line += letter
      continue
    }
    const letters = Array.from(line)
    const goesAlong = closing.test(letter) && letters.length > 1 ? (letters.pop() ?? '') : ''
    lines.push(letters.join(''))
    line = goesAlong + letter
  }
  return line === '' ? lines : [...lines, line]
}
