import { useState } from 'react'
import type { Contract, InputOf, OutputOf } from '@shared/contracts/contract'
import { call } from '../../cloud/call'
import { say } from '../../platform/phone'
import { saveText } from '../../platform/save-text'
import { words } from './copy'

/** An export that comes in parts, put together and handed to the person as one file. */
export function useExport<C extends Contract>(
  contract: C,
): {
  readonly isBusy: boolean
  readonly save: (input: InputOf<C> & object, name: string) => Promise<void>
} {
  const [isBusy, setBusy] = useState(false)
  const save = async (input: InputOf<C> & object, name: string) => {
    setBusy(true)
    const file = await wholeOf(contract, input)
    const isSaved = typeof file === 'string' && (await saveText(file, name))
    setBusy(false)
    say(isSaved ? words.exported : typeof file === 'string' ? words.notExported : file.message)
  }
  return { isBusy, save }
}

/** All parts in one text, or why one of them did not come. */
async function wholeOf<C extends Contract>(
  contract: C,
  input: InputOf<C> & object,
): Promise<string | { readonly message: string }> {
  let file = ''
  let cursor: string | undefined
  do {
    const asked: unknown = cursor === undefined ? input : { ...input, cursor }
    const reply = await call(contract, asked as InputOf<C>)
    if (!reply.ok) return reply.error
    const part: { readonly csv: string; readonly next?: string } = reply.data as OutputOf<C> & { readonly csv: string }
    file += part.csv
    cursor = part.next
  } while (cursor !== undefined)
  return file
}
