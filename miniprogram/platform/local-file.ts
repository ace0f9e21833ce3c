/** A file on the person's device: a temporary path in WeChat, an object URL in a browser. */
export interface LocalFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
}

/** Longest side of a photo that is sent (px): a page photographed at arm's length stays readable. */
export const longestSide = 2400
/** JPEG quality of shrunk photos, 0…100. */
export const jpegQuality = 82
