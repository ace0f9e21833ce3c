import { Text, View } from '@tarojs/components'
import { applicationActions } from '@shared/domain/application-workflow'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import type { Autosave } from '../draft-autosave'
import './apply-bar.css'
import { copy } from './copy'
import { SaveState } from './save-state'
import { lastStep, type Steps } from './use-steps'

/** At the lower edge: what stops the person, whether everything is saved, and the way back and on. */
export function ApplyBar({
  step,
  steps,
  autosave,
  isOnline,
  refusal,
  busy,
  onSubmit,
}: {
  readonly step: number
  readonly steps: Steps
  readonly autosave: Autosave
  readonly isOnline: boolean
  readonly refusal: string | undefined
  readonly busy: string | false
  readonly onSubmit: () => void
}) {
  return (
    <View className="apply-bar">
      {refusal !== undefined && (
        <Notice id="refusal" tone="red">
          {refusal}
        </Notice>
      )}
      {steps.seenHere > 0 && step < lastStep && (
        <Text id="step-problems" className="apply-bar__problems">
          {copy.problems(steps.seenHere)}
        </Text>
      )}
      <SaveState autosave={autosave} isOnline={isOnline} />
      <View className="apply-bar__buttons">
        {step > 0 && (
          <Button id="previous" kind="secondary" disabled={busy !== false} onTap={() => steps.goTo(step - 1)}>
            {copy.back}
          </Button>
        )}
        {step < lastStep ? (
          <Button id="next" onTap={steps.goOn}>
            {copy.next}
          </Button>
        ) : (
          <Button id="submit" busy={busy} onTap={onSubmit}>
            {applicationActions.submit.label}
          </Button>
        )}
      </View>
    </View>
  )
}
