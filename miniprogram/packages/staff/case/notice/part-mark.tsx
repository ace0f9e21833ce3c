import { Text, View } from '@tarojs/components'
import { defects, partKey } from '@shared/domain/correction-notice'
import { markWords } from '../../copy'
import { MarkEditor } from './mark-editor'
import { markProblem } from '../review-draft'
import type { NoticeWriting } from './notice-writing'
import type { ReviewPart } from '../review-parts'
import { ToolButton } from '../../../../components/tool-button'
import './part-mark.css'

interface PartMarkProps {
  readonly part: ReviewPart
  readonly writing: NoticeWriting
  /** Where the same part is on the screen twice. */
  readonly idPrefix?: string
}

/** Below a part: its mark in the notice being written, the editor of it, the way to it, or why there is none. */
export function PartMark({ part, writing, idPrefix = '' }: PartMarkProps) {
  const mark = writing.marks.find((each) => partKey(each) === part.key)
  if (!writing.isOpen) return null
  if (writing.writing === part.key) return <MarkEditor part={part} writing={writing} />
  if (mark !== undefined) {
    const problem = markProblem(mark, writing.markable)
    return (
      <View className="part-mark">
        <View className="part-mark__words">
          <Text className="part-mark__defect">{defects[mark.defect]}</Text>
          <Text className="part-mark__explanation">
            {mark.explanation === '' ? markWords.incomplete : mark.explanation}
          </Text>
          {problem === 'NOT_OPEN' && <Text className="part-mark__problem">{markWords.notOpenNow}</Text>}
        </View>
        <ToolButton
          id={`${idPrefix}mark-edit-${part.part}-${part.code}`}
          icon="edit"
          label={`${markWords.edit}：${part.label}`}
          onTap={() => writing.write(part.key)}
        />
        <ToolButton
          id={`${idPrefix}mark-drop-${part.part}-${part.code}`}
          icon="trash"
          tone="red"
          label={`${markWords.remove}：${part.label}`}
          onTap={() => writing.remove(part.key)}
        />
      </View>
    )
  }
  return null
}

/** Beside the part's name: the way to a new mark, or why there is none. */
export function MarkButton({ part, writing, idPrefix = '' }: PartMarkProps) {
  const isMarked = writing.marks.some((each) => partKey(each) === part.key)
  if (!writing.isOpen || isMarked || writing.writing === part.key || part.change === 'gone') return null
  if (!writing.markable.has(part.key))
    return <Text className="part-mark__settled">{markWords.unmarkableUnchanged}</Text>
  return (
    <ToolButton
      id={`${idPrefix}mark-${part.part}-${part.code}`}
      icon="edit"
      words={markWords.add}
      label={`${markWords.add}：${part.label}`}
      onTap={() => writing.write(part.key)}
    />
  )
}
