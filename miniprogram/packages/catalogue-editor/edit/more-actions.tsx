import { useState } from 'react'
import { discardItemDraft, restoreItem } from '@shared/contracts/catalogue-editing'
import { isOpenTo } from '@shared/domain/item-standing'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Row } from '../../../components/row'
import { useCommand } from '../../../cloud/use-command'
import { openPage, returnTo } from '../../../platform/open-page'
import { confirm, say } from '../../../platform/phone'
import { copy } from '../copy'
import { isSaved } from './item-autosave'
import { RetirePanel } from './retire-panel'
import type { ItemEditing, OpenItem } from './use-item-editing'

const items = '/packages/catalogue-editor/items/index'

/** History, throwing the draft away, taking the item off the list and putting it back. */
export function MoreActions({ editing, open }: { readonly editing: ItemEditing; readonly open: OpenItem }) {
  const { item, autosave } = open
  const [isRetiring, setRetiring] = useState(false)
  const [problem, setProblem] = useState<string>()
  const discarding = useCommand(discardItemDraft)
  const restoring = useCommand(restoreItem)
  const { code, standing, version } = item
  const hasDraft = autosave.saved.revision > 0 || !isSaved(autosave)

  const discard = async () => {
    const content = version === undefined ? copy.edit.discardNew : copy.edit.discardQuestion
    const isSure = await confirm({ title: copy.edit.discardTitle, content, yes: copy.edit.discardYes })
    if (!isSure) return
    if (autosave.saved.revision > 0) {
      const reply = await discarding.run({ code, revision: autosave.saved.revision })
      if (reply === undefined) return
      if (!reply.ok && reply.error.code !== 'DRAFT_NOT_FOUND') {
        setProblem(reply.error.message)
        return editing.refresh()
      }
    }
    say(copy.edit.discarded)
    if (version !== undefined) return editing.refresh('forgetting')
    editing.close()
    returnTo(items)
  }
  const restore = async () => {
    const isSure = await confirm({
      title: copy.edit.restoreTitle,
      content: copy.edit.restoreQuestion(version ?? 1),
      yes: copy.edit.restore,
    })
    if (!isSure) return
    const reply = await restoring.run({ code })
    if (reply === undefined) return
    if (reply.ok) say(copy.edit.restored)
    else setProblem(reply.error.message)
    await editing.refresh()
  }
  return (
    <Card title={copy.edit.more}>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <Row
        id="to-history"
        icon="clock"
        title={copy.edit.history}
        detail={copy.edit.historyDetail}
        onTap={() => openPage(`/packages/catalogue-editor/history/index?code=${code}`)}
      />
      {hasDraft && (
        <Row
          id="discard-draft"
          icon="undo"
          title={copy.edit.discard}
          detail={version === undefined ? copy.edit.discardNew : copy.edit.discardDetail}
          onTap={() => void discard()}
        />
      )}
      {isOpenTo(standing, 'retire') && !isRetiring && (
        <Row
          id="retire"
          icon="trash"
          title={copy.edit.retire}
          detail={copy.edit.retireDetail}
          onTap={() => setRetiring(true)}
        />
      )}
      {isRetiring && version !== undefined && isOpenTo(standing, 'retire') && (
        <RetirePanel
          code={code}
          version={version}
          onCancel={() => setRetiring(false)}
          onDone={() => {
            setRetiring(false)
            say(copy.edit.retired)
            void editing.refresh()
          }}
        />
      )}
      {isOpenTo(standing, 'restore') && (
        <Row
          id="restore"
          icon="refresh"
          title={copy.edit.restore}
          detail={restoring.isBusy ? copy.edit.restoring : copy.edit.restoreDetail}
          onTap={() => void restore()}
        />
      )}
    </Card>
  )
}
