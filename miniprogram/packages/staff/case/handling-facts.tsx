import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { applicationStates, suspensionReasons } from '@shared/domain/application-workflow'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { linkToFile } from '../../../cloud/file-link'
import { FileThumb } from '../../../components/file-thumb'
import { Tag } from '../../../components/tag'
import { ToolButton } from '../../../components/tool-button'
import { openFile } from '../../../platform/open-file'
import { say } from '../../../platform/phone'
import { decisionWords, handlingWords as words } from '../copy'
import './handling-facts.css'
import { SummaryFact, SummaryNote } from './summary-fact'

/** From acceptance to delivery: how it was accepted, who deals with it, what happened to its limits, what was decided. */
export function HandlingFacts({ view }: { readonly view: ApplicationView }) {
  const { acceptance, handler, suspension, extension, decision, pledge } = view
  return (
    <>
      {acceptance !== undefined && (
        <>
          <SummaryFact id="acceptance" name={words.acceptanceNumber}>
            <Text userSelect>{acceptance.number}</Text>
          </SummaryFact>
          <SummaryFact name={words.acceptedAt}>
            <Text>{formatDateTime(acceptance.at)}</Text>
            <SummaryNote>{words.ways[acceptance.way]}</SummaryNote>
          </SummaryFact>
        </>
      )}
      {(acceptance !== undefined || handler !== undefined) && (
        <SummaryFact id="handler" name={words.handler}>
          {handler === undefined ? words.nobody : handler.mine ? words.handlerMine : handler.name}
        </SummaryFact>
      )}
      {suspension !== undefined && (
        <SummaryFact id="suspension" name={words.suspension}>
          <Text>
            {words.suspended(
              suspensionReasons[suspension.reason],
              formatDate(suspension.since),
              suspension.expectedWorkingDays,
            )}
          </Text>
          <SummaryNote>{suspension.explanation}</SummaryNote>
        </SummaryFact>
      )}
      {extension !== undefined && (
        <SummaryFact id="extension" name={words.extension}>
          <Text>{words.extended(extension.workingDays, formatDate(extension.grantedAt))}</Text>
          <SummaryNote>{words.reason(extension.reason)}</SummaryNote>
        </SummaryFact>
      )}
      {decision !== undefined && <DecisionFacts applicationId={view.id} decision={decision} />}
      {pledge !== undefined && <PledgeFact pledge={pledge} />}
    </>
  )
}

function DecisionFacts({
  applicationId,
  decision,
}: {
  readonly applicationId: string
  readonly decision: NonNullable<ApplicationView['decision']>
}) {
  const { kind, documentNumber, decidedAt, reason, remedies, files, delivery } = decision
  const open = async (fileId: string) => {
    const link = await linkToFile(fileId, applicationId)
    if (link.ok) await openFile(link.url, link.kind).catch(() => say(decisionWords.notShown))
    else say(link.sentence)
  }
  return (
    <>
      <SummaryFact id="decision" name={words.decision}>
        <Text userSelect>{words.decided(applicationStates[kind].label, documentNumber, formatDate(decidedAt))}</Text>
        {reason !== undefined && <SummaryNote>{words.reason(reason)}</SummaryNote>}
        {remedies !== undefined && <SummaryNote>{remedies}</SummaryNote>}
      </SummaryFact>
      {files.length > 0 && (
        <SummaryFact name={words.files}>
          <View className="handling-facts__files">
            {files.map((file, place) => (
              <FileThumb
                key={file.id}
                id={`result-${file.id}`}
                applicationId={applicationId}
                file={file}
                name={file.name}
                place={place + 1}
                of={files.length}
                onOpen={() => void open(file.id)}
              />
            ))}
          </View>
        </SummaryFact>
      )}
      {delivery !== undefined && (
        <SummaryFact id="delivery" name={words.delivery}>
          <Text>{`${words.delivered[delivery.way]} · ${formatDateTime(delivery.at)}`}</Text>
          {delivery.recipient !== undefined && <SummaryNote>{words.recipient(delivery.recipient)}</SummaryNote>}
        </SummaryFact>
      )}
    </>
  )
}

/** The signed pledge, and what was found when it was checked. */
function PledgeFact({ pledge }: { readonly pledge: NonNullable<ApplicationView['pledge']> }) {
  const [isOpen, setOpen] = useState(false)
  const { check } = pledge
  return (
    <SummaryFact id="pledge" name={words.pledge}>
      <View className="handling-facts__line">
        <Text>{words.pledgeSigned(formatDateTime(pledge.signedAt))}</Text>
        {check !== undefined && (
          <Tag tone={check.kept ? 'green' : 'red'}>
            {(check.kept ? words.pledgeKept : words.pledgeBroken)(formatDate(check.at))}
          </Tag>
        )}
        <ToolButton
          id="pledge-text"
          words={isOpen ? words.pledgeHide : words.pledgeShow}
          isOn={isOpen}
          onTap={() => setOpen(!isOpen)}
        />
      </View>
      {check !== undefined && <SummaryNote>{check.note}</SummaryNote>}
      {isOpen && <SummaryNote>{pledge.text}</SummaryNote>}
    </SummaryFact>
  )
}
