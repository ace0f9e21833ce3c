import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { formatDateTime } from '@shared/domain/civil-time'
import { answerText } from '@shared/domain/answer-text'
import { applicantFields } from '@shared/domain/applicant'
import type { PartKind } from '@shared/domain/correction-notice'
import { channels } from '@shared/domain/item'
import type { Guide } from '@shared/contracts/catalogue'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Tappable } from '../../../components/tappable'
import { openPage } from '../../../platform/open-page'
import { Fact, Facts } from '../../../components/facts'
import type { DraftContent } from '../draft-autosave'
import { partLabel } from '../part-label'
import { copy } from './copy'
import './draft-notices.css'
import type { OpenDraft } from './edit-draft'
import type { DraftInHand } from './use-draft'

/** What has to be decided or known about the draft itself before going on. */
export function DraftNotices({
  hand,
  draft,
  onJump,
}: {
  readonly hand: DraftInHand
  readonly draft: OpenDraft
  readonly onJump: (key: string) => void
}) {
  const { autosave, guide, changedParts } = draft
  if (autosave.trouble?.kind === 'gone') return <Gone hand={hand} />
  if (autosave.conflict !== undefined) return <Conflict hand={hand} draft={draft} />
  if (changedParts.length === 0) return null
  return (
    <Card id="guide-changed" tone="amber" title={copy.changedTitle}>
      <Text>{copy.changedWords}</Text>
      <View className="draft-notices__parts">
        {changedParts.map((key) => (
          <Tappable
            key={key}
            id={`changed-${key.replace(':', '-')}`}
            className="draft-notices__part"
            onTap={() => onJump(key)}
          >
            <Text>{labelOf(guide, key)}</Text>
          </Tappable>
        ))}
      </View>
      <Button id="changes-seen" kind="secondary" onTap={hand.seenChanges}>
        {copy.changedSeen}
      </Button>
    </Card>
  )
}

function Conflict({ hand, draft: { autosave, guide } }: { readonly hand: DraftInHand; readonly draft: OpenDraft }) {
  const { conflict, content } = autosave
  if (conflict === undefined) return null
  return (
    <Card id="draft-conflict" tone="amber" title={copy.conflictTitle}>
      <Text>{copy.conflictWords(formatDateTime(conflict.at))}</Text>
      <Facts>
        {conflict.parts.map((key) => (
          <Fact key={key} label={labelOf(guide, key)}>
            <View className="draft-notices__both">
              <Text>{`${copy.conflictMine}:${valueOf(guide, content, key)}`}</Text>
              <Text>{`${copy.conflictTheirs}:${valueOf(guide, conflict.theirs, key)}`}</Text>
            </View>
          </Fact>
        ))}
      </Facts>
      <View className="draft-notices__choice">
        <Button id="take-theirs" kind="secondary" onTap={() => hand.settle('theirs')}>
          {copy.takeTheirs}
        </Button>
        <Button id="take-mine" kind="secondary" onTap={() => hand.settle('mine')}>
          {copy.takeMine}
        </Button>
      </View>
    </Card>
  )
}

function Gone({ hand }: { readonly hand: DraftInHand }) {
  const [busy, setBusy] = useState<'mine' | 'theirs'>()
  const restart = async (preferred: 'mine' | 'theirs') => {
    setBusy(preferred)
    await hand.restart(preferred)
    setBusy(undefined)
  }
  return (
    <Card id="draft-gone" tone="amber" title={copy.goneTitle}>
      <Text>{copy.goneWords}</Text>
      <View className="draft-notices__choice">
        <Button id="to-progress" kind="secondary" onTap={() => openPage('/pages/progress/index')}>
          {copy.goneProgress}
        </Button>
        <Button
          id="restart-draft"
          kind="secondary"
          busy={busy === 'mine' ? copy.goneRestartBusy : false}
          onTap={() => void restart('mine')}
        >
          {copy.goneRestart}
        </Button>
        <Button
          id="begin-empty"
          kind="quiet"
          busy={busy === 'theirs' ? copy.goneRestartBusy : false}
          onTap={() => void restart('theirs')}
        >
          {copy.goneEmpty}
        </Button>
      </View>
    </Card>
  )
}

/** What a part key is called. */
function labelOf(guide: Guide, key: string): string {
  const [part = '', code = ''] = key.split(':')
  return isPartKind(part) ? partLabel(guide, { part, code }) : copy.channelName
}

const partKinds: readonly PartKind[] = ['field', 'material', 'applicant']
const isPartKind = (text: string): text is PartKind => partKinds.some((kind) => kind === text)

function valueOf(guide: Guide, content: DraftContent, key: string): string {
  const value = textOf(guide, content, key)
  return value === '' ? copy.conflictEmpty : value
}

function textOf(guide: Guide, { channel, applicant, answers }: DraftContent, key: string): string {
  const [part = '', code = ''] = key.split(':')
  if (part === 'applicant')
    return applicantFields.map((field) => (field.code === code ? applicant[field.code] : '')).join('')
  const field = guide.fields.find((each) => part === 'field' && each.code === code)
  return field === undefined ? channels[channel] : answerText(field, answers[code] ?? '')
}
