import { Text } from '@tarojs/components'
import './tag.css'

/** A word about something's state or kind; the word says it, the colour only helps. */
export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'accent' | 'green' | 'amber' | 'red'
  readonly children: string
}) {
  return <Text className={`tag tag--${tone}`}>{children}</Text>
}
