import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import type { IconName } from '../../components/icon-names'
import { Tag } from '../../components/tag'
import { Tappable } from '../../components/tappable'
import { useSession } from '../../cloud/session'
import { openPage } from '../../platform/open-page'
import { spoken } from '../../platform/spoken'
import { openServices } from '../services/open-services'
import { copy } from './copy'
import './main-tasks.css'

const tasks: readonly {
  readonly key: keyof typeof copy.tasks
  readonly id: string
  readonly icon: IconName
  readonly open: () => void
}[] = [
  { key: 'preReview', id: 'task-pre-review', icon: 'send', open: () => openServices({ filters: ['pre-review'] }) },
  { key: 'progress', id: 'task-progress', icon: 'progress', open: () => openPage('/pages/progress/index') },
  { key: 'inbox', id: 'task-inbox', icon: 'bell', open: () => openPage('/packages/notifications/inbox/index') },
  { key: 'guides', id: 'task-guides', icon: 'list', open: () => openServices({}) },
]

/** The four things most people come for. */
export function MainTasks() {
  const session = useSession()
  const unread = session.kind === 'known' ? session.unread : 0
  return (
    <View className="main-tasks" {...spoken({ role: 'navigation' })}>
      {tasks.map(({ key, id, icon, open }) => (
        <Tappable key={key} id={id} className="main-tasks__tile" onTap={open}>
          <View className="main-tasks__inner">
            <View className="main-tasks__icon">
              <Icon name={icon} />
            </View>
            <View className="main-tasks__words">
              <Text className="main-tasks__name">{copy.tasks[key].name}</Text>
              {key === 'inbox' && unread > 0 ? (
                <View>
                  <Tag tone="red">{copy.unread(unread)}</Tag>
                </View>
              ) : (
                <Text className="main-tasks__detail">{copy.tasks[key].detail}</Text>
              )}
            </View>
          </View>
        </Tappable>
      ))}
    </View>
  )
}
