import { useState } from 'react'
import { View } from '@tarojs/components'
import { keysOf } from '@shared/contracts/keys-of'
import { complaintKinds, type ComplaintKind } from '@shared/domain/complaint-workflow'
import { Choices } from '../../../components/choices'
import { Field } from '../../../components/field'
import { words } from '../copy'
import { FormActions } from './form-actions'
import type { StepFormProps } from './steps'

const options = keysOf(complaintKinds).map((value) => ({
  value,
  label: complaintKinds[value].label,
  detail: words.kindDetail(complaintKinds[value].workingDays),
}))

/** 受理: the kind as the centre sees it. */
export function ReceiveForm({
  kind: begin,
  isBusy,
  onTake,
  onCancel,
}: StepFormProps & { readonly kind: ComplaintKind }) {
  const [kind, setKind] = useState(begin)
  return (
    <View>
      <Field label={words.kind} required>
        <Choices id="kind" options={options} value={kind} onChange={setKind} />
      </Field>
      <FormActions
        action="receive"
        isBusy={isBusy}
        onSend={() => onTake({ action: 'receive', kind })}
        onCancel={onCancel}
      />
    </View>
  )
}
