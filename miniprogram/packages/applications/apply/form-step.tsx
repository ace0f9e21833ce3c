import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { getProfile } from '@shared/contracts/residents'
import type { Guide } from '@shared/contracts/catalogue'
import { applicantFields } from '@shared/domain/applicant'
import { partKey } from '@shared/domain/correction-notice'
import { call } from '../../../cloud/call'
import { useSession } from '../../../cloud/session'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { FormAnswerInput } from '../../../components/form-answer-input'
import { openPage } from '../../../platform/open-page'
import { confirm, say } from '../../../platform/phone'
import type { DraftContent } from '../draft-autosave'
import { askedFields } from './check-draft'
import { copy } from './copy'
import './form-step.css'

/** Who applies, and the questions of the guide that apply. */
export function FormStep({
  guide,
  content,
  changedParts,
  problemAt,
  onChange,
  onLeave,
}: {
  readonly guide: Guide
  readonly content: DraftContent
  readonly changedParts: readonly string[]
  /** The problem of a part, where it should be seen by now. */
  readonly problemAt: (key: string) => string | undefined
  readonly onChange: (content: DraftContent) => void
  /** The person is done with a part: its problem may be shown. */
  readonly onLeave: (key: string) => void
}) {
  const { applicant, answers } = content
  const fields = askedFields(guide, answers)
  const forCompany = !guide.audience.includes('person')
  return (
    <View>
      <Card title={forCompany ? copy.applicantOfCompany : copy.applicantTitle}>
        <ProfileButton applicant={applicant} onFilled={(filled) => onChange({ ...content, applicant: filled })} />
        {applicantFields.map((field) => {
          const key = partKey({ part: 'applicant', code: field.code })
          return (
            <FormAnswerInput
              key={key}
              id={`applicant-${field.code}`}
              field={field}
              value={applicant[field.code]}
              problem={problemAt(key)}
              onChange={(value) => onChange({ ...content, applicant: { ...applicant, [field.code]: value } })}
              onBlur={() => onLeave(key)}
            />
          )
        })}
      </Card>
      <Card title={copy.answersTitle}>
        {fields.length === 0 && <Text>{copy.noAnswers}</Text>}
        {fields.map((field) => {
          const key = partKey({ part: 'field', code: field.code })
          return (
            <FormAnswerInput
              key={key}
              field={field}
              value={answers[field.code] ?? ''}
              problem={problemAt(key)}
              note={changedParts.includes(key) ? copy.changedNote : undefined}
              onChange={(value) => onChange({ ...content, answers: { ...answers, [field.code]: value } })}
              onBlur={() => onLeave(key)}
            />
          )
        })}
      </Card>
    </View>
  )
}

/** Fills in what the person once stored about themselves; it is fetched in full at the tap only. */
function ProfileButton({
  applicant,
  onFilled,
}: {
  readonly applicant: DraftContent['applicant']
  readonly onFilled: (applicant: DraftContent['applicant']) => void
}) {
  const session = useSession()
  const [isBusy, setBusy] = useState(false)
  const mask =
    session.kind === 'known' && session.name !== undefined
      ? [session.name, session.identityMask ?? ''].filter((each) => each !== '').join(' ')
      : undefined
  if (mask === undefined) {
    return (
      <View className="form-step__profile">
        <Text className="form-step__hint">{copy.profileNone}</Text>
        <Button
          id="open-profile"
          kind="secondary"
          icon="user"
          onTap={() => openPage('/packages/residents/profile/index')}
        >
          {copy.profileOpen}
        </Button>
      </View>
    )
  }
  const fill = async () => {
    setBusy(true)
    const reply = await call(getProfile, {})
    setBusy(false)
    if (!reply.ok) {
      say(reply.error.message)
      return
    }
    const { name, identityNumber, phone } = reply.data
    const filled = { name, identityNumber, phone }
    const isReplacing = applicantFields.some(({ code }) => applicant[code] !== '' && applicant[code] !== filled[code])
    if (
      isReplacing &&
      !(await confirm({
        title: copy.profileReplaceTitle,
        content: copy.profileReplaceWords,
        yes: copy.profileReplaceYes,
      }))
    )
      return
    onFilled(filled)
    say(copy.profileFilled)
  }
  return (
    <View className="form-step__profile">
      <Button
        id="use-profile"
        kind="secondary"
        icon="user"
        busy={isBusy ? copy.useProfileBusy : false}
        onTap={() => void fill()}
      >
        {copy.useProfile}
      </Button>
      <Text className="form-step__mask">{mask}</Text>
    </View>
  )
}
