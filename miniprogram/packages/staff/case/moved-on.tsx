import { Text } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { formatTime } from '@shared/domain/civil-time'
import { Notice } from '../../../components/notice'
import { caseWords } from '../copy'
import './moved-on.css'

/** The case was no longer as the member saw it: what has happened since. */
export function MovedOn({ entries }: { readonly entries: ApplicationView['timeline'] }) {
  if (entries.length === 0)
    return (
      <Notice id="moved-on" tone="amber">
        {caseWords.movedOnNothing}
      </Notice>
    )
  return (
    <Notice id="moved-on" tone="amber">
      <Text className="moved-on__line">{caseWords.movedOn}</Text>
      {entries.map(({ sequence, at, label, actor }) => (
        <Text key={sequence} className="moved-on__line">{`${formatTime(at)} ${actor.name}:${label}`}</Text>
      ))}
    </Notice>
  )
}
