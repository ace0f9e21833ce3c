import type { ReaderOptions } from 'zxing-wasm/reader'
import type { CodeKind } from './code-kinds'

/** Newer than the compiler's list of what browsers have. */
interface BrowserReader {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
interface BrowserReaderKind {
  new (options: { readonly formats: readonly string[] }): BrowserReader
  getSupportedFormats(): Promise<readonly string[]>
}

/** By the browser's names, and by the library's. */
const formatsOf: Readonly<
  Record<CodeKind, { readonly browser: readonly string[]; readonly library: ReaderOptions['formats'] }>
> = {
  'qr-code': { browser: ['qr_code'], library: ['QRCode'] },
  waybill: { browser: ['code_128', 'code_39'], library: ['Code128', 'Code39'] },
}

/** The text of the code on a picture: by the browser itself where it can, else by the library. */
export async function readCode(picture: ImageBitmap, kind: CodeKind): Promise<string | undefined> {
  return (await readByBrowser(picture, kind)) ?? readByLibrary(picture, kind)
}

async function readByBrowser(picture: ImageBitmap, kind: CodeKind): Promise<string | undefined> {
  const Reader = (window as unknown as { readonly BarcodeDetector?: BrowserReaderKind }).BarcodeDetector
  if (Reader === undefined) return undefined
  try {
    const known = await Reader.getSupportedFormats()
    const formats = formatsOf[kind].browser.filter((format) => known.includes(format))
    if (formats.length === 0) return undefined
    const [found] = await new Reader({ formats }).detect(picture)
    return found?.rawValue
  } catch {
    // Some browsers have the reader by name only; then the library reads.
    return undefined
  }
}

/** The longest side that is read (px): finer than any code held up to a camera, and little enough for an old phone. */
const longestSide = 2000

/** Loaded when the first code is read, never with a page. */
async function readByLibrary(picture: ImageBitmap, kind: CodeKind): Promise<string | undefined> {
  const { prepareZXingModule, readBarcodes } = await import(/* webpackChunkName: "code-reader" */ 'zxing-wasm/reader')
  const program = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href
  // Left to itself the library fetches its program from another site.
  prepareZXingModule({ overrides: { locateFile: () => program } })
  const [found] = await readBarcodes(pixelsOf(picture), {
    formats: formatsOf[kind].library ?? [],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  })
  return found?.isValid === true ? found.text : undefined
}

function pixelsOf(picture: ImageBitmap): ImageData {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const drawing = canvas.getContext('2d')
  if (drawing === null) throw new Error('this browser has no canvas')
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return drawing.getImageData(0, 0, canvas.width, canvas.height)
}
