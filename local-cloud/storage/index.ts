import type { Clock } from '../clock'
import type { ActionHandler, Route } from '../http'
import { browserUploadRoute, type BrowserUploadRules } from './browser-upload'
import { FileIds } from './object-path'
import { storageActions, type StorageParts } from './sdk-actions'
import { Signatures } from './signatures'
import { downloadRoute, uploadRoute } from './signed-routes'
import { StoredObjects } from './stored-objects'

/** The largest object, in bytes: from a function, and from a browser. */
const LARGEST_OBJECT = 50 * 1024 * 1024
const LARGEST_BROWSER_UPLOAD = 20 * 1024 * 1024

/** Where objects lie, what they are called, and who may upload from a browser. */
export interface StorageOptions extends Pick<BrowserUploadRules, 'personaOf' | 'isSameOrigin'> {
  /** Made if need be. */
  readonly folder: string
  readonly clock: Pick<Clock, 'now'>
  /** Where the server is reached, without a slash at the end. */
  readonly url: () => string
  /** With the environment in front, e.g. `local.bucket`. */
  readonly bucket: string
  /** What the paths of browsers' uploads begin with, e.g. `uploads/`. */
  readonly clientUploadPrefix: string
}

/** Private objects, reached by the SDK, by links that expire, and by uploads of people signed in. */
export interface Storage {
  readonly actions: ActionHandler
  readonly routes: readonly Route[]
  close(): void
}

/** Opens the folder's objects, clearing away what an interrupted upload left. @throws Error when another server has them */
export function openStorage(options: StorageOptions): Storage {
  const { folder, clock, url, bucket, personaOf, isSameOrigin, clientUploadPrefix: prefix } = options
  const objects = new StoredObjects(folder)
  const parts: StorageParts = {
    objects,
    signatures: new Signatures(objects.secret('signatures')),
    fileIds: new FileIds(bucket),
    seconds: () => Math.floor(clock.now() / 1000),
    url,
  }
  const rules = { personaOf, isSameOrigin, prefix, limit: LARGEST_BROWSER_UPLOAD }
  return {
    actions: storageActions(parts),
    routes: [
      uploadRoute(parts, LARGEST_OBJECT),
      downloadRoute(parts),
      browserUploadRoute(objects, parts.fileIds, rules),
    ],
    close: () => objects.close(),
  }
}
