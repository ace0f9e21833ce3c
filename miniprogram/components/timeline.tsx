import { Text, View } from '@tarojs/components'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { spoken } from '../platform/spoken'
import './timeline.css'
import { classNames } from './class-names'

/** What happened, the latest first, with when and who: 全程留痕. */
export function Timeline({
  entries,
  isDaily = false,
}: {
  readonly entries: readonly {
    readonly sequence: number
    readonly at: number
    readonly label: string
    readonly who: string
    readonly note?: string | undefined
  }[]
  /** Only the days are told, where anything finer could tell who somebody is. */
  readonly isDaily?: boolean
}) {
  return (
    <View className="timeline" {...spoken({ role: 'list' })}>
      {entries.map((entry, place) => (
        <View
          key={entry.sequence}
          className={classNames('timeline__entry', place === 0 && 'timeline__entry--latest')}
          {...spoken({ role: 'listitem' })}
        >
          <View className="timeline__dot" />
          <View className="timeline__words">
            <Text className="timeline__label">{entry.label}</Text>
            <Text className="timeline__when">
              {isDaily ? formatDate(entry.at) : formatDateTime(entry.at)} · {entry.who}
            </Text>
            {entry.note !== undefined && <Text className="timeline__note">{entry.note}</Text>}
          </View>
        </View>
      ))}
    </View>
  )
}
