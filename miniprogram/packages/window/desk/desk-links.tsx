import { View } from '@tarojs/components'
import type { IconName } from '../../../components/icon-names'
import { ToolButton } from '../../../components/tool-button'
import { openPage } from '../../../platform/open-page'
import { spoken } from '../../../platform/spoken'
import { deskWords } from '../copy'
import './desk-links.css'

const pages = [
  { name: 'intake', icon: 'edit', page: '/packages/window/intake/index' },
  { name: 'visits', icon: 'map', page: '/packages/window/visits/index' },
  { name: 'results', icon: 'send', page: '/packages/window/results/index' },
  { name: 'review', icon: 'briefcase', page: '/packages/staff/queue/index' },
] as const satisfies readonly { name: keyof typeof deskWords.links; icon: IconName; page: string }[]

/** The window's other pages. */
export function DeskLinks() {
  return (
    <View className="desk-links" {...spoken({ role: 'navigation' })}>
      {pages.map(({ name, icon, page }) => (
        <ToolButton
          key={name}
          id={`to-${name}`}
          icon={icon}
          words={deskWords.links[name]}
          onTap={() => openPage(page)}
        />
      ))}
    </View>
  )
}
