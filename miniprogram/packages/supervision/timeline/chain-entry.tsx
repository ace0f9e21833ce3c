import { Text, View } from '@tarojs/components'
import { caseChains, type AuditTimeline } from '@shared/contracts/supervision'
import { formatDateTime } from '@shared/domain/civil-time'
import { classNames } from '../../../components/class-names'
import { spoken } from '../../../platform/spoken'
import { timelineWords } from '../copy'
import { detailsInWords } from '../detail-words'
import './chain-entry.css'

/** An entry's place in the record of a case: each chain counts its own. */
export function placeOf({ chain, sequence }: Pick<AuditTimeline['entries'][number], 'chain' | 'sequence'>): string {
  return chain === 'case' ? String(sequence) : `${chain}-${String(sequence)}`
}

/** One entry: what, when, who, everything else it says, and the mark to compare with another copy. */
export function ChainEntry({
  entry,
  isFaulty,
}: {
  readonly entry: AuditTimeline['entries'][number]
  readonly isFaulty: boolean
}) {
  const { kind, name, id } = entry.actor
  const kindName = timelineWords.actors[kind]
  // Staff are named with their reference: two may have the same name.
  const who = kind === 'staff' ? `${kindName} ${name}（${id}）` : kindName
  return (
    <View
      id={`entry-${placeOf(entry)}`}
      className={classNames('chain-entry', isFaulty && 'chain-entry--faulty')}
      {...spoken({ role: 'listitem' })}
    >
      <Text className="chain-entry__number">
        {entry.chain === 'case' ? entry.sequence : `${caseChains[entry.chain]}${String(entry.sequence)}`}
      </Text>
      <View className="chain-entry__words">
        <Text className="chain-entry__label">{entry.label}</Text>
        <Text className="chain-entry__line">
          {formatDateTime(entry.at)} · {who}
        </Text>
        {detailsInWords(entry.details).map((line) => (
          <Text key={line} className="chain-entry__line">
            {line}
          </Text>
        ))}
        <Text className="chain-entry__line" userSelect>
          {timelineWords.mark} {entry.mark}
        </Text>
      </View>
    </View>
  )
}
