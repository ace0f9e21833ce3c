import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { imageSize } from 'image-size'
import { tiffWithOrientation } from './exif-orientation'
import { DamagedFile, withoutMetadata } from './file-content'

const secret = 'SECRET-25.2736N-110.2900E'
const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0))
const bytes = (...parts: (readonly number[] | Uint8Array)[]) => new Uint8Array(parts.flatMap((part) => [...part]))
const isHidden = (file: Uint8Array) => !Buffer.from(file).includes('SECRET')

// --- A JPEG written by hand: 8 × 8 grey pixels, one table of each kind, one block.
const segment = (code: number, data: readonly number[] | Uint8Array) =>
  bytes([0xff, code, (data.length + 2) >> 8, (data.length + 2) & 0xff], data)
const soi = [0xff, 0xd8]
const eoi = [0xff, 0xd9]
const jfif = (thumbnail: readonly number[] = []) =>
  segment(0xe0, [
    ...ascii('JFIF\0'),
    1,
    2,
    1,
    0,
    72,
    0,
    72,
    thumbnail.length / 3,
    thumbnail.length === 0 ? 0 : 1,
    ...thumbnail,
  ])
const quantisation = segment(0xdb, [0, ...Array<number>(64).fill(1)])
const frame = segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
/** One code of one bit for the one symbol 0: no difference, end of block. */
const codes = (id: number) => segment(0xc4, [id, 1, ...Array<number>(15).fill(0), 0])
const scan = bytes(segment(0xda, [1, 1, 0, 0, 63, 0]), [0b0011_1111])
const colourProfile = segment(0xe2, [...ascii('ICC_PROFILE\0'), 1, 1, ...ascii('a profile')])
const adobe = segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1])
const picture = bytes(quantisation, frame, codes(0x00), codes(0x10), scan)
const plainJpeg = bytes(soi, jfif(), picture, eoi)

/** EXIF as a phone writes it: orientation among others, a place, in either byte order. */
function cameraExif(orientation: number, isLittle: boolean, type = 3): Uint8Array {
  const two = (value: number) => (isLittle ? [value & 0xff, value >> 8] : [value >> 8, value & 0xff])
  const four = (value: number) =>
    isLittle ? [...two(value & 0xffff), ...two(value >> 16)] : [...two(value >> 16), ...two(value & 0xffff)]
  const maker = [...two(0x010f), ...two(2), ...four(secret.length), ...four(8 + 2 + 24 + 4)]
  const turn = [...two(0x0112), ...two(type), ...four(1), ...two(orientation), ...two(0)]
  const tiff = [
    ...ascii(isLittle ? 'II' : 'MM'),
    ...two(42),
    ...four(8),
    ...two(2),
    ...maker,
    ...turn,
    ...four(0),
    ...ascii(secret),
  ]
  return segment(0xe1, [...ascii('Exif\0\0'), ...tiff])
}

const notes = [
  segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
  segment(0xed, ascii(`Photoshop 3.0\0${secret}`)),
  segment(0xfe, ascii(secret)),
  segment(0xe2, ascii(`MPF\0${secret}`)),
  segment(0xe0, ascii(`JFXX\0\u0010${secret}`)),
  segment(0xe5, ascii(secret)),
  segment(0xf3, ascii(secret)),
]

describe('a JPEG', () => {
  it('without notes comes back byte for byte', () => {
    expect(withoutMetadata('jpeg', plainJpeg)).toEqual(plainJpeg)
    const coloured = bytes(soi, jfif(), colourProfile, adobe, picture, eoi)
    expect(withoutMetadata('jpeg', coloured)).toEqual(coloured)
  })

  it('loses every kind of note, before the picture and between its scans', () => {
    const file = bytes(soi, jfif(), ...notes, picture, ...notes, codes(0x11), scan, ...notes, eoi)
    expect(isHidden(file)).toBe(false)
    expect(withoutMetadata('jpeg', file)).toEqual(bytes(soi, jfif(), picture, codes(0x11), scan, eoi))
  })

  it('loses the thumbnail of its JFIF header and what an Adobe header carries besides', () => {
    const thumbnail = ascii(secret.padEnd(27, '.'))
    const wordy = segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1, ...ascii(secret)])
    expect(withoutMetadata('jpeg', bytes(soi, jfif(thumbnail), wordy, picture, eoi))).toEqual(
      bytes(soi, jfif(), adobe, picture, eoi),
    )
  })

  it('loses everything behind its end: a second picture, a film, a message', () => {
    expect(withoutMetadata('jpeg', bytes(plainJpeg, ascii(secret), plainJpeg))).toEqual(plainJpeg)
  })

  it('keeps how it has to be turned, in either byte order, and nothing else of its EXIF', () => {
    for (const isLittle of [true, false]) {
      for (let orientation = 1; orientation <= 8; orientation += 1) {
        const clean = withoutMetadata('jpeg', bytes(soi, cameraExif(orientation, isLittle), jfif(), picture, eoi))
        expect(isHidden(clean)).toBe(true)
        expect(imageSize(clean)).toMatchObject({ width: 8, height: 8 })
        expect(imageSize(clean).orientation ?? 1).toBe(orientation)
        if (orientation === 1) expect(clean).toEqual(plainJpeg)
      }
    }
  })

  it('writes the orientation as EXIF is read elsewhere, behind the JFIF header', () => {
    const clean = withoutMetadata('jpeg', bytes(soi, cameraExif(6, true), jfif(), colourProfile, picture, eoi))
    const exif = segment(0xe1, [...ascii('Exif\0\0'), ...tiffWithOrientation(6)])
    expect(clean).toEqual(bytes(soi, jfif(), exif, colourProfile, picture, eoi))
  })

  it('stands upright when its orientation makes no sense', () => {
    for (const exif of [
      cameraExif(0, true),
      cameraExif(9, false),
      cameraExif(6, true, 4),
      segment(0xe1, ascii('Exif\0\0')),
      segment(0xe1, ascii('Exif\0\0XX')),
      segment(0xe1, [...ascii('Exif\0\0MM'), 0, 42, 0xff, 0xff, 0xff, 0xff, 0, 0]),
      segment(0xe1, [...ascii('Exif\0\0II'), 42, 0, 8, 0, 0, 0, 0xff, 0xff]),
    ]) {
      expect(withoutMetadata('jpeg', bytes(soi, exif, jfif(), picture, eoi))).toEqual(plainJpeg)
    }
  })

  it('may fill the space before markers, restart in its data and stuff zeros into it', () => {
    const data = [0x12, 0xff, 0x00, 0xff, 0xd0, 0x34, 0xff, 0xd7]
    const file = bytes(
      soi,
      [0xff, 0xff],
      jfif(),
      [0xff],
      quantisation,
      frame,
      codes(0),
      codes(0x10),
      scan,
      data,
      [0xff, 0xff],
      eoi,
    )
    const clean = withoutMetadata('jpeg', file)
    expect(clean).toEqual(bytes(soi, jfif(), picture, data, [0xff, 0xff], eoi))
    expect(withoutMetadata('jpeg', clean)).toEqual(clean)
  })

  it.each([
    ['nothing at all', bytes()],
    ['another type', bytes(ascii('GIF89a'))],
    ['no picture', bytes(soi, eoi)],
    ['a scan without its frame', bytes(soi, jfif(), scan, eoi)],
    ['a segment longer than the file', bytes(soi, [0xff, 0xe1, 0xff, 0xff, 1, 2, 3])],
    ['a segment shorter than its own length', bytes(soi, [0xff, 0xe1, 0, 1], picture, eoi)],
    ['bytes between segments', bytes(soi, jfif(), [0], picture, eoi)],
    ['a start of image in the middle', bytes(soi, soi, picture, eoi)],
    ['a restart before any data', bytes(soi, [0xff, 0xd0], picture, eoi)],
    ['no end', bytes(soi, jfif(), picture)],
    ['only fill bytes to the end', bytes(soi, Array<number>(1000).fill(0xff))],
  ])('that is %s is refused', (_, file) => {
    expect(() => withoutMetadata('jpeg', file)).toThrow(DamagedFile)
  })
})

// --- A PNG written by hand: 2 × 2 grey pixels.
function crc32(data: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0)
  }
  return ~crc >>> 0
}
const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
const chunk = (type: string, data: readonly number[] | Uint8Array = []) =>
  bytes(uint32(data.length), ascii(type), data, uint32(crc32(bytes(ascii(type), data))))
const damagedChunk = (type: string, data: readonly number[] = []) => {
  const whole = chunk(type, data)
  whole[whole.length - 1]! ^= 1
  return whole
}
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const header = chunk('IHDR', [...uint32(2), ...uint32(2), 8, 0, 0, 0, 0])
const pixels = deflateSync(Buffer.from([0, 10, 20, 0, 30, 40]))
const data = chunk('IDAT', pixels)
const end = chunk('IEND')
const plainPng = bytes(signature, header, data, end)

describe('a PNG', () => {
  it('without notes comes back byte for byte, its colours with it', () => {
    const coloured = bytes(
      signature,
      header,
      chunk('sRGB', [0]),
      chunk('gAMA', uint32(45455)),
      chunk('tRNS', [0, 0]),
      data,
      end,
    )
    expect(withoutMetadata('png', plainPng)).toEqual(plainPng)
    expect(withoutMetadata('png', coloured)).toEqual(coloured)
    expect(imageSize(withoutMetadata('png', coloured))).toMatchObject({ width: 2, height: 2 })
  })

  it('loses every kind of note, and what is behind its end', () => {
    const texts = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt', 'acTL', 'fdAT'].map((type) =>
      chunk(type, ascii(secret)),
    )
    const file = bytes(signature, header, ...texts, data, ...texts, end, ascii(secret))
    expect(isHidden(file)).toBe(false)
    expect(withoutMetadata('png', file)).toEqual(plainPng)
  })

  it('keeps its picture data as it was, in as many chunks as it came', () => {
    const [first, rest] = [pixels.subarray(0, 5), pixels.subarray(5)]
    const clean = withoutMetadata('png', bytes(signature, header, chunk('IDAT', first), chunk('IDAT', rest), end))
    const at = (place: number, length: number) => clean.subarray(place, place + length)
    const start = signature.length + header.length + 8
    const joinedData = bytes(at(start, 5), at(start + 5 + 12, rest.length))
    expect([...inflateSync(joinedData)]).toEqual([0, 10, 20, 0, 30, 40])
  })

  it('loses a damaged colour chunk, without which it can still be shown', () => {
    expect(withoutMetadata('png', bytes(signature, header, damagedChunk('gAMA', uint32(1)), data, end))).toEqual(
      plainPng,
    )
  })

  it.each([
    ['nothing at all', bytes()],
    ['only a signature', bytes(signature)],
    ['without a header', bytes(signature, data, end)],
    ['with its header twice', bytes(signature, header, header, data, end)],
    ['with a note before its header', bytes(signature, chunk('tEXt', ascii('a')), header, data, end)],
    ['without a picture', bytes(signature, header, end)],
    ['without an end', bytes(signature, header, data)],
    ['cut off in a chunk', plainPng.subarray(0, plainPng.length - 3)],
    ['damaged in its picture', bytes(signature, header, damagedChunk('IDAT', [1, 2]), end)],
    ['of a later kind that cannot be shown', bytes(signature, header, chunk('ABCD'), data, end)],
    ['with a chunk of four gigabytes', bytes(signature, header, [0xff, 0xff, 0xff, 0xff], ascii('IDAT'))],
  ])('that is %s is refused', (_, file) => {
    expect(() => withoutMetadata('png', file)).toThrow(DamagedFile)
  })
})

describe('whatever is sent', () => {
  const aKind = fc.constantFrom<'jpeg' | 'png'>('jpeg', 'png')
  const fullJpeg = bytes(
    soi,
    cameraExif(6, true),
    jfif(),
    ...notes,
    colourProfile,
    picture,
    ...notes,
    codes(0x11),
    scan,
    eoi,
    ascii(secret),
  )
  const fullPng = bytes(signature, header, chunk('tEXt', ascii(secret)), chunk('sRGB', [0]), data, end, ascii(secret))
  const exifAdded = 36

  /** Cleaned, or refused by name; never another error. */
  const cleanedOrRefused = (kind: 'jpeg' | 'png', file: Uint8Array): Uint8Array | undefined => {
    try {
      return withoutMetadata(kind, file)
    } catch (error) {
      expect(error).toBeInstanceOf(DamagedFile)
      return undefined
    }
  }
  const expectClean = (kind: 'jpeg' | 'png', file: Uint8Array) => {
    const clean = cleanedOrRefused(kind, file)
    if (clean === undefined) return
    expect(clean.length).toBeLessThanOrEqual(file.length + exifAdded)
    expect(withoutMetadata(kind, clean)).toEqual(clean)
  }

  it('is cleaned so that cleaning again changes nothing, or refused', () => {
    const start = { jpeg: soi, png: bytes(signature, header) }
    fc.assert(
      fc.property(aKind, fc.uint8Array({ maxLength: 300 }), fc.boolean(), (kind, random, hasStart) =>
        expectClean(kind, hasStart ? bytes(start[kind], random) : random),
      ),
      { numRuns: 1000 },
    )
  })

  it('with some bytes changed is cleaned or refused', () => {
    const changes = fc.array(fc.tuple(fc.nat(700), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(aKind, changes, (kind, places) => {
        const file = new Uint8Array(kind === 'jpeg' ? fullJpeg : fullPng)
        for (const [place, value] of places) if (place < file.length) file[place] = value
        expectClean(kind, file)
      }),
      { numRuns: 1000 },
    )
  })

  it('and was cut off anywhere before its end is refused', () => {
    const jpegEnd = fullJpeg.length - secret.length
    for (let length = 0; length < jpegEnd; length += 1) {
      expect(() => withoutMetadata('jpeg', fullJpeg.subarray(0, length))).toThrow(DamagedFile)
    }
    const pngEnd = fullPng.length - secret.length
    for (let length = 0; length < pngEnd; length += 1) {
      expect(() => withoutMetadata('png', fullPng.subarray(0, length))).toThrow(DamagedFile)
    }
  })

  it('reveals no secret of any segment or chunk, in any order', () => {
    const anyNote = fc.array(
      fc.constantFrom(cameraExif(3, false), cameraExif(8, true), jfif(ascii('SECRET')), colourProfile, adobe, ...notes),
      {
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(anyNote, anyNote, anyNote, (before, between, after) => {
        const clean = withoutMetadata(
          'jpeg',
          bytes(soi, ...before, jfif(), ...between, picture, ...after, eoi, ascii(secret)),
        )
        expect(isHidden(clean)).toBe(true)
        expect(imageSize(clean)).toMatchObject({ width: 8, height: 8 })
        expect(withoutMetadata('jpeg', clean)).toEqual(clean)
      }),
    )
  })

  it('is not slow for being large: a hundred thousand tiny segments, or twenty megabytes of data', () => {
    const tiny = segment(0xfe, [])
    const many = Buffer.concat([
      Buffer.from(soi),
      ...Array<Uint8Array>(100_000).fill(tiny),
      Buffer.from(picture),
      Buffer.from(eoi),
    ])
    const long = Buffer.concat([
      Buffer.from(soi),
      Buffer.from(picture),
      Buffer.alloc(20_000_000, 0x5a),
      Buffer.from(eoi),
    ])
    const begun = performance.now()
    expect(withoutMetadata('jpeg', many)).toEqual(bytes(soi, picture, eoi))
    expect(withoutMetadata('jpeg', long)).toHaveLength(long.length)
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it('of a PDF is left as it is', () => {
    const pdf = new Uint8Array(ascii('%PDF-1.7\n%%EOF'))
    expect(withoutMetadata('pdf', pdf)).toBe(pdf)
  })
})
