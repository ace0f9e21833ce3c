import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { contentType, TYPE_BYTES } from './content-type'
import type { ReceivedContent, StoredObjects } from './stored-objects'

/** How far past its limit an upload is still listened to, so that the client hears why it was refused. */
const PATIENCE = 8

/**
 * Takes a request's body to disk as it arrives, holding none of it in memory.
 * @param limit bytes
 * @returns what arrived, synced; `too-large` with nothing kept
 * @throws Error when the connection breaks before the body's end, with nothing kept
 */
export async function receiveContent(
  request: IncomingMessage,
  objects: StoredObjects,
  limit: number,
): Promise<ReceivedContent | 'too-large'> {
  const { content, file } = objects.newArrival()
  const hash = createHash('sha256')
  let bytes = 0
  let beginning = Buffer.alloc(0)
  const handle = await open(file, 'wx')
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limit * PATIENCE) throw new Error('the upload has no end')
      if (bytes > limit) continue
      if (beginning.length < TYPE_BYTES) beginning = Buffer.concat([beginning, chunk.subarray(0, TYPE_BYTES)])
      hash.update(chunk)
      await handle.appendFile(chunk)
    }
    if (!request.complete) throw new Error('the upload broke off')
    if (bytes <= limit) await handle.sync()
  } catch (error) {
    bytes = Infinity
    throw error
  } finally {
    await handle.close()
    if (bytes > limit) await rm(file, { force: true })
  }
  return bytes > limit ? 'too-large' : { content, bytes, type: contentType(beginning), hash: hash.digest('hex') }
}
