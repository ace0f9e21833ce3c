import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Pixels of one module of the code, and modules of quiet zone around it (ISO/IEC 18004: 4). */
const MODULE = 8
const QUIET_ZONE = 4

/** A QR code with a text as a black and white PNG. */
export function qrCodePng(text: string): Buffer {
  const { data } = encode(text, { border: QUIET_ZONE, ecc: 'M' })
  const side = data.length * MODULE
  const lines = data.map((modules) => {
    const line = Buffer.alloc(1 + Math.ceil(side / 8))
    modules.forEach((dark, place) => {
      if (dark) return
      // One bit a pixel, 1 = white; a module is 8 pixels, so a byte.
      line[1 + place] = 0xff
    })
    return Buffer.concat(Array.from({ length: MODULE }, () => line))
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
