import { View } from '@tarojs/components'
import { deskLists } from '@shared/contracts/deliveries'
import { Chip } from '../../../components/chip'
import { spoken } from '../../../platform/spoken'
import { words } from '../copy'
import { listNames, type DeskList } from '../use-desk'
import './desk-tabs.css'

/** The desk's lists with how many are in each. */
export function DeskTabs({
  list,
  counts,
  onList,
}: {
  readonly list: DeskList
  readonly counts: Readonly<Record<string, number>> | undefined
  readonly onList: (list: DeskList) => void
}) {
  return (
    <View className="desk-tabs" {...spoken({ role: 'navigation', label: words.lists })}>
      {listNames.map((name) => {
        const count = counts?.[name]
        return (
          <Chip
            key={name}
            id={`list-${name}`}
            isOn={name === list}
            {...(count === undefined ? {} : { count })}
            onTap={() => onList(name)}
          >
            {deskLists[name]}
          </Chip>
        )
      })}
    </View>
  )
}
