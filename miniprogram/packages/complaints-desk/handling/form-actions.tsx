import { View } from '@tarojs/components'
import { complaintActions, type ComplaintAction } from '@shared/domain/complaint-workflow'
import { Button } from '../../../components/button'
import { words } from '../copy'
import './handled-complaint.css'

/** Sends a step's form, or puts it away. */
export function FormActions({
  action,
  isBusy,
  onSend,
  onCancel,
}: {
  readonly action: ComplaintAction
  readonly isBusy: boolean
  readonly onSend: () => void
  readonly onCancel: () => void
}) {
  return (
    <View className="handled-complaint__actions">
      <Button id="step-send" busy={isBusy && words.busy} onTap={onSend}>
        {complaintActions[action].label}
      </Button>
      <Button id="step-cancel" kind="quiet" disabled={isBusy} onTap={onCancel}>
        {words.cancel}
      </Button>
    </View>
  )
}
