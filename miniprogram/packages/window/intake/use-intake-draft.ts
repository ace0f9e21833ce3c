import { useState } from 'react'
import { serverToday } from '../../../cloud/server-time'
import { dropOwn, keepOwn, keptOwn } from '../../../cloud/session'
import { draftsOfToday, type IntakeDraft } from './intake-draft'

const key = 'intakes'

/** The draft for one visitor, kept on the device at every change; of earlier days nothing is left on it. */
export function useIntakeDraft(visitor: string) {
  const [draft, setDraft] = useState(() => keptToday().drafts[visitor])
  const write = (next: IntakeDraft | undefined) => {
    const { date, drafts } = keptToday()
    const { [visitor]: _replaced, ...others } = drafts
    const all = next === undefined ? others : { ...others, [visitor]: next }
    if (Object.keys(all).length === 0) dropOwn(key)
    else keepOwn(key, { date, drafts: all })
    setDraft(next)
  }
  return { draft, write, clear: () => write(undefined) }
}

function keptToday() {
  const kept = keptOwn(key)
  const found = draftsOfToday(kept, serverToday())
  if (kept !== undefined && Object.keys(found.drafts).length === 0) dropOwn(key)
  return found
}
