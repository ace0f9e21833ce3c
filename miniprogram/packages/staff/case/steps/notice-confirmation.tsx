import { Text, View } from '@tarojs/components'
import { requestCorrection, type ApplicationView } from '@shared/contracts/applications'
import { defects, partKey } from '@shared/domain/correction-notice'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Notice } from '../../../../components/notice'
import { noticeWords } from '../../copy'
import { inOrder } from '../review-draft'
import type { NoticeWriting } from '../notice/notice-writing'
import type { ReviewPart } from '../review-parts'
import { StepPage } from './step-page'
import { useStep, type StepOutcome } from './use-step'
import './notice-confirmation.css'

/** The notice as the applicant will read it, with the law, before it goes out once and for all. */
export function NoticeConfirmation({
  view,
  parts,
  writing,
  outcome,
  onBack,
}: {
  readonly view: ApplicationView
  readonly parts: readonly ReviewPart[]
  readonly writing: NoticeWriting
  readonly outcome: StepOutcome
  readonly onBack: () => void
}) {
  const { isBusy, problem, take } = useStep(requestCorrection, 'request-correction', outcome)
  const marks = inOrder(
    writing.marks,
    parts.map(({ key }) => key),
  )
  const send = () =>
    take({
      applicationId: view.id,
      version: view.version,
      marks: marks.map((mark) => ({ ...mark, explanation: mark.explanation.trim() })),
    })
  return (
    <StepPage title={noticeWords.title} problem={problem}>
      <Notice tone="amber">{noticeWords.lead}</Notice>
      <Card title={noticeWords.heading(view.rounds.length + 1)}>
        <Text className="notice-confirmation__words">{noticeWords.intro(view.itemName, view.receiptNumber)}</Text>
        {marks.map((mark, place) => (
          <View key={partKey(mark)} className="notice-confirmation__mark">
            <Text className="notice-confirmation__label">
              {`${String(place + 1)}. ${parts.find(({ key }) => key === partKey(mark))?.label ?? mark.code}:${defects[mark.defect]}`}
            </Text>
            <Text className="notice-confirmation__words">{mark.explanation}</Text>
          </View>
        ))}
        <Text className="notice-confirmation__words">{noticeWords.due}</Text>
      </Card>
      <Card title={noticeWords.lawTitle}>
        <Text className="notice-confirmation__law">{noticeWords.law}</Text>
      </Card>
      <View className="step-page__actions">
        <Button id="step-back" kind="secondary" disabled={isBusy} onTap={onBack}>
          {noticeWords.back}
        </Button>
        <Button id="send-notice" icon="send" busy={isBusy ? noticeWords.sending : false} onTap={() => void send()}>
          {noticeWords.send}
        </Button>
      </View>
    </StepPage>
  )
}
