/** The longest path of an object, in bytes of UTF-8 (Tencent COS, object keys). */
const LONGEST_PATH = 850

/**
 * Whether an object may have this path: text of whole characters without control characters, in segments between
 * slashes, none of them empty or made of dots alone.
 */
export function isObjectPath(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || Buffer.byteLength(path) > LONGEST_PATH) return false
  // A lone half of a character comes back from UTF-8 as something else.
  if (/[\p{Control}\\]/u.test(path) || Buffer.from(path).toString() !== path) return false
  return path.split('/').every((segment) => !/^\.{0,2}$/.test(segment))
}

/** Names objects as the SDK does: `cloud://env.bucket/path`. */
export class FileIds {
  private readonly start: string

  /** @param bucket with the environment in front, e.g. `local.bucket` */
  constructor(bucket: string) {
    this.start = `cloud://${bucket}/`
  }

  of(path: string): string {
    return this.start + path
  }

  /** The object's path, or undefined where the id is none of this bucket. */
  pathOf(fileId: string): string | undefined {
    const path = fileId.startsWith(this.start) ? fileId.slice(this.start.length) : undefined
    return isObjectPath(path) ? path : undefined
  }
}

/** A path as one segment of a URL; nothing in it needs escaping, however often clients encode the whole. */
export function toSegment(path: string): string {
  return Buffer.from(path).toString('base64url')
}

/** The path in a URL's segment, or undefined where there is none. */
export function fromSegment(segment: string): string | undefined {
  const path = Buffer.from(segment, 'base64url').toString()
  return isObjectPath(path) && toSegment(path) === segment ? path : undefined
}
