import { View } from '@tarojs/components'
import { blankField, fieldOfType, fieldTypes, itemLimits, newPartCode } from '@shared/domain/item-content'
import type { FormField } from '@shared/domain/item'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { copy } from '../../copy'
import { ChipChoice } from '../parts/chip-choice'
import { ConditionEditor } from '../parts/condition-editor'
import { EntryList } from '../parts/entry-list'
import { FieldRules } from '../parts/field-rules'
import { flawsIn, partId, type SectionProps } from '../parts/section-props'
import { YesNo } from '../parts/yes-no'
import '../parts/form-grid.css'

const words = copy.parts

/** The questions of the application form. */
export function FieldsSection({ content, set, flaws, focus }: SectionProps) {
  const problem = flawsIn(flaws, 'fields')
  return (
    <View id={partId('fields')}>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <EntryList
        id="part-fields"
        entries={content.fields}
        keyOf={({ code }) => code}
        onChange={(fields) => set('fields', fields)}
        openFirst={focus?.part === 'fields' && focus.at !== undefined ? { at: focus.at, jump: focus.jump } : undefined}
        add={{
          words: words.field,
          make: () =>
            blankField(
              newPartCode(
                'field',
                content.fields.map(({ code }) => code),
                Math.random,
              ),
            ),
        }}
        view={(field, place, change) => ({
          title: field.label || words.unnamed,
          detail: [
            fieldTypes[field.type],
            field.required ? words.fieldRequired : undefined,
            field.when && words.conditional,
          ]
            .filter((each) => each !== undefined)
            .join(' · '),
          problem: flawsIn(flaws, 'fields', place),
          body: (
            <QuestionForm
              id={`field-${String(place)}`}
              field={field}
              earlier={content.fields.slice(0, place)}
              onChange={change}
            />
          ),
        })}
      />
    </View>
  )
}

function QuestionForm({
  id,
  field,
  earlier,
  onChange,
}: {
  readonly id: string
  readonly field: FormField
  readonly earlier: readonly FormField[]
  readonly onChange: (field: FormField) => void
}) {
  const put = (changed: FormField) => onChange(JSON.parse(JSON.stringify(changed)) as FormField)
  const newOption = () => newPartCode('option', [], Math.random)
  return (
    <>
      <Field label={words.fieldLabel} required>
        <TextInput
          id={`${id}-label`}
          label={words.fieldLabel}
          value={field.label}
          maxLength={itemLimits.text}
          onChange={(label) => put({ ...field, label })}
        />
      </Field>
      <Field label={words.type} required>
        <ChipChoice
          id={`${id}-type`}
          table={fieldTypes}
          chosen={[field.type]}
          onChange={(type) => {
            if (type !== field.type) put(fieldOfType(field, type, newOption))
          }}
        />
      </Field>
      <Field label={words.fieldRequired} required>
        <YesNo id={`${id}-required`} value={field.required} onChange={(required) => put({ ...field, required })} />
      </Field>
      <FieldRules id={id} field={field} newOption={newOption} onChange={put} />
      <Field label={words.fieldHint} required={false}>
        <TextInput
          id={`${id}-hint`}
          label={words.fieldHint}
          value={field.hint ?? ''}
          maxLength={itemLimits.text}
          onChange={(hint) => put({ ...field, hint: hint === '' ? undefined : hint })}
        />
      </Field>
      <ConditionEditor
        id={`${id}-when`}
        label={words.fieldCondition}
        condition={field.when}
        earlier={earlier}
        onChange={(when) => put({ ...field, when })}
      />
    </>
  )
}
