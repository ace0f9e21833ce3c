import { deflateSync } from 'node:zlib'

/**
 * The same PDF, smaller: Chromium sets Chinese in some fifty fonts and writes each as plain text. Here every object
 * without a stream goes into one compressed object stream, with a cross-reference stream (PDF 1.5, ISO 32000-1, 7.5.7
 * and 7.5.8). What would differ from one printing to the next, the maker and the time, is left out.
 * @param printed a PDF as Chromium prints it: one cross-reference table, no encryption.
 * @returns {Buffer}
 */
export function compactPdf(printed) {
  const text = printed.toString('latin1')
  const objects = objectsOf(text)
  const root = reference(text, 'Root')
  const info = reference(text, 'Info')
  const title = /\/Title <[0-9A-F]*>/.exec(objects.get(info))?.[0] ?? ''
  objects.set(info, `<<${title}>>`)

  const packedId = Math.max(...objects.keys()) + 1
  const tableId = packedId + 1
  const packed = [...objects].filter(([, body]) => !isStream(body))
  const parts = ['%PDF-1.5\n%\xe2\xe3\xcf\xd3\n']
  const places = new Map()
  const write = (id, body) => {
    places.set(id, [1, length(parts), 0])
    parts.push(`${id} 0 obj\n${body}\nendobj\n`)
  }
  for (const [id, body] of objects) if (isStream(body)) write(id, body)

  let offset = 0
  const offsets = packed.map(([id, body], index) => {
    places.set(id, [2, packedId, index])
    const entry = `${id} ${offset}`
    offset += body.length + 1
    return entry
  })
  const head = `${offsets.join(' ')}\n`
  const contents = head + packed.map(([, body]) => body).join('\n')
  write(packedId, streamOf(`/Type /ObjStm /N ${packed.length} /First ${head.length}`, contents))

  const start = length(parts)
  places.set(tableId, [1, start, 0])
  const table = Buffer.alloc((tableId + 1) * 7)
  for (const [id, [kind, place, index]] of places) {
    table.writeUInt8(kind, id * 7)
    table.writeUInt32BE(place, id * 7 + 1)
    table.writeUInt16BE(index, id * 7 + 5)
  }
  const trailer = `/Type /XRef /Size ${tableId + 1} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R`
  write(tableId, streamOf(trailer, table.toString('latin1')))
  parts.push(`startxref\n${start}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}

const length = (parts) => parts.reduce((sum, part) => sum + part.length, 0)
const isStream = (body) => /^<<[\s\S]*?>>\s*stream\r?\n/.test(body) && body.endsWith('endstream')

function reference(text, name) {
  return Number(new RegExp(`trailer[\\s\\S]*/${name} (\\d+) 0 R`).exec(text)[1])
}

function streamOf(entries, contents) {
  const deflated = deflateSync(Buffer.from(contents, 'latin1'), { level: 9 }).toString('latin1')
  return `<<${entries} /Filter /FlateDecode /Length ${deflated.length}>>\nstream\n${deflated}\nendstream`
}

/** The bodies of the objects by their number, found through the cross-reference table: bytes of a stream may say anything. */
function objectsOf(text) {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)[1])
  const starts = [...text.slice(table).matchAll(/^(\d{10}) \d{5} n/gm)]
    .map(([, place]) => Number(place))
    .sort((a, b) => a - b)
  return new Map(
    starts.map((start, index) => {
      const piece = text.slice(start, starts[index + 1] ?? table)
      const [opening, id] = /^(\d+) 0 obj\s*/.exec(piece)
      return [Number(id), piece.slice(opening.length, piece.lastIndexOf('endobj')).trimEnd()]
    }),
  )
}
