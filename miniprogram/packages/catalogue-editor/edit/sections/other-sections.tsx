import { View } from '@tarojs/components'
import { itemParts } from '@shared/domain/item-changes'
import { itemLimits, type ItemContent } from '@shared/domain/item-content'
import { Field } from '../../../../components/field'
import { Notice } from '../../../../components/notice'
import { TextInput } from '../../../../components/text-input'
import { copy } from '../../copy'
import { EntryList } from '../parts/entry-list'
import { flawsIn, partId, type SectionProps } from '../parts/section-props'
import { TextPart } from '../parts/text-part'
import { ListField } from './basics-section'

const words = copy.parts

export function ConditionsSection(props: SectionProps) {
  return <ListField {...props} part="conditions" multiline />
}

export function LegalSection(props: SectionProps) {
  return <ListField {...props} part="legalBasis" multiline />
}

/** What happens one after the other. */
export function StepsSection({ content, set, flaws, focus }: SectionProps) {
  const problem = flawsIn(flaws, 'steps')
  return (
    <View id={partId('steps')}>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <EntryList
        id="part-steps"
        entries={content.steps}
        keyOf={(_, place) => String(place)}
        onChange={(steps) => set('steps', steps)}
        openFirst={focus?.part === 'steps' && focus.at !== undefined ? { at: focus.at, jump: focus.jump } : undefined}
        add={{ words: words.step, make: () => ({ name: '', description: '' }) }}
        view={(step, place, change) => ({
          title: step.name || words.unnamed,
          detail: step.description,
          problem: flawsIn(flaws, 'steps', place),
          body: (
            <>
              <Field label={words.stepName} required>
                <TextInput
                  id={`step-${String(place)}-name`}
                  label={words.stepName}
                  value={step.name}
                  maxLength={itemLimits.text}
                  onChange={(name) => change({ ...step, name })}
                />
              </Field>
              <Field label={words.stepDescription} required>
                <TextInput
                  id={`step-${String(place)}-description`}
                  label={words.stepDescription}
                  multiline
                  value={step.description}
                  maxLength={itemLimits.text}
                  onChange={(description) => change({ ...step, description })}
                />
              </Field>
            </>
          ),
        })}
      />
    </View>
  )
}

/** What it costs, and what people get. */
export function ResultSection({ content, set, flaws }: SectionProps) {
  const { fee, result } = content
  return (
    <>
      <TwoTexts
        part="fee"
        problem={flawsIn(flaws, 'fee')}
        texts={[
          { key: 'amount', label: words.amount, hint: words.amountHint, value: fee.amount },
          { key: 'basis', label: words.basis, value: fee.basis, isLong: true },
        ]}
        onChange={(key, value) => set('fee', { ...fee, [key]: value })}
      />
      <TwoTexts
        part="result"
        problem={flawsIn(flaws, 'result')}
        texts={[
          { key: 'name', label: words.resultName, value: result.name },
          { key: 'description', label: words.resultDescription, value: result.description, isLong: true },
        ]}
        onChange={(key, value) => set('result', { ...result, [key]: value })}
      />
    </>
  )
}

function TwoTexts({
  part,
  problem,
  texts,
  onChange,
}: {
  readonly part: keyof Pick<ItemContent, 'fee' | 'result'>
  readonly problem: string | undefined
  readonly texts: readonly {
    readonly key: string
    readonly label: string
    readonly hint?: string
    readonly value: string
    readonly isLong?: boolean
  }[]
  readonly onChange: (key: string, value: string) => void
}) {
  return (
    <View id={partId(part)}>
      {problem !== undefined && <Notice tone="red">{`${itemParts[part]}：${problem}`}</Notice>}
      {texts.map(({ key, label, hint, value, isLong = false }) => (
        <Field key={key} label={label} required hint={hint}>
          <TextInput
            id={`item-${part}-${key}`}
            label={label}
            value={value}
            multiline={isLong}
            maxLength={itemLimits.text}
            onChange={(next) => onChange(key, next)}
          />
        </Field>
      ))}
    </View>
  )
}

export function ContactSection(props: SectionProps) {
  return (
    <>
      <TextPart {...props} part="place" multiline />
      <TextPart {...props} part="officeHours" />
      <TextPart {...props} part="consultPhone" />
      <TextPart {...props} part="complaintPhone" />
    </>
  )
}
