import { useState } from 'react'
import { View } from '@tarojs/components'
import { retireItem } from '@shared/contracts/catalogue-editing'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { useCommand } from '../../../cloud/use-command'
import { copy } from '../copy'
import './retire-panel.css'

/** Takes an item off the list, with the reason that goes into its chain. */
export function RetirePanel({
  code,
  version,
  onCancel,
  onDone,
}: {
  readonly code: string
  readonly version: number
  readonly onCancel: () => void
  readonly onDone: () => void
}) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const retiring = useCommand(retireItem)
  const retire = async () => {
    const reply = await retiring.run({ code, version, reason })
    if (reply === undefined) return
    if (reply.ok) onDone()
    else setProblem(reply.error.fields?.reason ?? reply.error.message)
  }
  return (
    <View className="retire-panel">
      <Notice tone="amber">{copy.edit.retireWarning}</Notice>
      <Field label={copy.edit.reason} required hint={copy.edit.reasonHint} problem={problem}>
        <TextInput
          id="retire-reason"
          label={copy.edit.reason}
          value={reason}
          maxLength={200}
          multiline
          isWrong={problem !== undefined}
          onChange={(value) => {
            setReason(value)
            setProblem(undefined)
          }}
        />
      </Field>
      <View className="retire-panel__actions">
        <Button id="retire-cancel" kind="quiet" onTap={onCancel}>
          {copy.edit.cancel}
        </Button>
        <Button
          id="retire-confirm"
          kind="danger"
          busy={retiring.isBusy && copy.edit.retiring}
          onTap={() => void retire()}
        >
          {copy.edit.retire}
        </Button>
      </View>
    </View>
  )
}
