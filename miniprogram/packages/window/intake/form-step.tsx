import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { applicantFields } from '@shared/domain/applicant'
import { partKey } from '@shared/domain/correction-notice'
import { channels } from '@shared/domain/item'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { FormAnswerInput } from '../../../components/form-answer-input'
import { intakeWords, resultByChannel } from '../copy'
import { askedFields, type IntakeDraft } from './intake-draft'

/** How the result goes out, who applies, and the questions of the guide. */
export function FormStep({
  guide,
  draft,
  problems,
  onChange,
}: {
  readonly guide: Guide
  readonly draft: IntakeDraft
  readonly problems: ReadonlyMap<string, string>
  readonly onChange: (draft: IntakeDraft) => void
}) {
  const { applicant, answers } = draft
  const fields = askedFields(guide, answers)
  const isOfCompany = !guide.audience.includes('person')
  return (
    <View>
      <Card title={intakeWords.channelTitle}>
        <Choices
          id="channel"
          options={guide.channels.map((value) => ({ value, label: resultByChannel[value], detail: channels[value] }))}
          value={draft.channel}
          onChange={(channel) => onChange({ ...draft, channel })}
        />
      </Card>
      <Card title={isOfCompany ? intakeWords.applicantOfCompany : intakeWords.applicantTitle}>
        {applicantFields.map((field) => {
          const key = partKey({ part: 'applicant', code: field.code })
          return (
            <FormAnswerInput
              key={key}
              id={`applicant-${field.code}`}
              field={field}
              value={applicant[field.code]}
              problem={problems.get(key)}
              onChange={(value) => onChange({ ...draft, applicant: { ...applicant, [field.code]: value } })}
            />
          )
        })}
      </Card>
      <Card title={intakeWords.answersTitle}>
        {fields.length === 0 && <Text>{intakeWords.noAnswers}</Text>}
        {fields.map((field) => {
          const key = partKey({ part: 'field', code: field.code })
          return (
            <FormAnswerInput
              key={key}
              field={field}
              value={answers[field.code] ?? ''}
              problem={problems.get(key)}
              onChange={(value) => onChange({ ...draft, answers: { ...answers, [field.code]: value } })}
            />
          )
        })}
      </Card>
    </View>
  )
}
