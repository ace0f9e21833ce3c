import { paperFont } from './paper-font'

/** Points of PDF in a millimetre. */
export const millimetre = 72 / 25.4
/** Stands for a character that the font lacks; it is written in by hand. */
const unwritable = '〓'

export type Sheet = PDFKit.PDFDocument

/** A paper that is ready: its bytes, and how many pages it has. */
export interface FinishedPaper {
  readonly bytes: Uint8Array
  readonly pages: number
}

export interface WritablePaper {
  readonly sheet: Sheet
  /** The text as the font can write it: what it lacks becomes 〓. */
  readonly writable: (text: string) => string
  /** The code points of what the font lacks in these texts, such as `U+20BB7`. */
  readonly missing: (texts: readonly string[]) => readonly string[]
}

/**
 * Draws a PDF with the Chinese font embedded, as far as it is used. The library is loaded with the first paper: other
 * calls of the function need not wait for it.
 * @param size width and height in points
 * @param now when it is made (ms), for the file's own date
 */
export async function drawPaper(
  { title, size, now }: { readonly title: string; readonly size: readonly [number, number]; readonly now: number },
  draw: (paper: WritablePaper) => void,
): Promise<FinishedPaper> {
  const [{ default: PDFDocument }, font] = await Promise.all([import('pdfkit'), paperFont()])
  const sheet = new PDFDocument({
    size: [...size],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    // The font itself, not its file's name: the library's own default is none of ours.
    font: font as unknown as string,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Creator: 'guilin-zhengwu', CreationDate: new Date(now) },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk))
    sheet.on('end', resolve)
    sheet.on('error', reject)
  })
  const isWritable = glyphsOf(sheet)
  draw({
    sheet,
    writable: (text) => Array.from(text, (character) => (isWritable(character) ? character : unwritable)).join(''),
    missing: (texts) => [
      ...new Set(
        texts
          .flatMap((text) => Array.from(text))
          .filter((character) => !isWritable(character))
          .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`),
      ),
    ],
  })
  const pages = sheet.bufferedPageRange().count
  sheet.end()
  await ended
  return { bytes: Buffer.concat(chunks), pages }
}

/** Asks the embedded font; the library has it, but does not declare it. */
function glyphsOf(sheet: Sheet): (character: string) => boolean {
  const { _font } = sheet as unknown as {
    readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
  }
  return (character) => _font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

/**
 * Writes a text in a box, in the largest of `sizes` (points) that fits; in the smallest it is cut with an ellipsis.
 * @param isMiddle centred between the box's upper and lower edge
 */
export function writeInBox(
  sheet: Sheet,
  text: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  sizes: readonly number[],
  isMiddle = false,
): void {
  const size = sizes.find((each) => heightOf(sheet, text, box.width, each) <= box.height) ?? sizes.at(-1) ?? 8
  const spare = Math.max(0, box.height - heightOf(sheet, text, box.width, size))
  const { width, height } = box
  const y = box.y + (isMiddle ? spare / 2 : 0) - riseOf(size)
  sheet.fontSize(size).text(text, box.x, y, { width, height: height + size, lineGap: gapOf(size), ellipsis: true })
}

/** The font's lines are 1.45 of its size apart, and its letters sit low in them. */
const gapOf = (size: number) => -0.15 * size
const riseOf = (size: number) => 0.1 * size

function heightOf(sheet: Sheet, text: string, width: number, size: number): number {
  return sheet.fontSize(size).heightOfString(text, { width, lineGap: gapOf(size) })
}
