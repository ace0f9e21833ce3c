import { useCallback, useMemo, useState } from 'react'
import { applicationLimitsOfInput, type ApplicationView, type FileView } from '@shared/contracts/applications'
import { approveApplication, beginResultUpload, completeResultUpload } from '@shared/contracts/applications-decision'
import { chosenFileProblem, tidyFileName } from '@shared/domain/chosen-file'
import type { FileKind } from '@shared/domain/item'
import { call, uploadTo } from '../../../cloud/call'
import type { Upload, UploadSteps } from '../../../cloud/upload-queue'
import { uploadRefusal, useUploadQueue } from '../../../cloud/use-uploads'
import type { LocalFile } from '../../../platform/local-file'

/** What a result file may be; the server looks into it. */
export const resultKinds: readonly FileKind[] = ['pdf', 'jpeg', 'png']
export const mostResultBytes: number = applicationLimitsOfInput.fileBytes
/** How many one decision takes. */
export const mostResults: number = approveApplication.input.entries.files.pipe[1].requirement

/** The files that go out with a decision, and those on their way to it. */
export interface ResultFiles {
  /** Uploaded ones, in their order; those taken out stay in sight and can be put back. */
  readonly files: readonly { readonly file: FileView; readonly isOut: boolean }[]
  readonly uploads: readonly Upload[]
  /** How many more can be chosen. */
  readonly room: number
  /** Those the decision names. */
  readonly chosen: readonly string[]
  /** Why the decision cannot be sent yet. */
  readonly waitsFor: 'underway' | 'failed' | undefined
  readonly add: (files: readonly LocalFile[]) => void
  readonly retry: (key: string) => void
  readonly cancel: (key: string) => void
  readonly takeOut: (fileId: string) => void
  readonly putBack: (fileId: string) => void
}

/** The result files of one case; uploads go on while another step of it is shown. */
export function useResultFiles(view: ApplicationView): ResultFiles {
  const [taken, setTaken] = useState<readonly FileView[]>([])
  const [out, setOut] = useState<readonly string[]>([])
  const steps = useMemo(() => stepsTo(view.id), [view.id])
  const onTaken = useCallback((_: string, file: FileView) => setTaken((before) => [...before, file]), [])
  const { queue, list } = useUploadQueue(steps, onTaken)

  const earlier = view.results ?? []
  const all = [...earlier, ...taken.filter(({ id }) => earlier.every((each) => each.id !== id))]
  const chosen = all.filter(({ id }) => !out.includes(id)).map(({ id }) => id)
  const coming = list.filter(({ standing }) => standing.kind !== 'failed' || !standing.isFinal)
  return {
    files: all.map((file) => ({ file, isOut: out.includes(file.id) })),
    uploads: list,
    room: Math.max(0, mostResults - chosen.length - coming.length),
    chosen,
    waitsFor: list.some(({ standing }) => standing.kind === 'failed')
      ? 'failed'
      : list.length > 0
        ? 'underway'
        : undefined,
    add: (files) => {
      for (const file of files) {
        const tidy = { ...file, name: tidyFileName(file.name) }
        queue.add('result', tidy, chosenFileProblem({ accepts: [...resultKinds] }, tidy, mostResultBytes))
      }
    },
    retry: (key) => queue.retry(key),
    cancel: (key) => queue.remove(key),
    takeOut: (fileId) => setOut([...out, fileId]),
    putBack: (fileId) => setOut(out.filter((each) => each !== fileId)),
  }
}

function stepsTo(applicationId: string): UploadSteps {
  return {
    async begin(_, file, requestId) {
      const reply = await call(beginResultUpload, { applicationId, name: file.name, bytes: file.bytes }, requestId)
      return reply.ok ? { ok: true, data: reply.data } : uploadRefusal(reply.error, file)
    },
    carry: uploadTo,
    async complete(fileId) {
      const reply = await call(completeResultUpload, { fileId })
      return reply.ok ? { ok: true, data: reply.data } : uploadRefusal(reply.error)
    },
  }
}
