import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts/contract'
import { saveProfile, type getProfile } from '@shared/contracts/residents'
import { formatDate } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Tick } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { serverToday } from '../../../cloud/server-time'
import { refreshSession } from '../../../cloud/session'
import { useCommand } from '../../../cloud/use-command'
import { say } from '../../../platform/phone'
import { showPart } from '../../../platform/show-part'
import { copy } from '../copy'
import { ForgetProfile } from './forget-profile'
import { checkDetails, details, identityProgress, type Detail, type Details } from './personal-details'

type Profile = OutputOf<typeof getProfile>

/** The form: checked while typing as far as possible, in full before it is sent. Numbers never stay on the device. */
export function ProfileForm({
  profile,
  onSaved,
}: {
  readonly profile: Profile
  readonly onSaved: (profile: Profile) => void
}) {
  const { name, identityNumber, phone, consentedAt } = profile
  const [typed, setTyped] = useState<Details>({ name, identityNumber, phone })
  const [left, setLeft] = useState<readonly Detail[]>([])
  const [isConsented, setConsented] = useState(false)
  const [problem, setProblem] = useState<string>()
  const save = useCommand(saveProfile)

  const wrong = checkDetails(typed, serverToday())
  /** A field is called wrong once the person has left it, or where what is typed cannot become right any more. */
  const problemOf = (detail: Detail) => (left.includes(detail) ? wrong[detail] : undefined)
  const change = (detail: Detail) => (text: string) => {
    setTyped({ ...typed, [detail]: text })
    if (detail === 'identityNumber' && identityProgress(text) >= 18) setLeft([...left, detail])
  }
  const leave = (detail: Detail) => () => {
    if (typed[detail].trim() !== '') setLeft([...left, detail])
  }
  const submit = async () => {
    setLeft(details)
    setProblem(undefined)
    const first = details.find((detail) => wrong[detail] !== undefined)
    if (first !== undefined) {
      showPart(`profile-${first}`)
      return
    }
    if (!isConsented) {
      setProblem(copy.profile.missingConsent)
      return
    }
    const reply = await save.run({ ...typed, consented: true })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(reply.error.fields === undefined ? reply.error.message : Object.values(reply.error.fields).join(';'))
      return
    }
    onSaved(reply.data)
    setTyped({ name: reply.data.name, identityNumber: reply.data.identityNumber, phone: reply.data.phone })
    setConsented(false)
    await refreshSession()
    say(copy.profile.saved)
  }
  const progress = identityProgress(typed.identityNumber)
  return (
    <>
      <Notice>{copy.profile.intro}</Notice>
      <Card>
        <Field label={copy.profile.name} required hint={copy.profile.nameHint} problem={problemOf('name')}>
          <TextInput
            id="profile-name"
            label={copy.profile.name}
            value={typed.name}
            maxLength={30}
            isWrong={problemOf('name') !== undefined}
            onChange={change('name')}
            onBlur={leave('name')}
          />
        </Field>
        <Field
          label={copy.profile.identityNumber}
          required
          hint={progress > 0 && progress < 18 ? copy.profile.counted(progress) : copy.profile.identityHint}
          problem={problemOf('identityNumber')}
        >
          <TextInput
            id="profile-identityNumber"
            label={copy.profile.identityNumber}
            kind="identity-number"
            value={typed.identityNumber}
            maxLength={20}
            isWrong={problemOf('identityNumber') !== undefined}
            onChange={change('identityNumber')}
            onBlur={leave('identityNumber')}
          />
        </Field>
        <Field label={copy.profile.phone} required hint={copy.profile.phoneHint} problem={problemOf('phone')}>
          <TextInput
            id="profile-phone"
            label={copy.profile.phone}
            kind="phone"
            value={typed.phone}
            maxLength={20}
            isWrong={problemOf('phone') !== undefined}
            onChange={change('phone')}
            onBlur={leave('phone')}
          />
        </Field>
      </Card>
      <Card title={copy.profile.consentTitle}>
        <Tick
          id="profile-consent"
          isTicked={isConsented}
          label={copy.profile.consent}
          detail={copy.profile.purpose}
          onChange={setConsented}
        />
        {consentedAt !== undefined && <Text>{copy.profile.consentedAt(formatDate(consentedAt))}</Text>}
      </Card>
      {problem !== undefined && (
        <Notice id="profile-problem" tone="red">
          {problem}
        </Notice>
      )}
      <Button id="save-profile" busy={save.isBusy && copy.profile.saving} onTap={() => void submit()}>
        {copy.profile.save}
      </Button>
      {consentedAt !== undefined && (
        <ForgetProfile
          onForgotten={() => {
            onSaved({ name: '', identityNumber: '', phone: '' })
            setTyped({ name: '', identityNumber: '', phone: '' })
            setLeft([])
          }}
        />
      )}
    </>
  )
}
