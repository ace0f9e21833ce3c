import type { FileKind } from './item'
import { jpegWithoutMetadata } from './jpeg-content'
import { pngWithoutMetadata } from './png-content'

export { DamagedFile } from './file-bytes'

/** Largest picture taken in, in pixels of one side and in all: beyond it a small file can hide a huge bitmap. */
export const pictureLimits = { side: 12_000, pixels: 60_000_000 } as const

/**
 * The bytes without what a camera or editor wrote about the person: position, device, time, thumbnails, comments, second
 * pictures and anything hidden behind the end (个人信息保护法 art. 6: no more than the purpose needs). The picture itself
 * is not encoded again; its colour profile and how to turn it stay. A PDF comes back as it is: signatures over it would
 * break.
 * Cost: one pass over the bytes. Doing it twice changes nothing.
 * @throws DamagedFile when the structure is broken
 */
export function withoutMetadata(kind: FileKind, bytes: Uint8Array): Uint8Array {
  switch (kind) {
    case 'jpeg':
      return jpegWithoutMetadata(bytes)
    case 'png':
      return pngWithoutMetadata(bytes)
    case 'pdf':
      return bytes
  }
}
