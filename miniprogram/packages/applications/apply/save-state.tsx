import { Text, View } from '@tarojs/components'
import { formatTime } from '@shared/domain/civil-time'
import { Icon } from '../../../components/icon'
import type { IconName } from '../../../components/icon-names'
import { Tappable } from '../../../components/tappable'
import { showPart } from '../../../platform/show-part'
import { spoken } from '../../../platform/spoken'
import { isSaved, type Autosave } from '../draft-autosave'
import { copy } from './copy'
import './save-state.css'

/** Whether what is on the page is safe, in words. */
export function SaveState({ autosave, isOnline }: { readonly autosave: Autosave; readonly isOnline: boolean }) {
  const { icon, words, decision } = stateOf(autosave, isOnline)
  const line = (
    <View id="save-state" className="save-state" {...spoken({ role: 'status' })}>
      <Icon name={icon} size="s" />
      <Text>{words}</Text>
    </View>
  )
  if (decision === undefined) return line
  return (
    <Tappable id="to-decision" className="save-state__decision" onTap={() => showPart(decision)}>
      {line}
    </Tappable>
  )
}

interface State {
  readonly icon: IconName
  readonly words: string
  /** The id of the card with what the person has to decide before anything is saved. */
  readonly decision?: string
}

function stateOf(autosave: Autosave, isOnline: boolean): State {
  if (autosave.conflict !== undefined) return { icon: 'warning', words: copy.savingWaits, decision: 'draft-conflict' }
  switch (autosave.trouble?.kind) {
    case 'gone':
      return { icon: 'warning', words: copy.savingEnded, decision: 'draft-gone' }
    case 'offline':
      return { icon: 'offline', words: copy.savedOnPhone }
    case 'refused':
      return { icon: 'warning', words: copy.savedOnPhoneForNow }
    case undefined:
      if (isSaved(autosave)) return { icon: 'check-circle', words: copy.saved(formatTime(autosave.saved.at)) }
      return isOnline ? { icon: 'clock', words: copy.saving } : { icon: 'offline', words: copy.savedOnPhone }
  }
}
