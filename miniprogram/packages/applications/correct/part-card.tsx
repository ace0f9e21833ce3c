import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { answerText } from '@shared/domain/answer-text'
import type { CorrectionEntry } from '@shared/domain/correction-checklist'
import { defects } from '@shared/domain/correction-notice'
import type { FormField, Material } from '@shared/domain/item'
import { Card } from '../../../components/card'
import { FormAnswerInput } from '../../../components/form-answer-input'
import { MaterialFiles } from '../../../components/material-files'
import { Tag } from '../../../components/tag'
import { SentFile } from '../sent-file'
import { copy, standings } from './copy'
import type { CorrectionForm } from './correction-in-hand'
import './part-card.css'

const tones = { untouched: 'amber', wrong: 'red', done: 'green', optional: 'plain', dropped: 'plain' } as const

/** The id of a part's card, to jump to. */
export const partId = ({ part, code }: Pick<CorrectionEntry, 'part' | 'code'>) => `part-${part}-${code}`

/** One part to correct: the reviewer's words, what was there, and the input for what is right. */
export function PartCard({
  entry,
  number,
  view,
  form,
  problem,
  onChanged,
  onLeft,
}: {
  readonly entry: CorrectionEntry
  readonly number: number
  readonly view: ApplicationView
  readonly form: CorrectionForm
  readonly problem: string | undefined
  readonly onChanged: () => void
  /** The person is done with this one for now. */
  readonly onLeft: () => void
}) {
  const { mark, standing, field, material } = entry
  return (
    <Card
      id={partId(entry)}
      title={`${number}. ${entry.label}`}
      aside={
        <Tag tone={tones[standing]}>
          {mark === undefined && standing === 'untouched' ? copy.toAdd : standings[standing]}
        </Tag>
      }
    >
      {mark !== undefined && (
        <View className="part-card__mark">
          <View className="part-card__defect">
            <Text className="part-card__who">{copy.mark}</Text>
            <Tag tone="amber">{defects[mark.defect]}</Tag>
          </View>
          <Text>{mark.explanation}</Text>
        </View>
      )}
      {standing === 'dropped' && <Text className="part-card__dropped">{copy.dropped}</Text>}
      {standing !== 'dropped' && field !== undefined && (
        <FieldPart
          entry={entry}
          field={field}
          old={oldAnswer(view, entry)}
          value={form.valueOf(entry)}
          problem={problem}
          onChange={(value) => {
            form.change(entry, value)
            onChanged()
          }}
          onLeft={onLeft}
        />
      )}
      {standing !== 'dropped' && material !== undefined && (
        <MaterialPart entry={entry} material={material} view={view} form={form} problem={problem} />
      )}
    </Card>
  )
}

function FieldPart({
  entry,
  field,
  old,
  value,
  problem,
  onChange,
  onLeft,
}: {
  readonly entry: CorrectionEntry
  readonly field: FormField
  readonly old: string
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
  readonly onLeft: () => void
}) {
  const isMarked = entry.mark !== undefined
  return (
    <View>
      {isMarked && (
        <View className="part-card__old">
          <Text className="part-card__label">{copy.old}</Text>
          <Text userSelect>{answerText(field, old) || copy.none}</Text>
        </View>
      )}
      <FormAnswerInput
        id={`${entry.part === 'applicant' ? 'applicant' : 'field'}-${entry.code}`}
        field={field}
        value={value}
        problem={problem}
        onChange={onChange}
        onBlur={onLeft}
        {...(isMarked ? { heading: copy.newAnswer } : {})}
      />
    </View>
  )
}

function MaterialPart({
  entry,
  material,
  view,
  form,
  problem,
}: {
  readonly entry: CorrectionEntry
  readonly material: Material
  readonly view: ApplicationView
  readonly form: CorrectionForm
  readonly problem: string | undefined
}) {
  const old = view.content.materials[material.code] ?? []
  return (
    <View>
      {entry.mark !== undefined && (
        <View className="part-card__old">
          <Text className="part-card__label">{copy.oldFiles}</Text>
          {old.length === 0 && <Text>{copy.noFiles}</Text>}
          {old.map((file) => (
            <SentFile key={file.id} file={file} applicationId={view.id} />
          ))}
        </View>
      )}
      {entry.mark !== undefined && <Text className="part-card__new">{copy.newFiles}</Text>}
      <MaterialFiles
        material={material}
        files={form.filesOf(material.code)}
        uploads={form.uploads}
        problem={problem}
        onRemoved={(fileId) => form.removeFile(material.code, fileId)}
      />
    </View>
  )
}

function oldAnswer({ content }: ApplicationView, { part, code }: CorrectionEntry): string {
  const texts: Readonly<Record<string, string>> = part === 'applicant' ? content.applicant : content.answers
  return texts[code] ?? ''
}
