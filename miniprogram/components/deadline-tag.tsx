import { daysLeft, deadlineColour } from '@shared/domain/deadline'
import { formatDate } from '@shared/domain/civil-time'
import { Tag } from './tag'

/** Days left to a deadline in words; amber and red as the rule says, 暂定 where the calendar is not known yet. */
export function DeadlineTag({
  deadline,
  today,
}: {
  readonly deadline: { readonly dueOn: string; readonly amberOn: string; readonly provisional: boolean }
  readonly today: string
}) {
  const colour = deadlineColour(deadline, today)
  const left = daysLeft(deadline, today)
  const words = left < 0 ? `已超期${String(-left)}天` : left === 0 ? '今天到期' : `剩${String(left)}天`
  const until = `${words} · ${formatDate(deadline.dueOn)}${deadline.provisional ? '（暂定）' : ''}`
  return <Tag tone={colour === 'green' ? 'green' : colour}>{until}</Tag>
}
