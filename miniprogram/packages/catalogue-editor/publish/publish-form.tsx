import { useState } from 'react'
import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Guide } from '@shared/contracts/catalogue'
import { publishItemDraft, type EditableItem } from '@shared/contracts/catalogue-editing'
import { itemChanges } from '@shared/domain/item-changes'
import { contentOf, type ItemContent } from '@shared/domain/item-content'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { useCommand } from '../../../cloud/use-command'
import { returnTo } from '../../../platform/open-page'
import { say } from '../../../platform/phone'
import { ChangeList } from '../change-list'
import { copy } from '../copy'
import { FlawList } from '../edit/flaw-list'
import { placedFlaws } from '../edit/placed-flaws'

/** What publishing would change, and the button; a flawed guide gets the way back instead. */
export function PublishForm({
  item,
  published,
  onStale,
}: {
  readonly item: EditableItem
  readonly published: Guide | undefined
  /** Somebody wrote or published meanwhile: everything is looked at anew. */
  readonly onStale: () => void
}) {
  const [problem, setProblem] = useState<string>()
  const publishing = useCommand(publishItemDraft)
  const content: ItemContent = item.content
  const flaws = placedFlaws(content, item.code)
  const changes = published === undefined ? undefined : itemChanges(contentOf(published), content)
  const over = item.version ?? 0
  const back = () => returnTo(`/packages/catalogue-editor/edit/index?code=${item.code}`)

  const publish = async () => {
    const reply = await publishing.run({ code: item.code, revision: item.revision, over })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(reply.error.message)
      onStale()
      return
    }
    say(copy.publish.done(reply.data.version))
    void Taro.redirectTo({ url: `/packages/catalogue-editor/history/index?code=${item.code}` })
  }
  if (flaws.length > 0) {
    return (
      <>
        <Notice tone="amber">{`${copy.publish.flawsTitle}。${copy.publish.flawsDetail}`}</Notice>
        <FlawList flaws={flaws} onJump={back} />
        <Button id="back-to-edit" onTap={back}>
          {copy.publish.backToEdit}
        </Button>
      </>
    )
  }
  if (changes?.length === 0 && item.standing === 'published') {
    return (
      <>
        <Notice>{copy.publish.same}</Notice>
        <Button id="back-to-edit" kind="secondary" onTap={back}>
          {copy.publish.backToEdit}
        </Button>
      </>
    )
  }
  return (
    <>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <Card id="publish-what" title={content.name}>
        <Text>{published === undefined ? copy.publish.first : copy.publish.next(over + 1)}</Text>
      </Card>
      {changes !== undefined && (
        <Card title={copy.publish.differences}>
          <ChangeList changes={changes} />
        </Card>
      )}
      <Notice>{copy.publish.effect}</Notice>
      {!item.isEdited && published !== undefined && <Notice tone="amber">{copy.publish.takeOver}</Notice>}
      <Button id="publish" busy={publishing.isBusy && copy.publish.going} onTap={() => void publish()}>
        {copy.publish.go}
      </Button>
    </>
  )
}
