import { View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { confirmReceipt, receiveResult } from '@shared/contracts/applications-decision'
import { applicationStates, suspensionReasons } from '@shared/domain/application-workflow'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { extensionSentence, suspensionSentence } from '@shared/domain/sentences-of-law'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { useCommand } from '../../../cloud/use-command'
import { SentFile } from '../sent-file'
import { FormNote } from '../form-note'
import { copy } from './copy'

/** What was decided, its document, and receiving it. */
export function Decision({
  view,
  onChanged,
  onMovedOn,
}: {
  readonly view: ApplicationView
  readonly onChanged: (view: ApplicationView) => void
  readonly onMovedOn: () => Promise<void>
}) {
  const receiving = useCommand(receiveResult)
  const confirming = useCommand(confirmReceipt)
  const [refusal, setRefusal] = useState<string>()
  const { decision } = view
  if (decision === undefined) return null
  const take = (command: typeof receiving | typeof confirming) => async () => {
    const reply = await command.run({ applicationId: view.id, version: view.version })
    if (reply === undefined) return
    if (reply.ok) onChanged(reply.data)
    else if (reply.error.code === 'VERSION_CHANGED' || reply.error.code === 'WRONG_STATE') await onMovedOn()
    else setRefusal(reply.error.message)
  }
  // The files of a decision that has not been received yet are opened by receiving it.
  const mustReceive = view.mine && view.actions.includes('deliver')
  return (
    <Card id="decision" title={copy.decisionTitle} tone={decision.kind === 'approved' ? 'accent' : 'red'}>
      {refusal !== undefined && (
        <Notice id="refusal" tone="red">
          {refusal}
        </Notice>
      )}
      <Facts>
        <Fact label={copy.decision}>{applicationStates[decision.kind].label}</Fact>
        <Fact label={copy.decidedAt}>{formatDate(decision.decidedAt)}</Fact>
        <Fact label={copy.documentNumber}>{decision.documentNumber}</Fact>
        {decision.reason !== undefined && <Fact label={copy.decisionReason}>{decision.reason}</Fact>}
        {decision.remedies !== undefined && <Fact label={copy.remediesTitle}>{decision.remedies}</Fact>}
        {decision.delivery !== undefined && (
          <Fact
            label={copy.deliveredAt}
          >{`${copy.deliveryWays[decision.delivery.way]} · ${formatDateTime(decision.delivery.at)}`}</Fact>
        )}
      </Facts>
      {mustReceive ? (
        <View>
          <FormNote>{copy.receiveHint}</FormNote>
          <Button
            id="receive"
            icon="download"
            busy={receiving.isBusy && copy.receiveBusy}
            onTap={() => void take(receiving)()}
          >
            {copy.receive}
          </Button>
        </View>
      ) : (
        decision.files.map((file) => <SentFile key={file.id} file={file} applicationId={view.id} />)
      )}
      {view.mine && view.actions.includes('confirm') && (
        <View>
          <FormNote>{copy.confirmHint}</FormNote>
          <Button
            id="confirm-receipt"
            icon="check"
            busy={confirming.isBusy && copy.confirmBusy}
            onTap={() => void take(confirming)()}
          >
            {copy.confirm}
          </Button>
        </View>
      )}
    </Card>
  )
}

/** Why the clocks stand still or run longer, and who deals with the case. */
export function Handling({ view }: { readonly view: ApplicationView }) {
  const { suspension, extension, acceptance, handler, pledge } = view
  if (acceptance === undefined && suspension === undefined && extension === undefined) return null
  return (
    <Card id="handling" title={copy.handlingTitle}>
      {suspension !== undefined && (
        <Notice id="suspension" tone="amber">
          {suspensionSentence(
            suspensionReasons[suspension.reason],
            formatDate(suspension.since),
            String(suspension.expectedWorkingDays),
            suspension.explanation,
          )}
        </Notice>
      )}
      {extension !== undefined && (
        <Notice id="extension" tone="amber">
          {extensionSentence(extension.workingDays, extension.reason)}
        </Notice>
      )}
      <Facts>
        {acceptance !== undefined && <Fact label={copy.acceptanceNumber}>{acceptance.number}</Fact>}
        {acceptance !== undefined && <Fact label={copy.acceptedAt}>{formatDateTime(acceptance.at)}</Fact>}
        {acceptance !== undefined && <Fact label={copy.acceptanceWay}>{copy.acceptanceWays[acceptance.way]}</Fact>}
        {handler !== undefined && <Fact label={copy.handler}>{handler.name}</Fact>}
        {pledge !== undefined && <Fact label={copy.pledgeSigned}>{formatDateTime(pledge.signedAt)}</Fact>}
        {pledge?.check !== undefined && (
          <Fact label={copy.pledgeCheck}>
            {pledge.check.kept ? copy.pledgeKept : `${copy.pledgeBroken}：${pledge.check.note}`}
          </Fact>
        )}
      </Facts>
    </Card>
  )
}
