import { encode } from 'uqr'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import type { Drawing } from '../../../platform/picture'
import type { Slip } from '../kept-slips'
import { copy } from './copy'

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

export const slipWidth = 390
const margin = 24
const inner = slipWidth - 2 * margin
const labelWidth = 84
const codeSide = 112

/** A slip is paper, in every mode of the program: dark on white. */
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

/**
 * Lays a slip out from top to bottom: every line of text within the paper, however long the names are.
 * @param scan what the code at its end holds
 */
export function layOutSlip(
  slip: Slip,
  scan: { readonly text: string; readonly caption: string },
  measure: Measure,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = []
  let y = margin
  const write = (
    text: string,
    font: Font,
    place: { x?: number; width?: number; colour?: string; align?: 'left' | 'center' } = {},
  ) => {
    const { x = margin, width = inner, colour = ink.main, align = 'left' } = place
    for (const line of wrapped(text, fonts[font], width, measure)) {
      const at = align === 'center' ? slipWidth / 2 : x
      marks.push({ kind: 'text', text: line, x: at, y: y + lineHeights[font] / 2, font: fonts[font], colour, align })
      y += lineHeights[font]
    }
  }
  const rule = () => {
    marks.push({ kind: 'box', x: margin, y: y + 9, width: inner, height: 1, colour: ink.line })
    y += 19
  }
  const fact = (label: string, value: string) => {
    marks.push({
      kind: 'text',
      text: label,
      x: margin,
      y: y + lineHeights.text / 2,
      font: fonts.text,
      colour: ink.soft,
      align: 'left',
    })
    write(value, 'text', { x: margin + labelWidth, width: inner - labelWidth })
    y += 3
  }

  write(slip.centreName, 'centre', { align: 'center', colour: ink.soft })
  write(copy.slip.heading, 'heading', { align: 'center', colour: ink.accent })
  rule()
  write(copy.slip.receiptNumber, 'small', { align: 'center', colour: ink.soft })
  write(formatReceiptNumber(slip.receiptNumber), 'number', { align: 'center' })
  rule()
  fact(copy.slip.item, slip.itemName)
  fact(copy.slip.department, slip.department)
  fact(copy.slip.channel, slip.channel)
  fact(copy.slip.applicant, slip.applicant)
  fact(copy.slip.submittedAt, formatDateTime(slip.submittedAt))
  if (slip.promise !== undefined)
    fact(copy.slip.promise, copy.slip.promiseBefore(formatDate(slip.promise.dueOn), slip.promise.provisional))
  rule()
  write(slip.materials.length === 0 ? copy.slip.noMaterials : copy.slip.materials(slip.materials.length), 'strong')
  slip.materials.forEach(({ name, files }, place) => {
    const count = copy.slip.files(files)
    marks.push({
      kind: 'text',
      text: count,
      x: slipWidth - margin,
      y: y + lineHeights.text / 2,
      font: fonts.text,
      colour: ink.main,
      align: 'right',
    })
    write(`${place + 1}. ${name}`, 'text', { width: inner - measure(count, fonts.text) - 16 })
  })
  rule()
  write(copy.slip.next, 'strong')
  slip.next.forEach((sentence, place) => write(`${place + 1}. ${sentence}`, 'text'))
  rule()

  const codeTop = y
  drawCode(marks, scan.text, slipWidth - margin - codeSide, codeTop)
  const beside = inner - codeSide - 16
  write(scan.caption, 'strong', { width: beside })
  y += 4
  write(copy.slip.legal, 'small', { width: beside, colour: ink.soft })
  write(copy.slip.phone(slip.consultPhone), 'small', { width: beside, colour: ink.soft })
  return { marks, height: Math.max(y, codeTop + codeSide) + margin }
}

export function drawMarks(drawing: Drawing, marks: readonly Mark[], height: number): void {
  drawing.fillStyle = ink.paper
  drawing.fillRect(0, 0, slipWidth, height)
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
const closing = /^[,。、;:!?)》”’%,.;:!?)]$/

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
