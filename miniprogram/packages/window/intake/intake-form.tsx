import { useState } from 'react'
import type { ApplicationView } from '@shared/contracts/applications'
import { getCentre, getGuide, type Guide, type ListedItem } from '@shared/contracts/catalogue'
import { useQuery } from '../../../cloud/use-query'
import { Notice } from '../../../components/notice'
import { Problem, Skeleton } from '../../../components/waiting'
import { showTop } from '../../../platform/show-part'
import { intakeWords } from '../copy'
import { emptyApplicant } from './intake-draft'
import { IntakeDone } from './intake-done'
import { IntakeSteps } from './intake-steps'
import { MatterStep } from './matter-step'
import { useIntakeDraft } from './use-intake-draft'

/** Somebody with a queue number and no application yet. */
export interface Visitor {
  readonly appointmentId: string
  readonly queueNumber: string
  /** What they said they came for. */
  readonly matter: string
}

/** Takes an application in at the window, from the matter to the acceptance slip. To be mounted anew for another visitor. */
export function IntakeForm({ visitor, onAccepted }: { readonly visitor?: Visitor; readonly onAccepted: () => void }) {
  const { draft, write, clear } = useIntakeDraft(visitor?.appointmentId ?? 'desk')
  const [isRestored, setRestored] = useState(draft !== undefined)
  const [isChoosing, setChoosing] = useState(false)
  const [done, setDone] = useState<{ readonly view: ApplicationView; readonly guide: Guide }>()
  const guide = useQuery(getGuide, draft === undefined ? undefined : { code: draft.itemCode })
  const centre = useQuery(getCentre, {})

  const choose = ({ code, channels: [channel] }: ListedItem) => {
    if (channel === undefined) return
    setRestored(false)
    setChoosing(false)
    // Another matter asks other questions; whose it is stays.
    write({ itemCode: code, channel, applicant: draft?.applicant ?? emptyApplicant, answers: {}, received: [] })
    showTop()
  }
  if (done !== undefined) {
    return (
      <IntakeDone
        view={done.view}
        guide={done.guide}
        centreName={centre.data?.name ?? ''}
        onAnother={() => setDone(undefined)}
      />
    )
  }
  const who = visitor !== undefined && <Notice>{intakeWords.forPerson(visitor.queueNumber)}</Notice>
  if (draft === undefined || isChoosing) {
    return (
      <>
        {who}
        <MatterStep matter={visitor?.matter ?? ''} onChoose={choose} />
      </>
    )
  }
  if (guide.data?.code !== draft.itemCode) {
    if (guide.problem === undefined) return <Skeleton />
    return (
      <>
        <Problem problem={guide.problem} onRetry={() => void guide.reload()} />
        <MatterStep matter="" onChoose={choose} />
      </>
    )
  }
  const shown = guide.data
  return (
    <>
      {who}
      {isRestored && <Notice id="intake-restored">{intakeWords.restored}</Notice>}
      <IntakeSteps
        guide={shown}
        draft={draft}
        {...(visitor === undefined ? {} : { appointmentId: visitor.appointmentId })}
        onChange={(next) => {
          setRestored(false)
          write(next)
        }}
        onChangeMatter={() => setChoosing(true)}
        onDiscard={() => {
          setRestored(false)
          clear()
        }}
        onAccepted={(view) => {
          clear()
          setDone({ view, guide: shown })
          showTop()
          onAccepted()
        }}
      />
    </>
  )
}
