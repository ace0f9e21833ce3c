import { View } from '@tarojs/components'
import { itemLimits } from '@shared/domain/item-content'
import type { FormField } from '@shared/domain/item'
import { Field } from '../../../../components/field'
import { TextInput } from '../../../../components/text-input'
import { copy } from '../../copy'
import './form-grid.css'
import { NumberInput } from './number-input'
import { withLabels } from './option-labels'
import { TextList } from './text-list'
import { YesNo } from './yes-no'

const words = copy.parts

/** What an answer of this type has to be like. */
export function FieldRules({
  id,
  field,
  newOption,
  onChange,
}: {
  readonly id: string
  readonly field: FormField
  readonly newOption: () => string
  readonly onChange: (field: FormField) => void
}) {
  switch (field.type) {
    case 'text':
      return (
        <View className="form-grid">
          <Field label={words.minLength} required={false}>
            <NumberInput
              id={`${id}-minLength`}
              label={words.minLength}
              isOptional
              value={field.minLength}
              onChange={(minLength) => onChange({ ...field, minLength })}
            />
          </Field>
          <Field label={words.maxLength} required>
            <NumberInput
              id={`${id}-maxLength`}
              label={words.maxLength}
              value={field.maxLength}
              onChange={(maxLength = 0) => onChange({ ...field, maxLength })}
            />
          </Field>
          <Field label={words.multiline} required>
            <YesNo
              id={`${id}-multiline`}
              value={field.multiline === true}
              onChange={(isOn) => onChange({ ...field, multiline: isOn || undefined })}
            />
          </Field>
        </View>
      )
    case 'number':
      return (
        <View className="form-grid">
          <Field label={words.minimum} required>
            <NumberInput
              id={`${id}-minimum`}
              label={words.minimum}
              decimal
              value={field.minimum}
              onChange={(minimum = 0) => onChange({ ...field, minimum })}
            />
          </Field>
          <Field label={words.maximum} required>
            <NumberInput
              id={`${id}-maximum`}
              label={words.maximum}
              decimal
              value={field.maximum}
              onChange={(maximum = 0) => onChange({ ...field, maximum })}
            />
          </Field>
          <Field label={words.decimals} required>
            <NumberInput
              id={`${id}-decimals`}
              label={words.decimals}
              value={field.decimals}
              onChange={(decimals = 0) => onChange({ ...field, decimals })}
            />
          </Field>
          <Field label={words.unit} required={false}>
            <TextInput
              id={`${id}-unit`}
              label={words.unit}
              value={field.unit ?? ''}
              maxLength={itemLimits.text}
              onChange={(unit) => onChange({ ...field, unit: unit === '' ? undefined : unit })}
            />
          </Field>
        </View>
      )
    case 'choice':
      return (
        <Field label={words.options} required>
          <TextList
            id={`${id}-options`}
            label={words.optionLabel}
            texts={field.options.map(({ label }) => label)}
            addWords={words.option}
            onChange={(labels) => onChange({ ...field, options: withLabels(field.options, labels, newOption) })}
          />
        </Field>
      )
    case 'date':
      return (
        <View className="form-grid">
          <Field label={words.past} required>
            <YesNo
              id={`${id}-past`}
              value={field.past === true}
              onChange={(isOn) => onChange({ ...field, past: isOn || undefined })}
            />
          </Field>
          <Field label={words.future} required>
            <YesNo
              id={`${id}-future`}
              value={field.future === true}
              onChange={(isOn) => onChange({ ...field, future: isOn || undefined })}
            />
          </Field>
        </View>
      )
    case 'identity-number':
    case 'credit-code':
    case 'phone':
      return null
  }
}
