import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { lookUpInvitation } from '@shared/contracts/staff'
import { isInvitationCode, normaliseInvitationCode } from '@shared/domain/invitation-code'
import { call } from '../../../cloud/call'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { TextInput } from '../../../components/text-input'
import { canScan, scanCode } from '../../../platform/scan-code'
import { showPart } from '../../../platform/show-part'
import { joinCopy } from '../copy'
import './code-step.css'
import type { Opened } from './join-steps'

/** The code, typed or scanned. A slip of the pen is noticed here and costs no try. */
export function CodeStep({ onOpened }: { readonly onOpened: (opened: Opened) => void }) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const refuse = (sentence: string) => {
    setProblem(sentence)
    showPart('invitation-code-input')
  }
  const open = async (text: string) => {
    if (isBusy) return
    setProblem(undefined)
    if (text.trim() === '') {
      refuse(joinCopy.empty)
      return
    }
    if (!isInvitationCode(text)) {
      refuse(joinCopy.slip)
      return
    }
    const code = normaliseInvitationCode(text)
    setBusy(true)
    const reply = await call(lookUpInvitation, { code })
    setBusy(false)
    if (reply.ok) onOpened({ ...reply.data, code })
    else refuse(reply.error.message)
  }
  const scan = async () => {
    const text = await scanCode()
    if (text === undefined || !isInvitationCode(text)) {
      setProblem(joinCopy.notScanned)
      return
    }
    setTyped(text)
    await open(text)
  }
  return (
    <Card>
      <View className="code-step__intro">
        <Text>{canScan ? joinCopy.introScan : joinCopy.intro}</Text>
      </View>
      <Field label={joinCopy.code} required hint={joinCopy.codeHint} problem={problem}>
        <TextInput
          id="invitation-code-input"
          label={joinCopy.code}
          placeholder={joinCopy.codePlaceholder}
          value={typed}
          maxLength={20}
          isWrong={problem !== undefined}
          onChange={(text) => {
            setProblem(undefined)
            setTyped(text.toUpperCase())
          }}
          onConfirm={() => void open(typed)}
        />
      </Field>
      <View className="code-step__actions">
        {canScan && (
          <Button id="scan-invitation" kind="secondary" icon="qr" disabled={isBusy} onTap={() => void scan()}>
            {joinCopy.scan}
          </Button>
        )}
        <Button id="open-invitation" busy={isBusy && joinCopy.checking} onTap={() => void open(typed)}>
          {joinCopy.next}
        </Button>
      </View>
      <Text className="code-step__tries">{joinCopy.tries}</Text>
    </Card>
  )
}
