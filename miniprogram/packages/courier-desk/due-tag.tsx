import { daysBetween, formatShortDate } from '@shared/domain/civil-time'
import { serverToday } from '../../cloud/server-time'
import { Tag } from '../../components/tag'
import { rowWords } from './copy'

/** Days before which a delivery is urgent: the post needs them. */
const urgentDays = 3

/** How many days are left to deliver (行政许可法 art. 44: ten days). */
export function DueTag({ dueOn }: { readonly dueOn: string }) {
  const left = daysBetween(serverToday(), dueOn)
  if (left < 0) return <Tag tone="red">{rowWords.overdue(-left)}</Tag>
  if (left === 0) return <Tag tone="red">{rowWords.dueToday}</Tag>
  return <Tag tone={left <= urgentDays ? 'amber' : 'plain'}>{rowWords.due(left, formatShortDate(dueOn))}</Tag>
}

/** Whether it has to leave today. */
export function isUrgent({ dueOn }: { readonly dueOn?: string | undefined }): boolean {
  return dueOn !== undefined && daysBetween(serverToday(), dueOn) <= urgentDays
}
