import type { FileKind, Material } from './item'

/** Endings of names by what they promise to hold; the server looks into the file in any case. */
const endings: Readonly<Record<FileKind, readonly string[]>> = { jpeg: ['jpg', 'jpeg'], png: ['png'], pdf: ['pdf'] }
const kindNames: Readonly<Record<FileKind, string>> = { jpeg: 'JPG照片', png: 'PNG图片', pdf: 'PDF文件' }

/** Bytes in words, in the unit phones count in: `820 KB`, `3.4 MB`. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes}字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  const megabytes = Math.round((bytes / 1024 / 1024) * 10) / 10
  return `${megabytes} MB`
}

/** `JPG照片、PNG图片或PDF文件` */
export function kindsInWords(accepts: readonly FileKind[]): string {
  const names = accepts.map((kind) => kindNames[kind])
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}或${names[names.length - 1] ?? ''}`
}

/**
 * Why a chosen file need not travel at all, as a sentence that says what to do; undefined when it may be sent. The name
 * decides only where it openly names another kind: what is really inside the server finds out.
 * @param mostBytes the limit in bytes: the material's own and the program's, whichever is less
 */
export function chosenFileProblem(
  material: Pick<Material, 'accepts'>,
  file: { readonly name: string; readonly bytes: number },
  mostBytes: number,
): string | undefined {
  if (file.bytes === 0) return '这个文件是空的，请重新拍照或重新选择。'
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(file.name)?.[1]?.toLowerCase()
  if (ending !== undefined && !material.accepts.some((kind) => endings[kind].includes(ending))) {
    return `这里只收${kindsInWords(material.accepts)}，请换一个文件，或直接拍照上传。`
  }
  if (file.bytes > mostBytes) return tooLargeSentence(file.bytes, mostBytes)
  return undefined
}

/** Says how large the file is, how large it may be, and what helps. */
export function tooLargeSentence(bytes: number, mostBytes: number): string {
  return `这个文件有${bytesInWords(bytes)}，超过每份${bytesInWords(mostBytes)}的限制。请用手机重新拍照（会自动缩小），或压缩后再选。`
}

/** Longest name that is sent; the rest of a longer one is left out before its ending. */
const longestName = 80

/** A name as it may be sent: without control characters, never empty, its ending kept. */
export function tidyFileName(name: string): string {
  const readable = name.replace(/[\p{Control}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  if (readable === '') return '文件'
  const letters = Array.from(readable)
  if (letters.length <= longestName) return readable
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(readable)?.[0] ?? ''
  return `${letters.slice(0, longestName - ending.length - 1).join('')}…${ending}`
}
