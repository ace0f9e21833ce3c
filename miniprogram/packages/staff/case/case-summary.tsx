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
import { caseWords, words } from '../copy'
import { ToolButton } from '../../../components/tool-button'
import './case-summary.css'

/** What the case is, where it stands, and what runs. */
export function CaseSummary({ view }: { readonly view: ApplicationView }) {
  const facts = [
    [caseWords.channel, channels[view.channel]],
    [caseWords.department, view.department],
    [caseWords.submitted, formatDateTime(view.submittedAt)],
  ] as const
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
      <View className="case-summary__fact">
        <Text className="case-summary__name">{caseWords.receipt}</Text>
        <Text className="case-summary__receipt" userSelect>
          {view.receiptNumber}
        </Text>
        <ToolButton
          id="copy-receipt"
          words={caseWords.copy}
          label={`${caseWords.copy}${caseWords.receipt}`}
          onTap={() => void copyText(view.receiptNumber, caseWords.copied)}
        />
      </View>
      {facts.map(([name, value]) => (
        <View key={name} className="case-summary__fact">
          <Text className="case-summary__name">{name}</Text>
          <Text className="case-summary__value">{value}</Text>
        </View>
      ))}
      {view.clocks.map((clock) => (
        <View key={clock.clock} className="case-summary__fact">
          <Text className="case-summary__name">{clockNames[clock.clock]}</Text>
          <View className="case-summary__value">
            <DeadlineTag deadline={clock} today={serverToday()} />
            <Text className="case-summary__basis">{clock.basis}</Text>
          </View>
        </View>
      ))}
      {view.outcome !== undefined && (
        <View className="case-summary__fact">
          <Text className="case-summary__name">{caseWords.outcome}</Text>
          <View className="case-summary__value">
            <Text>{view.outcome.reason}</Text>
            {view.outcome.rightAuthority !== undefined && (
              <Text className="case-summary__basis">{`${caseWords.rightAuthority}:${view.outcome.rightAuthority}`}</Text>
            )}
            {view.outcome.remedies !== undefined && (
              <Text className="case-summary__basis">{view.outcome.remedies}</Text>
            )}
          </View>
        </View>
      )}
    </Card>
  )
}
