import { Text, View } from '@tarojs/components'
import { discardDraft } from '@shared/contracts/applications'
import { formatDate } from '@shared/domain/civil-time'
import { daysLeft } from '@shared/domain/deadline'
import { isDraftEnding } from '@shared/domain/progress-list'
import { Button } from '../../components/button'
import { Tag } from '../../components/tag'
import { useCommand } from '../../cloud/use-command'
import { openPage } from '../../platform/open-page'
import { confirm, say } from '../../platform/phone'
import { copy } from './copy'
import './draft-row.css'
import type { DraftRow as Draft } from './my-applications'

/** A draft with how long it is kept, to go on with or to throw away. */
export function DraftRow({
  draft,
  today,
  onDiscarded,
}: {
  readonly draft: Draft
  readonly today: string
  readonly onDiscarded: () => void
}) {
  const { isBusy, run } = useCommand(discardDraft)
  const left = daysLeft({ dueOn: draft.keptUntil }, today)

  const discard = async () => {
    const { itemCode, itemName } = draft
    if (!(await confirm({ title: copy.discardTitle, content: copy.discardContent(itemName), yes: copy.discardYes })))
      return
    const reply = await run({ itemCode })
    if (reply === undefined) return
    // Gone already (thrown away on another device): that is what was asked for.
    const isGone = reply.ok || reply.error.code === 'DRAFT_NOT_FOUND'
    say(isGone ? copy.discarded : reply.error.message)
    if (isGone) onDiscarded()
  }

  return (
    <View className="draft-row">
      <Text className="draft-row__name">{draft.itemName}</Text>
      <View className="draft-row__kept">
        <Tag tone={isDraftEnding(draft.keptUntil, today) ? 'amber' : 'plain'}>
          {copy.keptUntil(left, formatDate(draft.keptUntil))}
        </Tag>
      </View>
      <View className="draft-row__actions">
        <Button
          id={`draft-continue-${draft.itemCode}`}
          kind="secondary"
          icon="edit"
          small
          label={`${copy.continueDraft}：${draft.itemName}`}
          onTap={() => openPage(`/packages/applications/apply/index?item=${draft.itemCode}`)}
        >
          {copy.continueDraft}
        </Button>
        <Button
          id={`draft-discard-${draft.itemCode}`}
          kind="quiet"
          icon="trash"
          small
          busy={isBusy && copy.discardBusy}
          label={`${copy.discard}：${draft.itemName}`}
          onTap={() => void discard()}
        >
          {copy.discard}
        </Button>
      </View>
    </View>
  )
}
