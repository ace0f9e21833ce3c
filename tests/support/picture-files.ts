import { crc32, deflateSync } from 'node:zlib'

const ascii = (text: string) => Buffer.from(text, 'latin1')
const uint16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
const uint32 = (value: number) => Buffer.concat([uint16(value >>> 16), uint16(value & 0xffff)])

function segment(code: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, code]), uint16(data.length + 2), data])
}

/** A grey JPEG as a phone's camera writes it: with a note that says where it was taken. */
export function aJpeg({
  width = 8,
  height = 8,
  note = '',
}: { width?: number; height?: number; note?: string } = {}): Buffer {
  const tiff = [
    ascii('MM\0*'),
    uint32(8),
    uint16(1),
    uint16(0x010f),
    uint16(2),
    uint32(note.length),
    uint32(26),
    uint32(0),
    ascii(note),
  ]
  const frame = Buffer.concat([Buffer.from([8]), uint16(height), uint16(width), Buffer.from([1, 1, 0x11, 0])])
  const codes = (id: number) => segment(0xc4, Buffer.from([id, 1, ...Array<number>(15).fill(0), 0]))
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 2, 1, 0, 72, 0, 72, 0, 0])])),
    ...(note === '' ? [] : [segment(0xe1, Buffer.concat([ascii('Exif\0\0'), ...tiff])), segment(0xfe, ascii(note))]),
    segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    segment(0xc0, frame),
    codes(0x00),
    codes(0x10),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0b0011_1111, 0xff, 0xd9]),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), data])
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))])
}

/** A black PNG with a comment of its editor. */
export function aPng({
  width = 4,
  height = 4,
  note = '',
}: { width?: number; height?: number; note?: string } = {}): Buffer {
  const lines = Buffer.alloc(height * (1 + Math.ceil(width / 8)))
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([1, 0, 0, 0, 0])])),
    ...(note === '' ? [] : [chunk('tEXt', ascii(`Comment\0${note}`))]),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF of one empty page, filled up with spaces to a size. */
export function aPdf(bytes = 0): Buffer {
  const body =
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>'
  const file = `%PDF-1.7\n${body}\n`
  return ascii(`${file.padEnd(bytes - 6, ' ')}%%EOF\n`)
}
