import { Text, View } from '@tarojs/components'
import type { FileView } from '@shared/contracts/applications'
import { caseWords } from '../copy'
import { FileThumb } from '../../../components/file-thumb'
import type { NoticeWriting } from './notice/notice-writing'
import { MarkButton, PartMark } from './notice/part-mark'
import { EarlierMarks, partId, PartNames } from './part-row'
import type { MaterialPart } from './review-parts'
import './material-card.css'

/** One material: its files small, the old ones beside the new after a correction, and its mark. */
export function MaterialCard({
  applicationId,
  part,
  writing,
  onOpen,
}: {
  readonly applicationId: string
  readonly part: MaterialPart
  readonly writing: NoticeWriting
  readonly onOpen: (which: 'now' | 'before', place: number) => void
}) {
  const { material } = part
  const rule = `${material.required ? caseWords.required : caseWords.optional} · ${caseWords.copies(material.originals, material.copies)}`
  const thumbs = (which: 'now' | 'before', files: readonly FileView[]) => (
    <View className="material-card__files">
      {files.map((file, place) => (
        <FileThumb
          key={file.id}
          id={`thumb-${which}-${file.id}`}
          applicationId={applicationId}
          file={file}
          name={part.label}
          place={place + 1}
          of={files.length}
          isOld={which === 'before'}
          onOpen={() => onOpen(which, place)}
        />
      ))}
      {files.length === 0 && <Text className="material-card__none">{caseWords.notUploaded}</Text>}
    </View>
  )
  return (
    <View id={partId(part)} className="material-card">
      <View className="material-card__head">
        <PartNames part={part} detail={rule} />
        <MarkButton part={part} writing={writing} />
      </View>
      <View className="material-card__sets">
        {part.before !== undefined && (
          <View className="material-card__set">
            <Text className="material-card__which">{caseWords.before}</Text>
            {thumbs('before', part.before)}
          </View>
        )}
        {part.change !== 'gone' && (
          <View className="material-card__set">
            {part.before !== undefined && <Text className="material-card__which">{caseWords.now}</Text>}
            {thumbs('now', part.files)}
          </View>
        )}
      </View>
      <EarlierMarks part={part} />
      <PartMark part={part} writing={writing} />
    </View>
  )
}
