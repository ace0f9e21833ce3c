import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { formatTime } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { openPage } from '../../../platform/open-page'
import { say } from '../../../platform/phone'
import { showPart } from '../../../platform/show-part'
import { spoken } from '../../../platform/spoken'
import { copy } from '../copy'
import { conflictId } from './conflict-card'
import './editor-bar.css'
import { isSaved, type ItemAutosave } from './item-autosave'
import type { ItemEditing, OpenItem } from './use-item-editing'

/** Whether the work is saved, and the two ways on. */
export function EditorBar({ editing, open }: { readonly editing: ItemEditing; readonly open: OpenItem }) {
  const [isGoing, setGoing] = useState(false)
  const { autosave, item } = open
  const goTo = async (page: 'preview' | 'publish') => {
    setGoing(true)
    const isReady = await editing.saveNow()
    setGoing(false)
    if (isReady) openPage(`/packages/catalogue-editor/${page}/index?code=${item.code}`)
    else if (autosave.conflict === undefined) say(autosave.trouble?.sentence ?? copy.edit.unsaved)
    else showPart(conflictId)
  }
  return (
    <View className="editor-bar">
      <Text className="editor-bar__state" {...spoken({ role: 'status' })}>
        {saveState(autosave)}
      </Text>
      <View className="editor-bar__actions">
        <Button id="to-preview" kind="secondary" disabled={isGoing} onTap={() => void goTo('preview')}>
          {copy.edit.preview}
        </Button>
        <Button id="to-publish" disabled={isGoing} onTap={() => void goTo('publish')}>
          {copy.edit.publish}
        </Button>
      </View>
    </View>
  )
}

function saveState(autosave: ItemAutosave): string {
  const { conflict, sending, trouble, saved } = autosave
  if (conflict !== undefined) return copy.edit.undecided
  if (sending !== undefined) return copy.edit.saving
  if (trouble !== undefined) {
    if (trouble.kind === 'offline') return copy.edit.offline
    return trouble.kind === 'gone' ? copy.edit.gone : trouble.sentence
  }
  if (!isSaved(autosave)) return copy.edit.unsaved
  return saved.revision === 0 || saved.at === undefined ? copy.edit.unchanged : copy.edit.savedAt(formatTime(saved.at))
}
