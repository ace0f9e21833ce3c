import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { linkApplication } from '@shared/contracts/applications-window'
import { identityNumberSentence } from '@shared/domain/form-answers'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { TextInput } from '../../../components/text-input'
import { serverToday } from '../../../cloud/server-time'
import { useCommand } from '../../../cloud/use-command'
import { say } from '../../../platform/phone'
import { FormNote } from '../form-note'
import { copy } from './copy'

/** An application taken in at the window comes to its owner's phone: receipt number and identity number agree. */
export default function Link() {
  return (
    <Screen title={copy.title}>
      <SignedIn why={copy.signIn}>
        <LinkForm />
      </SignedIn>
    </Screen>
  )
}

function LinkForm() {
  const { isBusy, run } = useCommand(linkApplication)
  const { receipt = '' } = useRouter().params
  const [receiptNumber, setReceiptNumber] = useState(receipt)
  const [identityNumber, setIdentityNumber] = useState('')
  const [problems, setProblems] = useState<{ readonly receipt?: string; readonly identity?: string }>({})
  const [refusal, setRefusal] = useState<string>()
  const send = async () => {
    setRefusal(undefined)
    const identity = identityNumberSentence(identityNumber, serverToday())
    const found = {
      ...(receiptNumber.trim().length < 8 ? { receipt: copy.receiptMissing } : {}),
      ...(identity === undefined ? {} : { identity }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return
    const reply = await run({ receiptNumber, identityNumber })
    if (reply === undefined) return
    if (!reply.ok) {
      setRefusal(reply.error.message)
      return
    }
    say(copy.linked)
    void Taro.redirectTo({ url: `/packages/applications/case/index?id=${reply.data.applicationId}` })
  }
  return (
    <Card>
      <Notice>{copy.intro}</Notice>
      {refusal !== undefined && (
        <Notice id="refusal" tone="red">
          {refusal}
        </Notice>
      )}
      <Field label={copy.receipt} required hint={copy.receiptHint} problem={problems.receipt}>
        <TextInput
          id="receipt"
          label={copy.receipt}
          value={receiptNumber}
          onChange={setReceiptNumber}
          maxLength={40}
          isWrong={problems.receipt !== undefined}
        />
      </Field>
      <Field label={copy.identity} required problem={problems.identity}>
        <TextInput
          id="identity"
          label={copy.identity}
          kind="identity-number"
          value={identityNumber}
          onChange={setIdentityNumber}
          maxLength={20}
          isWrong={problems.identity !== undefined}
        />
      </Field>
      <FormNote>{copy.purpose}</FormNote>
      <Button id="link" busy={isBusy && copy.sendBusy} onTap={() => void send()}>
        {copy.send}
      </Button>
    </Card>
  )
}
