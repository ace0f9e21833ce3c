import { Text, View } from '@tarojs/components'
import type { Condition, FormField } from '@shared/domain/item'
import { Button } from '../../../../components/button'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { ToolButton } from '../../../../components/tool-button'
import { copy } from '../../copy'
import { ChipChoice, switched } from './chip-choice'
import './condition-editor.css'

type Clause = Condition['all'][number]

/** On which answers something depends: no condition, or clauses that all have to hold. */
export function ConditionEditor({
  id,
  label,
  condition,
  earlier,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly condition: Condition | undefined
  /** The questions that may be asked about. */
  readonly earlier: readonly FormField[]
  readonly onChange: (condition: Condition | undefined) => void
}) {
  const choices = earlier.filter((field) => field.type === 'choice')
  const clauses = condition?.all ?? []
  const put = (next: readonly Clause[]) => onChange(next.length === 0 ? undefined : { all: next })
  const [firstFree] = choices.filter(({ code }) => !clauses.some((clause) => clause.field === code))
  return (
    <Field label={label} required>
      {clauses.length === 0 && <Text className="condition-editor__always">{copy.parts.always}</Text>}
      {clauses.map((clause, place) => (
        <ClauseEditor
          key={place}
          id={`${id}-${String(place)}`}
          clause={clause}
          isFirst={place === 0}
          choices={choices}
          fields={earlier}
          onChange={(next) => put(clauses.map((each, at) => (at === place ? next : each)))}
          onRemove={() => put(clauses.filter((_, at) => at !== place))}
        />
      ))}
      {firstFree !== undefined && (
        <Button
          id={`${id}-add`}
          kind="quiet"
          icon="plus"
          small
          onTap={() => put([...clauses, { field: firstFree.code, in: [] }])}
        >
          {copy.parts.addCondition}
        </Button>
      )}
      {choices.length === 0 && clauses.length === 0 && (
        <Text className="condition-editor__hint">{copy.parts.noQuestions}</Text>
      )}
    </Field>
  )
}

function ClauseEditor({
  id,
  clause,
  isFirst,
  choices,
  fields,
  onChange,
  onRemove,
}: {
  readonly id: string
  readonly clause: Clause
  readonly isFirst: boolean
  readonly choices: readonly (FormField & { readonly type: 'choice' })[]
  readonly fields: readonly FormField[]
  readonly onChange: (clause: Clause) => void
  readonly onRemove: () => void
}) {
  const chosen = choices.find(({ code }) => code === clause.field)
  const labels = Object.fromEntries(choices.map(({ code, label }) => [code, label || copy.parts.unnamed]))
  const options = Object.fromEntries(
    (chosen?.options ?? []).map(({ value, label }) => [value, label || copy.parts.unnamed]),
  )
  return (
    <View className="condition-editor__clause">
      <View className="condition-editor__head">
        <Text className="condition-editor__name">{isFirst ? copy.parts.question : copy.parts.moreConditions}</Text>
        <ToolButton id={`${id}-remove`} icon="trash" tone="red" words={copy.parts.remove} onTap={onRemove} />
      </View>
      {chosen === undefined && (
        // A question of another type or one that is gone: said as it is, to be replaced or removed.
        <Notice tone="amber">
          {`${fields.find(({ code }) => code === clause.field)?.label ?? clause.field} = ${clause.in.join('、')}`}
        </Notice>
      )}
      <ChipChoice
        id={`${id}-field`}
        table={labels}
        chosen={[clause.field]}
        onChange={(field) => onChange({ field, in: [] })}
      />
      {chosen !== undefined && (
        <>
          <Text className="condition-editor__name">{copy.parts.answers}</Text>
          <ChipChoice
            id={`${id}-in`}
            table={options}
            chosen={[...clause.in]}
            onChange={(value) => onChange({ ...clause, in: switched(options, clause.in, value) })}
          />
        </>
      )}
    </View>
  )
}
