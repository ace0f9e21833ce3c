import { inflateSync } from 'node:zlib'

/** What a PDF of ours says, found again through the tables with which a viewer searches and copies its text. */
export interface ReadPdf {
  /** The text of each page, in the order it was written. */
  readonly pages: readonly string[]
  /** Width and height of each page in points. */
  readonly sizes: readonly (readonly [number, number])[]
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[]
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes))
  const find = (reference: string | undefined) => objects.get(Number(reference))
  const fonts = [...objects.values()].filter(
    ({ head }) => head.includes('/Type /Font\n') && head.includes('/ToUnicode'),
  )
  const toUnicode = new Map<string, string>()
  for (const { head } of fonts) {
    const table = find(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1])?.stream.toString('latin1') ?? ''
    for (const [glyph, text] of mappingsOf(table)) toUnicode.set(glyph, text)
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head))
  const descriptors = [...objects.values()].filter(({ head }) => head.includes('/Type /FontDescriptor'))
  return {
    pages: pages.map(({ head }) => {
      const content = find(/\/Contents (\d+) 0 R/.exec(head)?.[1])?.stream.toString('latin1') ?? ''
      return textOf(content, toUnicode)
    }),
    sizes: pages.map(({ head }) => {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? []
      return [Number(width), Number(height)] as const
    }),
    fonts: descriptors.map(({ head }) => ({
      name: /\/FontName \/(\S+)/.exec(head)?.[1] ?? '',
      isEmbedded: /\/FontFile[23]? \d+ 0 R/.test(head),
    })),
  }
}

interface PdfObject {
  readonly head: string
  readonly stream: Buffer
}

function objectsOf(bytes: Buffer): ReadonlyMap<number, PdfObject> {
  const text = bytes.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const found of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const from = found.index + found[0].length
    const length = /^<<[^]*?\/Length (\d+)\n[^]*?>>\nstream\n/.exec(text.slice(from, text.indexOf('endobj', from)))
    if (length === null) {
      objects.set(Number(found[1]), { head: text.slice(from, text.indexOf('endobj', from)), stream: Buffer.alloc(0) })
      continue
    }
    const at = from + length[0].length
    const raw = bytes.subarray(at, at + Number(length[1]))
    const isPacked = length[0].includes('/FlateDecode')
    objects.set(Number(found[1]), { head: length[0], stream: isPacked ? inflateSync(raw) : raw })
  }
  return objects
}

/** Glyph → text, from `beginbfchar` and `beginbfrange`. */
function mappingsOf(table: string): readonly (readonly [string, string])[] {
  const singles = [...table.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gim)].map(
    ([, glyph = '', text = '']) => [glyph, fromUtf16(text)] as const,
  )
  const ranges = [...table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)].flatMap(
    ([, first = '', texts = '']) =>
      [...texts.matchAll(/<([0-9a-f ]+)>/gi)].map(([, text = ''], place) => {
        const glyph = (parseInt(first, 16) + place).toString(16).padStart(4, '0')
        return [glyph, fromUtf16(text.replaceAll(' ', ''))] as const
      }),
  )
  return [...singles, ...ranges]
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

function textOf(content: string, toUnicode: ReadonlyMap<string, string>): string {
  return [...content.matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, run = '']) =>
      [...run.matchAll(/<([0-9a-f]+)>/gi)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => toUnicode.get(glyph) ?? '\uFFFD')
        .join(''),
    )
    .join('\n')
}
