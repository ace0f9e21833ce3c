import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { getCentre } from '@shared/contracts/catalogue'
import { useQuery } from '../../../cloud/use-query'
import { useUploads } from '../../../cloud/use-uploads'
import { Screen } from '../../../components/screen'
import { useOnline } from '../../../platform/use-online'
import { forgetDraft } from '../kept-draft'
import { keepSlip } from '../kept-slips'
import { makeSlip } from '../make-slip'
import { ApplyBar } from './apply-bar'
import './apply-form.css'
import { ChannelStep } from './channel-step'
import { ConfirmStep, signatureProblem, type Ticks } from './confirm-step'
import { copy } from './copy'
import { DraftNotices } from './draft-notices'
import { FormStep } from './form-step'
import { MaterialsStep } from './materials-step'
import { Stepper } from './stepper'
import type { OpenDraft } from './edit-draft'
import type { DraftInHand } from './use-draft'
import { lastStep, useSteps } from './use-steps'
import { useSubmission, type Submission } from './use-submission'

/** The steps of an application over one draft. */
export function ApplyForm({ hand, draft }: { readonly hand: DraftInHand; readonly draft: OpenDraft }) {
  const { guide, autosave, materials, changedParts, step } = draft
  const { content } = autosave
  const isOnline = useOnline()
  const centre = useQuery(getCentre, {})
  const uploads = useUploads({ kind: 'draft', itemCode: guide.code }, hand.fileTaken)
  const onTheirWay = uploads.list.filter(({ standing }) => standing.kind !== 'failed')
  const steps = useSteps(hand, draft, (code) => onTheirWay.some(({ material }) => material === code))
  const { busy, submit } = useSubmission(guide.code, hand)
  const [ticks, setTicks] = useState<Ticks>({ declared: false, consented: false, signature: '' })
  const [hasTried, setTried] = useState(false)
  /** Why the last tap on this step came to nothing. */
  const [refused, setRefused] = useState<{ readonly step: number; readonly sentence: string }>()
  const refusal = refused?.step === step ? refused.sentence : undefined
  const refuse = (sentence: string) => setRefused({ step, sentence })

  const sendIn = async () => {
    setTried(true)
    setRefused(undefined)
    if (steps.problems.size > 0) {
      steps.showAll()
      steps.look('missing')
      return
    }
    if (!ticks.declared || !ticks.consented) {
      steps.look(ticks.declared ? 'consent' : 'declare')
      return
    }
    if (guide.pledge && (ticks.way === undefined || signatureProblem(ticks, content.applicant.name) !== undefined)) {
      steps.look(ticks.way === undefined ? 'pledge' : 'signature')
      return
    }
    if (onTheirWay.length > 0) {
      refuse(copy.stillUploading(onTheirWay.length))
      return
    }
    if (!isOnline) {
      refuse(copy.submitNeedsNetwork)
      return
    }
    const submission = await submit(ticks.way === 'pledge' ? ticks.signature.trim() : undefined)
    switch (submission?.kind) {
      case undefined:
        return
      case 'failed': {
        refuse(submission.sentence)
        return
      }
      case 'changed':
        refuse(submission.sentence)
        {
          steps.look(undefined)
          return
        }
      case 'incomplete':
        steps.showAll(submission.fields)
        {
          steps.look('missing')
          return
        }
      case 'accepted': {
        hand.close()
        forgetDraft(guide.code)
        void Taro.redirectTo({ url: `/packages/applications/case/index?id=${submission.applicationId}` })
        return
      }
      case 'submitted': {
        finish(submission)
        return
      }
    }
  }
  const finish = ({ answer, wantsMessages }: Submission & { readonly kind: 'submitted' }) => {
    const handedIn = {
      ...answer,
      itemName: guide.name,
      department: guide.department,
      channel: content.channel,
      applicantName: content.applicant.name.trim(),
      // What does not apply any more was not sent in.
      materials: Object.fromEntries(steps.asked.map(({ code }) => [code, materials[code] ?? []])),
    }
    keepSlip(makeSlip(handedIn, guide, centre.data?.name ?? guide.place))
    hand.close()
    forgetDraft(guide.code)
    const messages = wantsMessages === undefined ? '' : `&messages=${wantsMessages ? 'on' : 'off'}`
    void Taro.redirectTo({ url: `/packages/applications/submitted/index?id=${answer.applicationId}${messages}` })
  }

  return (
    <Screen
      title={copy.title}
      bar={
        <ApplyBar
          step={step}
          steps={steps}
          autosave={autosave}
          isOnline={isOnline}
          refusal={refusal}
          busy={busy}
          onSubmit={() => void sendIn()}
        />
      }
    >
      <View className="apply-form__head">
        <Text className="apply-form__item">{guide.name}</Text>
        <Text className="apply-form__department">{guide.department}</Text>
      </View>
      <Stepper step={step} furthest={steps.furthest} onGo={steps.goTo} />
      <DraftNotices hand={hand} draft={draft} onJump={steps.jumpTo} />
      {step === 0 && (
        <ChannelStep
          guide={guide}
          centreName={centre.data?.name ?? ''}
          channel={content.channel}
          onChange={(channel) => hand.change({ ...content, channel })}
        />
      )}
      {step === 1 && (
        <FormStep
          guide={guide}
          content={content}
          changedParts={changedParts}
          problemAt={steps.problemAt}
          onChange={hand.change}
          onLeave={steps.leave}
        />
      )}
      {step === 2 && (
        <MaterialsStep
          asked={steps.asked}
          materials={materials}
          uploads={uploads}
          changedParts={changedParts}
          problemAt={steps.problemAt}
          onRemoved={hand.fileRemoved}
          onJump={steps.jumpTo}
        />
      )}
      {step === lastStep && (
        <ConfirmStep
          guide={guide}
          content={content}
          materials={materials}
          asked={steps.asked}
          problems={steps.problems}
          problemAtTicks={hasTried}
          ticks={ticks}
          onTick={setTicks}
          onEdit={steps.goTo}
          onJump={steps.jumpTo}
        />
      )}
    </Screen>
  )
}
