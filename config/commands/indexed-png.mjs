import { crc32, deflateSync } from 'node:zlib'

/**
 * A PNG of at most 16 colours, four bits a point: a third of what Chromium writes for a line drawing.
 * @param {Uint8ClampedArray | readonly number[]} points red, green, blue, alpha of each point, row by row; opaque.
 * @returns {Buffer}
 */
export function indexedPng(width, height, points) {
  const counts = new Map()
  for (let at = 0; at < points.length; at += 4) {
    const colour = (points[at] << 16) | (points[at + 1] << 8) | points[at + 2]
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = paletteOf(counts)
  const nearest = new Map([...counts.keys()].map((colour) => [colour, nearestIn(palette, colour)]))
  const rowLength = Math.ceil(width / 2) + 1
  const rows = Buffer.alloc(rowLength * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const index = nearest.get((points[at] << 16) | (points[at + 1] << 8) | points[at + 2])
      rows[y * rowLength + 1 + (x >> 1)] |= x % 2 === 0 ? index << 4 : index
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Sixteen of the colours: the most frequent one, then again and again the one that is farthest off, frequent ones first. */
function paletteOf(counts) {
  const colours = [...counts].sort(([, left], [, right]) => right - left)
  const palette = [colours[0][0]]
  while (palette.length < Math.min(16, colours.length)) {
    let best = [colours[0][0], -1]
    for (const [colour, count] of colours) {
      const gain = distance(palette[nearestIn(palette, colour)], colour) * Math.sqrt(count)
      if (gain > best[1]) best = [colour, gain]
    }
    palette.push(best[0])
  }
  return palette
}

const distance = (left, right) =>
  ((left >> 16) - (right >> 16)) ** 2 +
  (((left >> 8) & 255) - ((right >> 8) & 255)) ** 2 +
  ((left & 255) - (right & 255)) ** 2

function nearestIn(palette, colour) {
  let best = 0
  for (let index = 1; index < palette.length; index += 1) {
    if (distance(palette[index], colour) < distance(palette[best], colour)) best = index
  }
  return best
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
