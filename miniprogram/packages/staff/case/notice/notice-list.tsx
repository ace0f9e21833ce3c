import { Text, View } from '@tarojs/components'
import { defects, partKey } from '@shared/domain/correction-notice'
import { Tag } from '../../../../components/tag'
import { Tappable } from '../../../../components/tappable'
import { markWords } from '../../copy'
import { inOrder, markProblem } from '../review-draft'
import type { NoticeWriting } from './notice-writing'
import type { ReviewPart } from '../review-parts'
import { ToolButton } from '../../../../components/tool-button'
import './notice-list.css'

/** Everything marked so far, in the order of the page; each leads to its part. */
export function NoticeList({
  parts,
  writing,
  onGo,
}: {
  readonly parts: readonly ReviewPart[]
  readonly writing: NoticeWriting
  readonly onGo: (key: string) => void
}) {
  const order = parts.map(({ key }) => key)
  return (
    <View className="notice-list">
      {inOrder(writing.marks, order).map((mark, place) => {
        const key = partKey(mark)
        const label = parts.find((part) => part.key === key)?.label ?? mark.code
        const problem = markProblem(mark, writing.markable)
        return (
          <View key={key} className="notice-list__row">
            <Tappable
              id={`notice-go-${mark.part}-${mark.code}`}
              className="notice-list__go"
              label={`${markWords.go}：${label}`}
              onTap={() => onGo(key)}
            >
              <View className="notice-list__words">
                <View className="notice-list__head">
                  <Text className="notice-list__label">{`${String(place + 1)}. ${label}`}</Text>
                  <Tag tone="amber">{defects[mark.defect]}</Tag>
                </View>
                <Text className="notice-list__explanation">
                  {mark.explanation === '' ? markWords.incomplete : mark.explanation}
                </Text>
                {problem === 'NOT_OPEN' && <Text className="notice-list__problem">{markWords.notOpenNow}</Text>}
              </View>
            </Tappable>
            <ToolButton
              id={`notice-drop-${mark.part}-${mark.code}`}
              icon="trash"
              tone="red"
              label={`${markWords.remove}：${label}`}
              onTap={() => writing.remove(key)}
            />
          </View>
        )
      })}
    </View>
  )
}
