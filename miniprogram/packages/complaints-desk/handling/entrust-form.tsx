import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { Problem, Skeleton } from '../../../components/waiting'
import { words } from '../copy'
import { FormActions } from './form-actions'
import type { StepFormProps } from './steps'
import { useMembers } from './use-members'

/** 交办: to a member of the department; whom it is about is refused by the server. */
export function EntrustForm({ department, isBusy, onTake, onCancel }: StepFormProps & { readonly department: string }) {
  const members = useMembers(department)
  const [to, setTo] = useState('')
  const [isTried, setTried] = useState(false)
  const { rows, problem } = members
  if (rows === undefined)
    return problem === undefined ? (
      <Skeleton cards={1} />
    ) : (
      <Problem problem={problem} onRetry={() => void members.reload()} />
    )
  const able = rows.filter(({ mayHandle }) => mayHandle)
  const send = () => {
    setTried(true)
    if (to !== '') onTake({ action: 'entrust', to })
  }
  return (
    <View>
      <Field
        label={words.entrustTo}
        required
        problem={isTried && to === '' ? words.entrustMissing : undefined}
        {...(able.length === 0 && !members.hasMore ? { hint: words.noMembers } : {})}
      >
        <Choices
          id="member"
          options={able.map(({ id, name }) => ({ value: id, label: name }))}
          value={to}
          onChange={setTo}
        />
      </Field>
      {members.hasMore && (
        <Button id="more-members" kind="quiet" small onTap={() => void members.loadMore()}>
          {words.moreMembers}
        </Button>
      )}
      <FormActions action="entrust" isBusy={isBusy} onSend={send} onCancel={onCancel} />
    </View>
  )
}
