import { Text, View } from '@tarojs/components'
import type { FormField } from '@shared/domain/item'
import { addDays } from '@shared/domain/civil-time'
import { serverToday } from '../cloud/server-time'
import { Choices } from './choices'
import { DateInput } from './date-input'
import { Field } from './field'
import './form-answer-input.css'
import { TextInput } from './text-input'
import type { TextInputProps } from './text-input-props'

/** One question of a declarative form with its answer, in the input that fits; '' is not answered. */
export function FormAnswerInput({
  field,
  value,
  onChange,
  onBlur,
  problem,
  note,
  heading = field.label,
  id = `field-${field.code}`,
  disabled = false,
}: {
  readonly field: FormField
  readonly value: string
  readonly onChange: (value: string) => void
  /** When the person is done with it: the moment to check the answer. */
  readonly onBlur?: () => void
  readonly problem?: string | undefined
  /** What should be known about this question now, e.g. that the guide asks it differently since. */
  readonly note?: string | undefined
  /** Said above the input where the question's own words stand already. */
  readonly heading?: string
  /** Of the input; the whole question has it with `-part` behind. */
  readonly id?: string
  readonly disabled?: boolean
}) {
  const isWrong = problem !== undefined
  const shared = {
    id,
    label: field.label,
    value,
    isWrong,
    disabled,
    onChange,
    ...(onBlur === undefined ? {} : { onBlur }),
  }
  return (
    <Field id={`${id}-part`} label={heading} required={field.required} hint={hintOf(field)} problem={problem}>
      {note !== undefined && <Text className="form-answer-input__note">{note}</Text>}
      {field.type === 'choice' && (
        <Choices
          id={id}
          options={field.options}
          value={value}
          onChange={(chosen) => {
            if (!disabled) onChange(chosen)
          }}
        />
      )}
      {field.type === 'date' && <DateInput {...shared} {...bounds(field)} />}
      {field.type === 'number' && (
        <View className="form-answer-input__measure">
          <View className="form-answer-input__number">
            <TextInput
              {...shared}
              kind={field.decimals === 0 && field.minimum >= 0 ? 'number' : 'decimal'}
              maxLength={20}
            />
          </View>
          {field.unit !== undefined && <Text>{field.unit}</Text>}
        </View>
      )}
      {field.type !== 'choice' && field.type !== 'date' && field.type !== 'number' && (
        <TextInput {...shared} {...textRules(field)} />
      )}
    </Field>
  )
}

type TextField = Exclude<FormField, { type: 'choice' | 'date' | 'number' }>

/** Long pastes are let in and then explained by the check, instead of being cut off in silence. */
function textRules(field: TextField): Pick<TextInputProps, 'kind' | 'maxLength' | 'multiline'> {
  switch (field.type) {
    case 'text':
      return { kind: 'text', maxLength: Math.min(2000, field.maxLength * 2), multiline: field.multiline === true }
    case 'identity-number':
      return { kind: 'identity-number', maxLength: 20 }
    case 'credit-code':
      return { kind: 'text', maxLength: 30 }
    case 'phone':
      return { kind: 'phone', maxLength: 20 }
  }
}

function bounds(field: FormField & { readonly type: 'date' }) {
  const today = serverToday()
  return {
    earliest: field.future === true ? today : addDays(today, -365 * 120),
    latest: field.past === true ? today : addDays(today, 365 * 50),
  }
}

/** The guide's own hint and, where the guide says none, what the form of the answer is. */
function hintOf(field: FormField): string | undefined {
  if (field.hint !== undefined) return field.hint
  switch (field.type) {
    case 'identity-number':
      return '18位，最后一位可能是字母X'
    case 'credit-code':
      return '18位，在营业执照上'
    case 'phone':
      return '11位手机号码'
    default:
      return undefined
  }
}
