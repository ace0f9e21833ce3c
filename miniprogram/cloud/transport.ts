import type { Call } from '@shared/contracts/contract'
import type { LocalFile } from '../platform/local-file'
import type { Transfer } from './upload-queue'

/** The cloud could not be reached, or broke before it could answer in the program's own words. */
export class Unreachable extends Error {
  constructor(readonly detail: string) {
    super(detail)
    this.name = 'Unreachable'
  }
}

/** How one program reaches the cloud; see transport.weapp.ts and transport.h5.ts. */
export interface Transport {
  /** Runs a cloud function. @throws Unreachable */
  invoke(functionName: string, call: Call): Promise<unknown>
  /**
   * Puts a local file into storage at the path the server named; `onProgress` gets 0…100; `transfer.stop` is set to what
   * ends it.
   * @throws Unreachable
   */
  upload(cloudPath: string, file: LocalFile, onProgress: (percent: number) => void, transfer: Transfer): Promise<void>
}
