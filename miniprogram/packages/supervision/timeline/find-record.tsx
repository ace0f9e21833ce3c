import { useState } from 'react'
import { View } from '@tarojs/components'
import { findRecord } from '@shared/contracts/supervision'
import { receiptNumberIn } from '@shared/domain/case-search'
import { call } from '../../../cloud/call'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { TextInput } from '../../../components/text-input'
import { openPage } from '../../../platform/open-page'
import { timelineWords as words } from '../copy'

/** Which case's record to open, by the number on its receipt. */
export function FindRecord() {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const find = async () => {
    if (receiptNumberIn(typed) === undefined) {
      setProblem(words.numberWrong)
      return
    }
    setBusy(true)
    const reply = await call(findRecord, { receiptNumber: typed })
    setBusy(false)
    if (reply.ok) openPage(`/packages/supervision/timeline/index?id=${reply.data.applicationId}`)
    else setProblem(reply.error.message)
  }
  return (
    <Card>
      <Field label={words.number} required hint={words.numberHint} problem={problem}>
        <TextInput
          id="record-number"
          kind="search"
          label={words.number}
          value={typed}
          maxLength={40}
          isWrong={problem !== undefined}
          onChange={(text) => {
            setTyped(text)
            setProblem(undefined)
          }}
          onConfirm={() => void find()}
        />
      </Field>
      <View>
        <Button id="record-open" icon="search" busy={isBusy && words.finding} onTap={() => void find()}>
          {words.open}
        </Button>
      </View>
    </Card>
  )
}
