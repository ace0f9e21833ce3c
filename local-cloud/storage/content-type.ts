/** How files of a type begin; the first that fits counts. */
const beginnings: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['application/pdf', /^%PDF-/],
]
/** As many bytes of a file's beginning as the type is read from. */
export const TYPE_BYTES = 16

/**
 * The type of what a browser may show, read from the content and never from a name; everything else is bytes to save, so
 * that no object can be taken for a page with scripts.
 */
export function contentType(beginning: Uint8Array): string {
  const text = Buffer.from(beginning).toString('latin1')
  return beginnings.find(([, pattern]) => pattern.test(text))?.[0] ?? 'application/octet-stream'
}
