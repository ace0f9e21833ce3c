import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { code128 } from './code-128'
import { makeReceiptNumber } from './receipt-number'

beforeAll(() => {
  const program = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = program.buffer.slice(program.byteOffset, program.byteOffset + program.byteLength)
  prepareZXingModule({ overrides: { wasmBinary: wasmBinary } })
})

/** What a reader reads from the bars, drawn three pixels a module with quiet zones. */
async function read(widths: readonly number[]): Promise<readonly string[]> {
  const [scale, quiet, height] = [3, 10, 40]
  const line = widths.flatMap((width, place) => Array.from({ length: width }, () => place % 2 === 0))
  const modules = [
    ...Array.from({ length: quiet }, () => false),
    ...line,
    ...Array.from({ length: quiet }, () => false),
  ]
  const width = modules.length * scale
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let x = 0; x < width; x += 1) {
    if (modules[Math.floor(x / scale)] !== true) continue
    for (let y = 0; y < height; y += 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  }
  const found = await readBarcodes({ width, height, data, colorSpace: 'srgb' }, { formats: ['Code128'] })
  return found.map(({ text }) => text)
}

describe('a Code 128 barcode', () => {
  it('is read as the text it was made from, whatever it mixes', async () => {
    const texts = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789GLEBCN-/ ~a')),
      minLength: 2,
      maxLength: 24,
    })
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await read(code128(text))).toEqual([text])
      }),
      { numRuns: 60 },
    )
  })

  it('of a receipt number is narrow enough for a label: digits go in pairs', async () => {
    const number = makeReceiptNumber('2026-11-24', '48217730')
    const widths = code128(number)
    expect(widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(180)
    expect(await read(widths)).toEqual([number])
  })

  it.each(['', '编号', 'a\n'])('is not made of %j, which it cannot write', (text) => {
    expect(() => code128(text)).toThrow(RangeError)
  })
})
