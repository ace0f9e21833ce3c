import { Text, View } from '@tarojs/components'
import type { DeskRow as Row } from '@shared/contracts/deliveries'
import { classNames } from '../../components/class-names'
import { Tag } from '../../components/tag'
import { Tappable } from '../../components/tappable'
import { rowWords } from './copy'
import './desk-row.css'
import { DueTag } from './due-tag'
import { LabelTag } from './label-tag'

export const rowIdPrefix = 'desk-row-'

/** One item of a list: what, to whom, where to, how urgent. */
export function DeskRow({
  row,
  isChosen,
  onOpen,
}: {
  readonly row: Row
  readonly isChosen: boolean
  readonly onOpen: () => void
}) {
  return (
    <View className={classNames('desk-row', isChosen && 'desk-row--chosen')}>
      <Tappable id={`${rowIdPrefix}${row.id}`} className="desk-row__open" pressed={isChosen} onTap={onOpen}>
        <View className="desk-row__words">
          <Text className="desk-row__item">{row.itemName}</Text>
          <View className="desk-row__line">
            <Text>{row.recipient}</Text>
            <Text className="desk-row__soft">{row.region}</Text>
          </View>
          <Text className="desk-row__soft">{row.receiptNumber}</Text>
          <View className="desk-row__tags">
            {row.dueOn !== undefined && <DueTag dueOn={row.dueOn} />}
            <Tag tone="accent">{row.standing}</Tag>
            <LabelTag row={row} />
            {row.instruction !== undefined && <Tag tone="amber">{rowWords.instruction(row.instruction)}</Tag>}
          </View>
        </View>
      </Tappable>
    </View>
  )
}
