import { useState } from 'react'
import { releaseApplication, type ApplicationView } from '@shared/contracts/applications'
import { takeApplication } from '@shared/contracts/applications-decision'
import type { ApplicationAction } from '@shared/domain/application-workflow'
import { openPage } from '../../../../platform/open-page'
import { confirm, say } from '../../../../platform/phone'
import { caseWords, finishedWords, words } from '../../copy'
import type { Claiming } from '../../use-claiming'
import { isPanelStep, isStepOpen, windowPages, type PanelStep } from './case-steps'
import { useStep, type StepOutcome } from './use-step'

/** The steps of a case: those taken at once, those of the window's pages, and which panel is open. */
export function useCaseSteps(
  view: ApplicationView,
  claiming: Claiming,
  on: {
    readonly taken: StepOutcome['taken']
    readonly view: (view: ApplicationView) => void
    readonly refresh: (isTold: boolean) => Promise<void>
    readonly changed: () => void
    /** Whether a panel may be opened now. */
    readonly mayOpen: (step: PanelStep) => boolean
  },
) {
  const [panel, setPanel] = useState<PanelStep>()
  const [refusal, setRefusal] = useState<string>()
  const leave = () => setPanel(undefined)
  const movedOn = () => {
    leave()
    void on.refresh(true)
  }
  const outcome: StepOutcome = { taken: on.taken, movedOn }
  const release = useStep(releaseApplication, 'release', outcome)
  const takeOver = useStep(takeApplication, 'take', {
    // The case stays open: what follows is its decision.
    taken: (_, next) => {
      on.view(next)
      on.changed()
      say(caseWords.tookOver)
    },
    movedOn,
  })
  const seen = { applicationId: view.id, version: view.version }

  const claim = async () => {
    setRefusal(undefined)
    const reply = await claiming.claim(view.id)
    if (reply === undefined) return
    if (reply.ok) {
      on.view(reply.data)
      on.changed()
    } else {
      setRefusal(reply.error.code === 'FORBIDDEN' ? words.ownCase : reply.error.message)
      void on.refresh(false)
    }
  }
  const take = async () => {
    if (view.handler !== undefined && !(await confirm(caseWords.takeFrom(view.handler.name)))) return
    await takeOver.take(seen)
  }
  const begin = (action: ApplicationAction) => {
    const page = windowPages[action]
    if (action === 'claim') void claim()
    else if (action === 'take') void take()
    else if (action === 'release') void release.take(seen)
    else if (page !== undefined) openPage(page(view.id))
    else if (isPanelStep(action) && on.mayOpen(action)) setPanel(action)
  }
  const underway = [
    { isBusy: claiming.isBusy, action: 'claim', words: words.claiming },
    { isBusy: release.isBusy, action: 'release', words: finishedWords.releasing },
    { isBusy: takeOver.isBusy, action: 'take', words: caseWords.taking },
  ] as const
  const busyWith = underway.find(({ isBusy }) => isBusy)
  /** What the key `c` does: the case becomes one's own. */
  const own = (['claim', 'take'] as const).find((action) => isStepOpen(view, action))
  return { panel, leave, outcome, begin, busyWith, own, refusal: refusal ?? release.problem ?? takeOver.problem }
}
