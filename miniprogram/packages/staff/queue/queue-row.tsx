import { Text, View } from '@tarojs/components'
import type { ApplicationRow } from '@shared/contracts/applications'
import { applicationStates } from '@shared/domain/application-workflow'
import { serverToday } from '../../../cloud/server-time'
import { Button } from '../../../components/button'
import { classNames } from '../../../components/class-names'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Tag } from '../../../components/tag'
import { Tappable } from '../../../components/tappable'
import { words } from '../copy'
import './queue-row.css'

/** How the keyboard finds the row around the focus. */
export const rowIdPrefix = 'case-row-'

/** A case in a queue: what, whose, how urgent, and who has it. */
export function QueueRow({
  row,
  isChosen,
  showsState,
  claim,
  onOpen,
}: {
  readonly row: ApplicationRow
  readonly isChosen: boolean
  readonly showsState: boolean
  /** Where the case can be taken. */
  readonly claim?: { readonly isBusy: boolean; readonly isThis: boolean; readonly take: () => void }
  readonly onOpen: () => void
}) {
  return (
    <View className={classNames('queue-row', isChosen && 'queue-row--chosen')}>
      <Tappable id={`${rowIdPrefix}${row.id}`} className="queue-row__open" pressed={isChosen} onTap={onOpen}>
        <View className="queue-row__words">
          <Text className="queue-row__item">{row.itemName}</Text>
          <View className="queue-row__line">
            <Text className="queue-row__name">{row.applicantName}</Text>
            <Text className="queue-row__receipt">{row.receiptNumber}</Text>
          </View>
          <View className="queue-row__tags">
            {row.deadline !== undefined && <DeadlineTag deadline={row.deadline} today={serverToday()} />}
            {row.round > 0 && <Tag tone="accent">{words.round(row.round)}</Tag>}
            {showsState && <Tag>{applicationStates[row.state].label}</Tag>}
            {row.handler !== undefined && (
              <Tag>{row.handler.mine ? words.handledByMe : words.handledBy(row.handler.name)}</Tag>
            )}
            {row.claim !== undefined && (
              <Tag>{row.claim.mine ? words.heldByMe : words.heldBy(row.claim.staffName)}</Tag>
            )}
          </View>
        </View>
      </Tappable>
      {claim !== undefined && (
        <View className="queue-row__claim">
          <Button
            id={`claim-${row.id}`}
            kind="secondary"
            small
            label={`${words.claim}：${row.itemName},${row.applicantName}`}
            busy={claim.isThis ? words.claiming : false}
            disabled={claim.isBusy}
            onTap={claim.take}
          >
            {words.claim}
          </Button>
        </View>
      )}
    </View>
  )
}
