import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { applicationActions, type ApplicationAction } from '@shared/domain/application-workflow'
import { Button } from '../../../components/button'
import { Icon } from '../../../components/icon'
import { Tappable } from '../../../components/tappable'
import { spoken } from '../../../platform/spoken'
import { markWords } from '../copy'
import { NoticeList } from './notice/notice-list'
import type { NoticeWriting } from './notice/notice-writing'
import type { ReviewPart } from './review-parts'
import './review-bar.css'

const kinds: Readonly<Partial<Record<ApplicationAction, 'primary' | 'secondary' | 'quiet' | 'danger'>>> = {
  claim: 'primary',
  pass: 'primary',
  'request-correction': 'secondary',
  reject: 'danger',
  release: 'quiet',
  accept: 'primary',
  take: 'primary',
  approve: 'primary',
  deny: 'danger',
  suspend: 'secondary',
  resume: 'primary',
  extend: 'secondary',
  deliver: 'primary',
}

/** The steps open to this person, as the workflow table gives them. */
export function StepButtons({
  actions,
  busyWith,
  onStep,
}: {
  readonly actions: readonly ApplicationAction[]
  /** The step under way, with its words. */
  readonly busyWith: { readonly action: ApplicationAction; readonly words: string } | undefined
  readonly onStep: (action: ApplicationAction) => void
}) {
  return (
    <View className="review-bar__steps">
      {actions.map((action) => (
        <View key={action} className="review-bar__step">
          <Button
            id={`step-${action}`}
            kind={kinds[action] ?? 'secondary'}
            busy={busyWith?.action === action ? busyWith.words : false}
            disabled={busyWith !== undefined}
            onTap={() => onStep(action)}
          >
            {applicationActions[action].label}
          </Button>
        </View>
      ))}
    </View>
  )
}

/** At the lower edge: the notice being written, and the steps. */
export function ReviewBar({
  parts,
  writing,
  note,
  steps,
  onGo,
}: {
  readonly parts: readonly ReviewPart[]
  readonly writing: NoticeWriting
  /** What must not be missed, wherever the page stands. */
  readonly note: string | undefined
  readonly steps: Parameters<typeof StepButtons>[0]
  readonly onGo: (key: string) => void
}) {
  const [isListOpen, setListOpen] = useState(false)
  const count = writing.marks.length
  const isShown = isListOpen && count > 0
  if (steps.actions.length === 0 && !(writing.isOpen && count > 0)) return null
  return (
    <View className="review-bar" {...spoken({ role: 'region', label: markWords.title(count) })}>
      {writing.isOpen && isShown && (
        <NoticeList
          parts={parts}
          writing={writing}
          onGo={(key) => {
            setListOpen(false)
            onGo(key)
          }}
        />
      )}
      {writing.isOpen && count > 0 && (
        <Tappable
          id="notice-toggle"
          className="review-bar__toggle"
          pressed={isShown}
          onTap={() => setListOpen(!isListOpen)}
        >
          <View className="review-bar__summary">
            <Text className="review-bar__count">{markWords.title(count)}</Text>
            <View className="review-bar__show">
              <Text>{isShown ? markWords.hide : markWords.show}</Text>
              <Icon name={isShown ? 'down' : 'up'} size="s" />
            </View>
          </View>
        </Tappable>
      )}
      {note !== undefined && <Text className="review-bar__note">{note}</Text>}
      {steps.actions.length > 0 && <StepButtons {...steps} />}
    </View>
  )
}
