import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { applicationLimitsOfInput, beginUpload, completeUpload, type FileView } from '@shared/contracts/applications'
import type { InputOf } from '@shared/contracts/contract'
import { chosenFileProblem, tidyFileName, tooLargeSentence } from '@shared/domain/chosen-file'
import type { Material } from '@shared/domain/item'
import type { LocalFile } from '../platform/local-file'
import { useOnline } from '../platform/use-online'
import { call, uploadTo } from './call'
import { showLocally } from './file-link'
import { UploadQueue, type Taken, type Upload, type UploadSteps } from './upload-queue'

/** What files are uploaded into: a draft, or an application under correction. */
export type UploadTarget = InputOf<typeof beginUpload>['target']

/** A page's files on their way; see `MaterialFiles`, which shows them. */
export interface Uploads {
  readonly target: UploadTarget
  readonly list: readonly Upload[]
  /** Sends chosen files; those that cannot be taken stand in the list and say why. */
  readonly add: (material: Material, files: readonly LocalFile[]) => void
  readonly retry: (key: string) => void
  readonly remove: (key: string) => void
}

/**
 * The uploads of one page. Kept by the page itself, so that they go on while another step of it is shown; what the
 * network held up goes on by itself when it is back. `onTaken` gets each file that the server took, in their order.
 */
export function useUploads(target: UploadTarget, onTaken: (material: string, file: FileView) => void): Uploads {
  const key = target.kind === 'draft' ? target.itemCode : target.applicationId
  const { kind } = target
  const { steps, settled } = useMemo(() => {
    const settled: UploadTarget = kind === 'draft' ? { kind, itemCode: key } : { kind, applicationId: key }
    return { settled, steps: stepsTo(settled) }
  }, [kind, key])
  const { queue, list } = useUploadQueue(steps, onTaken)

  return useMemo(
    () => ({
      target: settled,
      list,
      add: (material, files) => {
        for (const file of files) {
          const tidy = { ...file, name: tidyFileName(file.name) }
          queue.add(material.code, tidy, chosenFileProblem(material, tidy, mostBytesOf(material)))
        }
      },
      retry: (each) => queue.retry(each),
      remove: (each) => queue.remove(each),
    }),
    [queue, list, settled],
  )
}

/**
 * A queue of files that lives as long as the component, whoever takes them in; what the network held up goes on by itself
 * when it is back. `steps` must stay the same between renders.
 */
export function useUploadQueue(
  steps: UploadSteps,
  onTaken: (material: string, file: FileView) => void,
): { readonly queue: UploadQueue; readonly list: readonly Upload[] } {
  const queue = useMemo(() => new UploadQueue(steps), [steps])
  useEffect(() => {
    queue.whenTaken((material, file, local) => {
      showLocally(file.id, local)
      onTaken(material, file)
    })
  }, [queue, onTaken])
  const list = useSyncExternalStore(queue.subscribe, queue.snapshot)
  const isOnline = useOnline()
  useEffect(() => {
    if (isOnline) queue.retryOffline()
  }, [isOnline, queue])
  return { queue, list }
}

/** The limit of one file in bytes: the material's own and the program's, whichever is less. */
export function mostBytesOf(material: Pick<Material, 'maxMegabytes'>): number {
  return Math.min(material.maxMegabytes * 1024 * 1024, applicationLimitsOfInput.fileBytes)
}

function stepsTo(target: UploadTarget): UploadSteps {
  return {
    async begin(material, file, requestId) {
      const reply = await call(beginUpload, { target, material, name: file.name, bytes: file.bytes }, requestId)
      return reply.ok ? { ok: true, data: reply.data } : uploadRefusal(reply.error, file)
    },
    carry: uploadTo,
    async complete(fileId) {
      const reply = await call(completeUpload, { fileId })
      return reply.ok ? { ok: true, data: reply.data } : uploadRefusal(reply.error)
    },
  }
}

/** Troubles of the moment: the same file may go another time. */
const passing: readonly string[] = ['BUSY', 'TOO_MANY_REQUESTS', 'INTERNAL', 'NOT_SIGNED_IN', 'UPLOAD_NOT_FOUND']

/** An answer that is no yes, as the queue understands it. */
export function uploadRefusal(
  { code, message }: { readonly code: string; readonly message: string },
  file?: LocalFile,
): Taken<never> {
  if (code === 'OFFLINE') return { ok: false, why: 'offline', sentence: '网络断了，联网后会自动继续上传。' }
  if (code === 'FILE_TOO_LARGE' && file !== undefined) {
    return { ok: false, why: 'refused', sentence: tooLargeSentence(file.bytes, applicationLimitsOfInput.fileBytes) }
  }
  return { ok: false, why: passing.includes(code) ? 'lost' : 'refused', sentence: message }
}
