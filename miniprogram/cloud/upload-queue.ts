import type { FileView } from '@shared/contracts/applications'
import type { LocalFile } from '../platform/local-file'
import { makeRequestId } from './request-id'

/** What the server says to one step of an upload: what it gives, or why not. */
export type Taken<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly sentence: string; readonly why: 'offline' | 'lost' | 'refused' }

/** A transfer that can be stopped; whoever carries it sets `stop`. */
export interface Transfer {
  isStopped: boolean
  stop: () => void
}

/** How an upload travels: announced, carried, taken in. */
export interface UploadSteps {
  begin(
    material: string,
    file: LocalFile,
    requestId: string,
  ): Promise<Taken<{ readonly fileId: string; readonly cloudPath: string }>>
  /** Whether it arrived, as far as the phone knows. */
  carry(cloudPath: string, file: LocalFile, onProgress: (percent: number) => void, transfer: Transfer): Promise<boolean>
  complete(fileId: string): Promise<Taken<FileView>>
}

/** One chosen file until the server has it. */
export interface Upload {
  readonly key: string
  readonly material: string
  readonly file: LocalFile
  readonly standing:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'sending'; readonly percent: number }
    | { readonly kind: 'checking' }
    /** `isFinal`: sending the same file again cannot help. */
    | { readonly kind: 'failed'; readonly sentence: string; readonly isFinal: boolean; readonly isOffline: boolean }
}

interface Job {
  readonly transfer: Transfer
  requestId: string
  announced?: { readonly fileId: string; readonly cloudPath: string }
}

/**
 * Files on their way, one after another so that a slow line finishes some of them and their order stays. Lives as long as
 * the page, whichever of its steps is shown.
 */
export class UploadQueue {
  private uploads: readonly Upload[] = []
  private readonly jobs = new Map<string, Job>()
  private readonly listeners = new Set<() => void>()
  private isRunning = false

  private tellTaken: (material: string, file: FileView, local: LocalFile) => void = () => undefined

  constructor(private readonly steps: UploadSteps) {}

  /** Who is told of each file that the server took, in their order; the last one who asked. */
  whenTaken(tell: (material: string, file: FileView, local: LocalFile) => void): void {
    this.tellTaken = tell
  }

  readonly snapshot = (): readonly Upload[] => this.uploads

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Puts a file at the end; with a problem it only stands there and says it. */
  add(material: string, file: LocalFile, problem?: string): void {
    const key = makeRequestId()
    this.jobs.set(key, { requestId: makeRequestId(), transfer: newTransfer() })
    const standing: Upload['standing'] =
      problem === undefined
        ? { kind: 'waiting' }
        : { kind: 'failed', sentence: problem, isFinal: true, isOffline: false }
    this.change([...this.uploads, { key, material, file, standing }])
    void this.run()
  }

  retry(key: string): void {
    const job = this.jobs.get(key)
    if (job !== undefined) this.jobs.set(key, { ...job, transfer: newTransfer() })
    this.stand(key, { kind: 'waiting' })
    void this.run()
  }

  /** Goes on with what only the network held up. */
  retryOffline(): void {
    for (const { key, standing } of this.uploads) if (standing.kind === 'failed' && standing.isOffline) this.retry(key)
  }

  /** Takes a file out; one that travels is stopped. One that the server is looking at goes on to its end. */
  remove(key: string): void {
    const upload = this.uploads.find((each) => each.key === key)
    if (upload === undefined || upload.standing.kind === 'checking') return
    const transfer = this.jobs.get(key)?.transfer
    if (transfer !== undefined) {
      transfer.isStopped = true
      transfer.stop()
    }
    this.leave(key)
  }

  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (;;) {
      const next = this.uploads.find(({ standing }) => standing.kind === 'waiting')
      const job = next === undefined ? undefined : this.jobs.get(next.key)
      if (next === undefined || job === undefined) break
      await this.send(next, job)
    }
    this.isRunning = false
  }

  private async send({ key, material, file }: Upload, job: Job): Promise<void> {
    this.stand(key, { kind: 'sending', percent: 0 })
    if (job.announced === undefined) {
      const begun = await this.steps.begin(material, file, job.requestId)
      if (job.transfer.isStopped) return
      if (!begun.ok) {
        this.fail(key, begun)
        return
      }
      job.announced = begun.data
    }
    const { fileId, cloudPath } = job.announced
    const hasArrived = await this.steps.carry(cloudPath, file, (percent) => this.progress(key, percent), job.transfer)
    if (job.transfer.isStopped) return
    this.stand(key, { kind: 'checking' })
    // Asked even where nothing is known of an arrival: only the answer to it may have been lost.
    const taken = await this.steps.complete(fileId)
    if (taken.ok) {
      this.leave(key)
      this.tellTaken(material, taken.data, file)
      return
    }
    if (taken.why !== 'offline') this.jobs.set(key, { requestId: makeRequestId(), transfer: newTransfer() })
    this.fail(key, taken.why === 'lost' && !hasArrived ? { ...taken, why: 'offline' } : taken)
  }

  private progress(key: string, percent: number): void {
    const current = this.uploads.find((each) => each.key === key)?.standing
    if (current?.kind === 'sending' && current.percent !== percent) this.stand(key, { kind: 'sending', percent })
  }

  private fail(
    key: string,
    { sentence, why }: { readonly sentence: string; readonly why: 'offline' | 'lost' | 'refused' },
  ): void {
    this.stand(key, { kind: 'failed', sentence, isFinal: why === 'refused', isOffline: why === 'offline' })
  }

  private stand(key: string, standing: Upload['standing']): void {
    this.change(this.uploads.map((each) => (each.key === key ? { ...each, standing } : each)))
  }

  private leave(key: string): void {
    this.jobs.delete(key)
    this.change(this.uploads.filter((each) => each.key !== key))
  }

  private change(uploads: readonly Upload[]): void {
    this.uploads = uploads
    for (const listener of this.listeners) listener()
  }
}

const newTransfer = (): Transfer => ({ isStopped: false, stop: () => undefined })
