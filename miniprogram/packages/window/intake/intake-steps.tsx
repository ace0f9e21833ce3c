import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { acceptOnSite } from '@shared/contracts/applications-window'
import type { Guide } from '@shared/contracts/catalogue'
import { serverToday } from '../../../cloud/server-time'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { ToolButton } from '../../../components/tool-button'
import { confirm } from '../../../platform/phone'
import { showPart, showTop } from '../../../platform/show-part'
import { intakeWords } from '../copy'
import { WindowBar } from '../window-bar'
import { ConfirmStep } from './confirm-step'
import { FormStep } from './form-step'
import { formProblems, missingMaterials, readyIntake, type IntakeDraft } from './intake-draft'
import './intake-steps.css'
import { MaterialsStep } from './materials-step'

/** The steps once the matter is chosen. */
type Step = 'form' | 'materials' | 'confirm'
const order: readonly Step[] = ['form', 'materials', 'confirm']

/** The form, the paper on the table, and everything once more before it is accepted. */
export function IntakeSteps({
  guide,
  draft,
  appointmentId,
  onChange,
  onChangeMatter,
  onDiscard,
  onAccepted,
}: {
  readonly guide: Guide
  readonly draft: IntakeDraft
  readonly appointmentId?: string
  readonly onChange: (draft: IntakeDraft) => void
  readonly onChangeMatter: () => void
  readonly onDiscard: () => void
  readonly onAccepted: (view: ApplicationView) => void
}) {
  const [step, setStep] = useState<Step>('form')
  const [isChecked, setChecked] = useState(false)
  const [isPresent, setPresent] = useState(false)
  const [isTickMissing, setTickMissing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { isBusy, run } = useCommand(acceptOnSite)
  const problems = formProblems(guide, draft, serverToday())
  const missing = missingMaterials(guide, draft)
  const at = order.indexOf(step)

  const go = (next: Step) => {
    setStep(next)
    setProblem(undefined)
    showTop()
  }
  const showFirstProblem = () => {
    setChecked(true)
    const [first = ''] = problems.keys()
    showPart(`${first.replace(':', '-')}-part`)
  }
  const forward = () => {
    if (step === 'form') {
      if (problems.size > 0) showFirstProblem()
      else go('materials')
    } else if (missing.length === 0) go('confirm')
  }
  const accept = async () => {
    setTickMissing(!isPresent)
    setProblem(undefined)
    if (!isPresent) return
    const { itemCode, channel, applicant } = draft
    const reply = await run({
      itemCode,
      channel,
      applicant,
      ...readyIntake(guide, draft),
      ...(appointmentId === undefined ? {} : { appointmentId }),
    })
    if (reply === undefined) return
    if (reply.ok) onAccepted(reply.data)
    else setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
  }
  const discard = async () => {
    const { discardTitle: title, discardDetail: content, discardYes: yes } = intakeWords
    if (await confirm({ title, content, yes })) onDiscard()
  }
  return (
    <View>
      <Card
        title={guide.name}
        aside={<ToolButton id="change-matter" words={intakeWords.changeMatter} onTap={onChangeMatter} />}
      >
        <Text className="intake-steps__department">{guide.department}</Text>
        <Text className="intake-steps__place">
          {intakeWords.stepOf(at + 2, intakeWords.steps.length, intakeWords.steps[at + 1] ?? '')}
        </Text>
        <View className="intake-steps__kept">
          <Text className="intake-steps__soft">{intakeWords.draftKept}</Text>
          <ToolButton id="discard-intake" tone="plain" words={intakeWords.discard} onTap={() => void discard()} />
        </View>
      </Card>
      {step === 'form' && (
        <FormStep guide={guide} draft={draft} problems={isChecked ? problems : none} onChange={onChange} />
      )}
      {step === 'materials' && <MaterialsStep guide={guide} draft={draft} onChange={onChange} />}
      {step === 'confirm' && (
        <ConfirmStep
          guide={guide}
          draft={draft}
          isPresent={isPresent}
          isTickMissing={isTickMissing && !isPresent}
          onPresent={setPresent}
          onEdit={go}
        />
      )}
      <WindowBar>
        {problem !== undefined && <Notice tone="red">{problem}</Notice>}
        {step === 'form' && isChecked && problems.size > 0 && (
          <Text className="intake-steps__left">{intakeWords.problems(problems.size)}</Text>
        )}
        {step === 'materials' && missing.length > 0 && (
          <Text id="still-missing" className="intake-steps__left">
            {intakeWords.missing(missing.map(({ name }) => name))}
          </Text>
        )}
        <View className="intake-steps__buttons">
          {at > 0 && (
            <Button id="intake-previous" kind="secondary" disabled={isBusy} onTap={() => go(order[at - 1] ?? 'form')}>
              {intakeWords.previous}
            </Button>
          )}
          {step === 'confirm' ? (
            <Button
              id="intake-accept"
              icon="check"
              busy={isBusy ? intakeWords.accepting : false}
              onTap={() => void accept()}
            >
              {intakeWords.accept}
            </Button>
          ) : (
            <Button id="intake-next" disabled={step === 'materials' && missing.length > 0} onTap={forward}>
              {intakeWords.next}
            </Button>
          )}
        </View>
      </WindowBar>
    </View>
  )
}

const none: ReadonlyMap<string, string> = new Map()
