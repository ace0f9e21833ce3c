import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import type { IconName } from '../../components/icon-names'
import { Tappable } from '../../components/tappable'
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
  { key: 'parcels', id: 'task-parcels', icon: 'parcel', open: () => openPage('/packages/deliveries/track/index') },
  { key: 'surveys', id: 'task-surveys', icon: 'star', open: () => openPage('/packages/surveys/mine/index') },
  { key: 'guides', id: 'task-guides', icon: 'list', open: () => openServices({}) },
]

/** The four things most people come for. */
export function MainTasks() {
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
              <Text className="main-tasks__detail">{copy.tasks[key].detail}</Text>
            </View>
          </View>
        </Tappable>
      ))}
    </View>
  )
}
