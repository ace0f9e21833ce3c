import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import { answerText } from '@shared/domain/answer-text'
import { applicantFields } from '@shared/domain/applicant'
import { Card } from '../../../components/card'
import { Tick } from '../../../components/choices'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { ToolButton } from '../../../components/tool-button'
import { intakeWords, resultByChannel } from '../copy'
import { askedFields, askedMaterials, type IntakeDraft } from './intake-draft'

/** Everything once more, to be gone through with the person at the window. */
export function ConfirmStep({
  guide,
  draft,
  isPresent,
  isTickMissing,
  onPresent,
  onEdit,
}: {
  readonly guide: Guide
  readonly draft: IntakeDraft
  readonly isPresent: boolean
  readonly isTickMissing: boolean
  readonly onPresent: (isPresent: boolean) => void
  readonly onEdit: (step: 'form' | 'materials') => void
}) {
  const { applicant, answers, received } = draft
  const fields = askedFields(guide, answers)
  const handedOver = askedMaterials(guide, answers).filter(({ code }) => received.includes(code))
  return (
    <View>
      <Part id="edit-applicant" title={intakeWords.applicantTitle} onEdit={() => onEdit('form')}>
        <Facts>
          <Fact label={intakeWords.channelTitle}>{resultByChannel[draft.channel]}</Fact>
          {applicantFields.map(({ code, label }) => (
            <Fact key={code} label={label}>
              {applicant[code]}
            </Fact>
          ))}
        </Facts>
      </Part>
      {fields.length > 0 && (
        <Part id="edit-answers" title={intakeWords.answersTitle} onEdit={() => onEdit('form')}>
          <Facts>
            {fields.map((field) => (
              <Fact key={field.code} label={field.label}>
                {answerText(field, (answers[field.code] ?? '').trim()) || intakeWords.none}
              </Fact>
            ))}
          </Facts>
        </Part>
      )}
      <Part id="edit-paper" title={intakeWords.handedOver} onEdit={() => onEdit('materials')}>
        {handedOver.length === 0 && <Text>{intakeWords.noMaterials}</Text>}
        <Facts>
          {handedOver.map(({ code, name, originals }) => (
            <Fact key={code} label={name}>
              {originals > 0 ? intakeWords.received : intakeWords.receivedPaper}
            </Fact>
          ))}
        </Facts>
      </Part>
      <Card>
        {isTickMissing && <Notice tone="amber">{intakeWords.presentMissing}</Notice>}
        <Tick
          id="present"
          isTicked={isPresent}
          label={intakeWords.present}
          detail={intakeWords.presentDetail}
          onChange={onPresent}
        />
      </Card>
    </View>
  )
}

function Part({
  id,
  title,
  onEdit,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly onEdit: () => void
  readonly children: ReactNode
}) {
  return (
    <Card
      title={title}
      aside={
        <ToolButton id={id} icon="edit" words={intakeWords.edit} label={intakeWords.editOf(title)} onTap={onEdit} />
      }
    >
      {children}
    </Card>
  )
}
