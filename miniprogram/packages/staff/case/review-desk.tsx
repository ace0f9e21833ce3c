import { useState } from 'react'
import { View } from '@tarojs/components'
import { releaseApplication, type ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { getTimeline } from '@shared/contracts/supervision'
import type { ApplicationAction } from '@shared/domain/application-workflow'
import { mayCall } from '../../../cloud/may-call'
import { classNames } from '../../../components/class-names'
import { Notice } from '../../../components/notice'
import { focusedWithin, focusElement } from '../../../platform/focus'
import { openPage } from '../../../platform/open-page'
import { say } from '../../../platform/phone'
import { useShortcuts } from '../../../platform/shortcuts'
import { useWideScreen } from '../../../platform/wide-screen'
import { CaseContent } from './case-content'
import { CaseSummary } from './case-summary'
import { ClaimState } from './claim-state'
import { caseWords, keyWords, noticeWords, words } from '../copy'
import { MaterialViewer } from './viewer/material-viewer'
import { MovedOn } from './moved-on'
import { isEmptyDraft, markProblem } from './review-draft'
import { isStepOpen, mainSteps, otherSteps, type PanelStep } from './steps/case-steps'
import { StepPanel } from './steps/step-panel'
import { useCaseSteps } from './steps/use-case-steps'
import { partId, partIdPrefix } from './part-row'
import { ReviewBar } from './review-bar'
import { allParts, reviewParts, type Revealed } from './review-parts'
import { rowIdPrefix } from '../queue/queue-row'
import type { Staff } from '../../../components/staff-only'
import type { Claiming } from '../use-claiming'
import { useDecisionDraft } from './use-decision-draft'
import { useLease } from './use-lease'
import { useNoticeWriting } from './notice/use-notice-writing'
import { useResultFiles } from './use-result-files'
import { useReviewDraft } from './use-review-draft'
import type { Viewed } from './viewer/viewed-file'
import './review-desk.css'

/** The case on the desk: read, marked, and decided in one of the steps that ask once more. */
export function ReviewDesk({
  view,
  guide,
  staff,
  claiming,
  problem,
  news,
  onView,
  onTaken,
  onRefresh,
  onChanged,
}: {
  readonly view: ApplicationView
  readonly guide: Guide
  readonly staff: Staff
  readonly claiming: Claiming
  readonly problem: string | undefined
  readonly news: ApplicationView['timeline'] | undefined
  readonly onView: (view: ApplicationView) => void
  readonly onTaken: (action: ApplicationAction, view: ApplicationView) => void
  readonly onRefresh: (isTold: boolean) => Promise<void>
  readonly onChanged: () => void
}) {
  const isWide = useWideScreen()
  const [viewed, setViewed] = useState<Viewed>()
  const [revealed, setRevealed] = useState<{ readonly version: number; readonly numbers: Revealed }>()
  const lease = useLease(view, { renewed: onView, lapsed: () => void onRefresh(false) })
  const drafting = useReviewDraft(view, staff.name)
  const deciding = useDecisionDraft(view.id)
  const results = useResultFiles(view)
  const writing = useNoticeWriting(view, drafting, lease.isHeld)
  const numbers = revealed?.version === view.version ? revealed.numbers : undefined
  const parts = reviewParts(guide, view, numbers)
  const ordered = allParts(parts)
  const isNoticeReady = () => {
    const hasUnready = writing.marks.some((mark) => markProblem(mark, writing.markable) !== undefined)
    if (writing.marks.length === 0) say(noticeWords.empty)
    else if (hasUnready) say(noticeWords.notReady)
    return writing.marks.length > 0 && !hasUnready
  }
  const steps = useCaseSteps(view, claiming, {
    taken: onTaken,
    view: onView,
    refresh: onRefresh,
    changed: onChanged,
    mayOpen: (step: PanelStep) => step !== 'request-correction' || isNoticeReady(),
  })
  const isOpen = (action: ApplicationAction) => isStepOpen(view, action)
  const begin = (action: ApplicationAction) => {
    writing.write(undefined)
    steps.begin(action)
  }
  const buttons = { busyWith: steps.busyWith, onStep: begin }
  const markFocused = () => {
    const focused = focusedWithin(partIdPrefix)
    const part = ordered.find((each) => partId(each) === `${partIdPrefix}${focused ?? ''}`)
    if (part !== undefined && writing.isOpen && writing.markable.has(part.key)) writing.write(part.key)
    else if (writing.isOpen) say(keyWords.nowhere)
  }
  const isOwnMeant = () => {
    // With the focus on another row of the list, that one is meant.
    const row = focusedWithin(rowIdPrefix)
    return steps.own !== undefined && steps.busyWith === undefined && (row === undefined || row === view.id)
  }
  const beginOwn = () => {
    if (steps.own !== undefined) begin(steps.own)
  }
  useShortcuts(
    steps.panel !== undefined
      ? [{ key: 'Escape', run: steps.leave }]
      : [
          { key: 'c', run: beginOwn, applies: isOwnMeant },
          { key: 'm', run: markFocused },
          { key: 'Escape', run: () => writing.write(undefined) },
        ],
  )

  if (steps.panel !== undefined) {
    const { panel, outcome, leave } = steps
    const written = { drafting, deciding, results }
    return (
      <StepPanel
        {...written}
        step={panel}
        view={view}
        outcome={outcome}
        onBack={leave}
        parts={ordered}
        writing={writing}
      />
    )
  }
  return (
    <View
      id="case-top"
      className={classNames('review-desk', isWide && 'review-desk--wide')}
      onTouchStart={lease.noteWork}
    >
      {news !== undefined && <MovedOn entries={news} />}
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      {steps.refusal !== undefined && <Notice tone="amber">{steps.refusal}</Notice>}
      {view.mine && <Notice tone="amber">{words.ownCase}</Notice>}
      <ClaimState
        view={view}
        lease={lease}
        hasDraft={!isEmptyDraft(drafting.draft) && isOpen('claim')}
        isReader={!mayCall(releaseApplication, staff)}
      />
      <CaseSummary
        view={view}
        {...(mayCall(getTimeline, staff)
          ? { onRecord: () => openPage(`/packages/supervision/timeline/index?id=${view.id}`) }
          : {})}
      />
      <CaseContent
        view={view}
        parts={parts}
        writing={viewed === undefined ? writing : { ...writing, writing: undefined }}
        isRevealed={numbers !== undefined}
        onRevealed={(shown) => {
          setRevealed({ version: view.version, numbers: shown })
          void onRefresh(false)
        }}
        onView={setViewed}
        otherSteps={isWide ? undefined : { actions: otherSteps.filter(isOpen), ...buttons }}
      />
      <ReviewBar
        parts={ordered}
        writing={writing}
        note={lease.hasLapsed && isOpen('claim') ? caseWords.lapsedShort : undefined}
        steps={{ actions: [...mainSteps, ...(isWide ? otherSteps : [])].filter(isOpen), ...buttons }}
        onGo={(key) => {
          const part = ordered.find((each) => each.key === key)
          if (part === undefined) return
          writing.write(key)
          focusElement(partId(part))
        }}
      />
      {viewed !== undefined && (
        <MaterialViewer
          applicationId={view.id}
          parts={parts.materials}
          start={viewed}
          writing={writing}
          onClose={() => {
            writing.write(undefined)
            setViewed(undefined)
          }}
        />
      )}
    </View>
  )
}
