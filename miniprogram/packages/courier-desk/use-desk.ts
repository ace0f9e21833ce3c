import { countDesk, deskLists, listDesk, type DeskRow } from '@shared/contracts/deliveries'
import type { OutputOf } from '@shared/contracts/contract'
import { usePages } from '../../cloud/use-pages'
import { useQuery } from '../../cloud/use-query'

export type DeskList = keyof typeof deskLists
export const listNames = Object.keys(deskLists) as readonly DeskList[]

const rowsOf = ({
  rows,
  next,
}: OutputOf<typeof listDesk>): { rows: readonly DeskRow[]; next?: string | undefined } => ({
  rows,
  next,
})

/** One list of the desk, and how long all of them are. */
export function useDesk(list: DeskList) {
  const pages = usePages(listDesk, { list }, rowsOf)
  const counts = useQuery(countDesk, {})
  const refresh = () => {
    void pages.reload()
    void counts.reload()
  }
  return { pages, counts: counts.data, refresh }
}
