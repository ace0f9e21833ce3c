import { Text, View } from '@tarojs/components'
import { defects, partKey, type CorrectionMark, type Defect } from '@shared/domain/correction-notice'
import { Button } from '../../../../components/button'
import { Chip } from '../../../../components/chip'
import { Tappable } from '../../../../components/tappable'
import { TextInput } from '../../../../components/text-input'
import { spoken } from '../../../../platform/spoken'
import { markWords } from '../../copy'
import { withPhrase } from '../review-draft'
import type { NoticeWriting } from './notice-writing'
import type { ReviewPart } from '../review-parts'
import './mark-editor.css'

const names = Object.keys(defects) as Defect[]

/** Says what is wrong with one part and what to do; every change is kept at once. */
export function MarkEditor({
  part,
  writing,
}: {
  readonly part: Pick<ReviewPart, 'key' | 'part' | 'code' | 'label'>
  readonly writing: NoticeWriting
}) {
  const mark = writing.marks.find((each) => partKey(each) === part.key)
  const change = (words: Partial<Pick<CorrectionMark, 'defect' | 'explanation'>>) =>
    writing.put({
      part: part.part,
      code: part.code,
      defect: mark?.defect ?? 'wrong-value',
      explanation: mark?.explanation ?? '',
      ...words,
    })
  return (
    <View
      id="mark-editor"
      className="mark-editor"
      {...spoken({ role: 'group', label: `${markWords.add}：${part.label}` })}
    >
      <Text className="mark-editor__label">{markWords.defect}</Text>
      <View className="mark-editor__defects">
        {names.map((defect) => (
          <Chip key={defect} id={`defect-${defect}`} isOn={mark?.defect === defect} onTap={() => change({ defect })}>
            {defects[defect]}
          </Chip>
        ))}
      </View>
      {mark !== undefined && (
        <View>
          <Text className="mark-editor__label">{markWords.explanation}</Text>
          <TextInput
            id="mark-explanation"
            label={markWords.explanation}
            value={mark.explanation}
            maxLength={200}
            multiline
            placeholder={markWords.placeholder}
            onChange={(explanation) => change({ explanation })}
          />
          <Text className="mark-editor__count">{markWords.count(mark.explanation.length)}</Text>
          <Phrases
            defect={mark.defect}
            writing={writing}
            onChoose={(phrase, all) => change({ explanation: withPhrase(mark.explanation, phrase, all) })}
          />
        </View>
      )}
      <View className="mark-editor__actions">
        {mark !== undefined && (
          <Button
            id="mark-remove"
            kind="quiet"
            small
            icon="trash"
            onTap={() => {
              writing.remove(part.key)
              writing.write(undefined)
            }}
          >
            {markWords.remove}
          </Button>
        )}
        <Button id="mark-done" kind="secondary" small onTap={() => writing.write(undefined)}>
          {mark === undefined ? markWords.cancel : markWords.done}
        </Button>
      </View>
    </View>
  )
}

function Phrases({
  defect,
  writing,
  onChoose,
}: {
  readonly defect: Defect
  readonly writing: NoticeWriting
  readonly onChoose: (phrase: string, all: readonly string[]) => void
}) {
  const phrases = writing.phrases?.[defect] ?? []
  if (writing.hasNoPhrases) return <Text className="mark-editor__count">{markWords.phrasesFailed}</Text>
  if (phrases.length === 0) return null
  return (
    <View>
      <Text className="mark-editor__label">{markWords.quick}</Text>
      {phrases.map((phrase, place) => (
        <Tappable
          key={phrase}
          id={`phrase-${String(place + 1)}`}
          className="mark-editor__phrase"
          onTap={() => onChoose(phrase, phrases)}
        >
          <Text>{phrase}</Text>
        </Tappable>
      ))}
    </View>
  )
}
