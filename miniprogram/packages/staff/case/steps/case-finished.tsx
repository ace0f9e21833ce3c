import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ApplicationAction } from '@shared/domain/application-workflow'
import { Button } from '../../../../components/button'
import { Icon } from '../../../../components/icon'
import { say } from '../../../../platform/phone'
import { finished, finishedWords, words } from '../../copy'
import { StepPage } from './step-page'
import { findNextCase } from '../../queue/next-case'
import './case-finished.css'

/** A step is done: what follows from it, and the next case. */
export function CaseFinished({
  applicationId,
  action,
  onOpen,
  onStay,
  onBack,
}: {
  readonly applicationId: string
  readonly action: ApplicationAction
  readonly onOpen: (applicationId: string) => void
  readonly onStay: () => void
  readonly onBack?: () => void
}) {
  const [isFinding, setFinding] = useState(false)
  const next = async () => {
    setFinding(true)
    const found = await findNextCase(applicationId, action)
    setFinding(false)
    if (found === undefined) say(finishedWords.noNext)
    else onOpen(found)
  }
  const said = finished[action]
  return (
    <View id="case-finished" className="case-finished">
      <View className="case-finished__sign">
        <Icon name="check-circle" size="l" />
      </View>
      <StepPage title={said?.title ?? ''} problem={undefined}>
        <Text>{said?.detail ?? ''}</Text>
      </StepPage>
      <View className="case-finished__actions">
        <Button id="next-case" busy={isFinding ? finishedWords.finding : false} onTap={() => void next()}>
          {finishedWords.next}
        </Button>
        <Button id="stay-here" kind="secondary" onTap={onStay}>
          {finishedWords.stay}
        </Button>
        {onBack !== undefined && (
          <Button id="back-to-queue" kind="quiet" onTap={onBack}>
            {words.back}
          </Button>
        )}
      </View>
    </View>
  )
}
