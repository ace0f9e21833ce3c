import type { DeskRow } from '@shared/contracts/deliveries'
import { Tag } from '../../components/tag'
import { rowWords } from './copy'

/** Of what is to be sent: whether its label was printed, and still is the right one. */
export function LabelTag({ row: { label, actions } }: { readonly row: DeskRow }) {
  if (label === undefined || !actions.includes('ship')) return null
  return label === 'printed' ? <Tag>{rowWords.printed}</Tag> : <Tag tone="red">{rowWords.outdated}</Tag>
}
