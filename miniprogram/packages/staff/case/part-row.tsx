import { Text, View } from '@tarojs/components'
import { defects } from '@shared/domain/correction-notice'
import { Tag } from '../../../components/tag'
import { caseWords } from '../copy'
import type { NoticeWriting } from './notice/notice-writing'
import { MarkButton, PartMark } from './notice/part-mark'
import type { ReviewPart, TextPart } from './review-parts'
import './part-row.css'

const changeTags = { edited: caseWords.changed, added: caseWords.added, gone: caseWords.gone } as const

/** One answer or detail: its words, what they were before, what earlier notices said, and its mark. */
export function PartRow({ part, writing }: { readonly part: TextPart; readonly writing: NoticeWriting }) {
  return (
    <View id={partId(part)} className="part-row">
      <PartNames part={part} />
      <MarkButton part={part} writing={writing} />
      <View className="part-row__values">
        {part.change !== 'gone' && (
          <Value text={part.text} {...(part.before === undefined ? {} : { which: caseWords.now })} />
        )}
        {part.before !== undefined && <Value text={part.before} which={caseWords.before} isOld />}
        <EarlierMarks part={part} />
        <PartMark part={part} writing={writing} />
      </View>
    </View>
  )
}

function Value({
  text,
  which,
  isOld = false,
}: {
  readonly text: string
  readonly which?: string
  readonly isOld?: boolean
}) {
  return (
    <View className="part-row__value">
      {which !== undefined && <Text className="part-row__which">{which}</Text>}
      <Text className={isOld || text === '' ? 'part-row__text part-row__text--soft' : 'part-row__text'} userSelect>
        {text === '' ? caseWords.notAnswered : text}
      </Text>
    </View>
  )
}

/** How the keyboard finds the part around the focus, and the notice's list the part. */
export const partIdPrefix = 'part-'
export const partId = (part: Pick<ReviewPart, 'part' | 'code'>) => `${partIdPrefix}${part.part}-${part.code}`

/** A part's name with what the last correction did to it. */
export function PartNames({ part, detail }: { readonly part: ReviewPart; readonly detail?: string }) {
  return (
    <View className="part-row__names">
      <Text className="part-row__label">{part.label}</Text>
      {detail !== undefined && <Text className="part-row__detail">{detail}</Text>}
      {part.change !== 'none' && (
        <Tag tone={part.change === 'gone' ? 'plain' : 'accent'}>{changeTags[part.change]}</Tag>
      )}
    </View>
  )
}

/** What was asked for in earlier rounds, so that the reviewer sees whether it was done. */
export function EarlierMarks({ part }: { readonly part: ReviewPart }) {
  return (
    <>
      {part.earlier.map((mark) => (
        <Text key={mark.round} className="part-row__earlier">
          {`${caseWords.asked(mark.round)}：${defects[mark.defect]}。${mark.explanation}`}
        </Text>
      ))}
    </>
  )
}
