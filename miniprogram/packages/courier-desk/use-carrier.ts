import { useState } from 'react'
import { keep, kept } from '../../platform/keep'

const key = 'courier-desk-carrier'

/** The carrier for what is shipped next: the one chosen last on this device where it is allowed, else the usual one. */
export function useCarrier(carriers: readonly { readonly code: string; readonly name: string }[]) {
  const [chosen, setChosen] = useState(() => kept(key))
  const carrier = carriers.find(({ code }) => code === chosen) ?? carriers[0]
  const choose = (code: string) => {
    keep(key, code)
    setChosen(code)
  }
  return { carrier, choose }
}
