import { Text, View } from '@tarojs/components'
import { withdrawApplication, type ApplicationView } from '@shared/contracts/applications'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Row } from '../../../components/row'
import { useCommand } from '../../../cloud/use-command'
import { openPage } from '../../../platform/open-page'
import { callPhone, confirm, say } from '../../../platform/phone'
import { showTop } from '../../../platform/show-part'
import { copy } from './copy'
import './other-actions.css'

/** What can be done besides: the slip, a call to the window, taking the application back. */
export function OtherActions({
  view,
  consultPhone,
  onChanged,
  onMovedOn,
}: {
  readonly view: ApplicationView
  readonly consultPhone: string | undefined
  readonly onChanged: (view: ApplicationView) => void
  /** The application changed meanwhile. */
  readonly onMovedOn: () => Promise<void>
}) {
  return (
    <View>
      <Card id="more">
        <Row
          id="slip"
          icon="file"
          title={copy.slip}
          detail={copy.slipDetail}
          onTap={() => openPage(`/packages/applications/submitted/index?id=${view.id}`)}
        />
        {consultPhone !== undefined && (
          <Row id="call" icon="phone" title={copy.call} detail={consultPhone} onTap={() => callPhone(consultPhone)} />
        )}
        <Row
          id="complain"
          icon="edit"
          title={copy.complainOnline}
          detail={copy.complainOnlineDetail}
          onTap={() =>
            openPage(
              `/packages/complaints/send/index?receipt=${view.receiptNumber}&department=${encodeURIComponent(view.department)}`,
            )
          }
        />
      </Card>
      {view.actions.includes('withdraw') && <Withdraw view={view} onChanged={onChanged} onMovedOn={onMovedOn} />}
    </View>
  )
}

function Withdraw({
  view,
  onChanged,
  onMovedOn,
}: {
  readonly view: ApplicationView
  readonly onChanged: (view: ApplicationView) => void
  readonly onMovedOn: () => Promise<void>
}) {
  const { isBusy, run } = useCommand(withdrawApplication)
  const withdraw = async () => {
    if (!(await confirm({ title: copy.withdrawTitle, content: copy.withdrawContent, yes: copy.withdrawYes }))) return
    const reply = await run({ applicationId: view.id, version: view.version })
    if (reply === undefined) return
    if (reply.ok) {
      onChanged(reply.data)
      say(copy.withdrawn)
      showTop()
      return
    }
    if (reply.error.code === 'VERSION_CHANGED' || reply.error.code === 'WRONG_STATE') await onMovedOn()
    else say(reply.error.message)
  }
  return (
    <View className="other-actions__withdraw">
      <Text className="other-actions__meaning">{copy.withdrawMeaning}</Text>
      <Button id="withdraw" kind="danger" icon="undo" busy={isBusy && copy.withdrawBusy} onTap={() => void withdraw()}>
        {copy.withdraw}
      </Button>
    </View>
  )
}
