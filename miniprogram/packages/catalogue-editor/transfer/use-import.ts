import { useState } from 'react'
import { beginItemImport, importItems } from '@shared/contracts/catalogue-editing'
import type { OutputOf } from '@shared/contracts/contract'
import { call, uploadTo } from '../../../cloud/call'
import type { LocalFile } from '../../../platform/local-file'
import { copy } from '../copy'

/** How far an import has come. */
export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'uploading'; readonly percent: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'done'; readonly result: OutputOf<typeof importItems> }

/** Sends chosen files and has them checked; they become drafts only if nothing is wrong. */
export function useImport(onTaken: () => void): {
  readonly state: ImportState
  readonly run: (files: readonly LocalFile[]) => Promise<void>
  readonly reset: () => void
} {
  const [state, setState] = useState<ImportState>({ kind: 'idle' })
  const fail = (sentence: string) => setState({ kind: 'failed', sentence })

  const run = async (files: readonly LocalFile[]) => {
    setState({ kind: 'uploading', percent: 0 })
    const begun = await call(beginItemImport, { files: files.map(({ name, bytes }) => ({ name, bytes })) })
    if (!begun.ok) {
      fail(begun.error.message)
      return
    }
    const { importId, cloudPaths } = begun.data
    for (const [place, file] of files.entries()) {
      const path = cloudPaths[place]
      const isThere =
        path !== undefined &&
        (await uploadTo(path, file, (percent) =>
          setState({ kind: 'uploading', percent: Math.round((place * 100 + percent) / files.length) }),
        ))
      if (!isThere) {
        fail(copy.transfer.notSent)
        return
      }
    }
    setState({ kind: 'checking' })
    const reply = await call(importItems, { importId })
    if (!reply.ok) {
      fail(reply.error.message)
      return
    }
    setState({ kind: 'done', result: reply.data })
    if (reply.data.outcome === 'taken') onTaken()
  }
  return { state, run, reset: () => setState({ kind: 'idle' }) }
}
