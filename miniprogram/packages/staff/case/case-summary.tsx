import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { applicationStates, clockNames } from '@shared/domain/application-workflow'
import { formatDateTime } from '@shared/domain/civil-time'
import { channels } from '@shared/domain/item'
import { serverToday } from '../../../cloud/server-time'
import { Card } from '../../../components/card'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Tag } from '../../../components/tag'
import { copyText } from '../../../platform/phone'
import { caseWords, handlingWords, words } from '../copy'
import { ToolButton } from '../../../components/tool-button'
import { HandlingFacts } from './handling-facts'
import { SummaryFact, SummaryNote } from './summary-fact'
import './case-summary.css'

/** What the case is, where it stands, what runs, and what was decided. */
export function CaseSummary({
  view,
  onRecord,
}: {
  readonly view: ApplicationView
  /** Opens the whole record, for who may read it. */
  readonly onRecord?: () => void
}) {
  const { outcome } = view
  return (
    <Card
      title={view.itemName}
      aside={
        <View className="case-summary__tags">
          {view.rounds.length > 0 && <Tag tone="accent">{words.round(view.rounds.length)}</Tag>}
          <Tag tone="accent">{applicationStates[view.state].label}</Tag>
        </View>
      }
    >
      <SummaryFact name={caseWords.receipt}>
        <View className="case-summary__receipt">
          <Text className="case-summary__number" userSelect>
            {view.receiptNumber}
          </Text>
          <ToolButton
            id="copy-receipt"
            words={caseWords.copy}
            label={`${caseWords.copy}${caseWords.receipt}`}
            onTap={() => void copyText(view.receiptNumber, caseWords.copied)}
          />
          {onRecord !== undefined && <ToolButton id="to-record" words={words.timeline} onTap={onRecord} />}
        </View>
      </SummaryFact>
      <SummaryFact name={caseWords.channel}>{channels[view.channel]}</SummaryFact>
      <SummaryFact name={caseWords.department}>{view.department}</SummaryFact>
      <SummaryFact name={caseWords.submitted}>{formatDateTime(view.submittedAt)}</SummaryFact>
      {view.clocks.map((clock) => (
        <SummaryFact key={clock.clock} id={`clock-${clock.clock}`} name={clockNames[clock.clock]}>
          <DeadlineTag deadline={clock} today={serverToday()} />
          <SummaryNote>
            {clock.basis === clockNames[clock.clock] ? handlingWords.days(clock.workingDays) : clock.basis}
          </SummaryNote>
        </SummaryFact>
      ))}
      <HandlingFacts view={view} />
      {outcome !== undefined && (
        <SummaryFact name={caseWords.outcome}>
          <Text>{outcome.reason}</Text>
          {outcome.rightAuthority !== undefined && (
            <SummaryNote>{`${caseWords.rightAuthority}：${outcome.rightAuthority}`}</SummaryNote>
          )}
          {outcome.remedies !== undefined && <SummaryNote>{outcome.remedies}</SummaryNote>}
        </SummaryFact>
      )}
    </Card>
  )
}
