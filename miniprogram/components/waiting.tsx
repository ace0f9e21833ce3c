import { Text, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import './waiting.css'
import { Button } from './button'
import { Icon } from './icon'
import type { IconName } from './icon-names'

/** Grey shapes where content will be; said in words too. */
export function Skeleton({ cards = 3 }: { readonly cards?: number }) {
  return (
    <View className="skeleton" {...spoken({ role: 'status', label: '正在加载' })}>
      {Array.from({ length: cards }, (_, place) => (
        <View key={place} className="skeleton__card">
          <View className="skeleton__line skeleton__line--title" />
          <View className="skeleton__line" />
          <View className="skeleton__line skeleton__line--short" />
        </View>
      ))}
      <Text className="skeleton__words">正在加载…</Text>
    </View>
  )
}

/** Nothing here yet, said honestly, with the next step. */
export function Empty({
  icon = 'inbox',
  title,
  detail,
  action,
}: {
  readonly icon?: IconName
  readonly title: string
  readonly detail?: string
  readonly action?: { readonly id?: string; readonly words: string; readonly onTap: () => void }
}) {
  return (
    <View className="empty">
      <Icon name={icon} size="l" />
      <Text className="empty__title">{title}</Text>
      {detail !== undefined && <Text className="empty__detail">{detail}</Text>}
      {action !== undefined && (
        <View className="empty__action">
          <Button kind="secondary" onTap={action.onTap} {...(action.id === undefined ? {} : { id: action.id })}>
            {action.words}
          </Button>
        </View>
      )}
    </View>
  )
}

/** What went wrong, the way on, and the number to quote. */
export function Problem({
  problem,
  onRetry,
}: {
  readonly problem: { readonly code: string; readonly message: string; readonly requestId: string }
  readonly onRetry: () => void
}) {
  return (
    <View className="empty" {...spoken({ role: 'alert' })}>
      <Icon name={problem.code === 'OFFLINE' ? 'offline' : 'warning'} size="l" />
      <Text className="empty__title">{problem.message}</Text>
      {problem.code === 'INTERNAL' && (
        <Text className="empty__detail" userSelect>
          编号 {problem.requestId}
        </Text>
      )}
      <View className="empty__action">
        <Button id="retry" kind="secondary" icon="refresh" onTap={onRetry}>
          重试
        </Button>
      </View>
    </View>
  )
}
