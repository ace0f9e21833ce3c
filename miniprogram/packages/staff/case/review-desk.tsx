import { useState } from 'react'
import { View } from '@tarojs/components'
import { releaseApplication, type ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import type { ApplicationAction } from '@shared/domain/application-workflow'
import { mayCall } from '../../../cloud/may-call'
import { classNames } from '../../../components/class-names'
import { Notice } from '../../../components/notice'
import { focusedWithin, focusElement } from '../../../platform/focus'
import { say } from '../../../platform/phone'
import { useShortcuts } from '../../../platform/shortcuts'
import { useWideScreen } from '../../../platform/wide-screen'
import { CaseContent } from './case-content'
import { CaseSummary } from './case-summary'
import { ClaimState } from './claim-state'
import { caseWords, finishedWords, keyWords, noticeWords, words } from '../copy'
import { MaterialViewer } from './viewer/material-viewer'
import { MovedOn } from './moved-on'
import { isEmptyDraft, markProblem } from './review-draft'
import { NoticeConfirmation } from './steps/notice-confirmation'
import { partId, partIdPrefix } from './part-row'
import { PassPanel } from './steps/pass-panel'
import { RejectPanel } from './steps/reject-panel'
import { ReviewBar } from './review-bar'
import { allParts, reviewParts, type Revealed } from './review-parts'
import { rowIdPrefix } from '../queue/queue-row'
import type { Staff } from '../../../components/staff-only'
import type { Claiming } from '../use-claiming'
import { useLease } from './use-lease'
import { useNoticeWriting } from './notice/use-notice-writing'
import { useReviewDraft } from './use-review-draft'
import { useStep } from './steps/use-step'
import type { Viewed } from './viewer/viewed-file'
import './review-desk.css'

/** The steps of the workbench, the usual ones first; the others of the table are the applicant's and the clock's. */
const mainSteps: readonly ApplicationAction[] = ['claim', 'pass', 'request-correction']
const otherSteps: readonly ApplicationAction[] = ['reject', 'release']

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
  const [step, setStep] = useState<'pass' | 'reject' | 'request-correction'>()
  const [viewed, setViewed] = useState<Viewed>()
  const [revealed, setRevealed] = useState<{ readonly version: number; readonly numbers: Revealed }>()
  const [refusal, setRefusal] = useState<string>()
  const lease = useLease(view, { renewed: onView, lapsed: () => void onRefresh(false) })
  const drafting = useReviewDraft(view, staff.name)
  const writing = useNoticeWriting(view, drafting, lease.isHeld)
  const numbers = revealed?.version === view.version ? revealed.numbers : undefined
  const parts = reviewParts(guide, view, numbers)
  const ordered = allParts(parts)
  const leave = () => setStep(undefined)
  const outcome = {
    taken: onTaken,
    movedOn: () => {
      leave()
      void onRefresh(true)
    },
  }
  const release = useStep(releaseApplication, 'release', outcome)

  const take = async () => {
    setRefusal(undefined)
    const reply = await claiming.claim(view.id)
    if (reply === undefined) return
    if (reply.ok) {
      onView(reply.data)
      onChanged()
    } else {
      setRefusal(reply.error.code === 'FORBIDDEN' ? words.ownCase : reply.error.message)
      void onRefresh(false)
    }
  }
  const toNotice = () => {
    const hasUnready = writing.marks.some((mark) => markProblem(mark, writing.markable) !== undefined)
    if (writing.marks.length === 0) say(noticeWords.empty)
    else if (hasUnready) say(noticeWords.notReady)
    else setStep('request-correction')
  }
  const begin = (action: ApplicationAction) => {
    writing.write(undefined)
    if (action === 'claim') void take()
    else if (action === 'release') void release.take({ applicationId: view.id, version: view.version })
    else if (action === 'request-correction') toNotice()
    else if (action === 'pass' || action === 'reject') setStep(action)
  }
  const isOpen = (action: ApplicationAction) => !view.mine && view.actions.includes(action)
  const busyWith = claiming.isBusy
    ? ({ action: 'claim', words: words.claiming } as const)
    : release.isBusy
      ? ({ action: 'release', words: finishedWords.releasing } as const)
      : undefined
  const markFocused = () => {
    const focused = focusedWithin(partIdPrefix)
    const part = ordered.find((each) => partId(each) === `${partIdPrefix}${focused ?? ''}`)
    if (part !== undefined && writing.isOpen && writing.markable.has(part.key)) writing.write(part.key)
    else if (writing.isOpen) say(keyWords.nowhere)
  }
  const isClaimMeant = () => {
    // With the focus on another row of the list, that one is meant.
    const row = focusedWithin(rowIdPrefix)
    return isOpen('claim') && !claiming.isBusy && (row === undefined || row === view.id)
  }
  useShortcuts(
    step !== undefined
      ? [{ key: 'Escape', run: leave }]
      : [
          { key: 'c', run: () => void take(), applies: isClaimMeant },
          { key: 'm', run: markFocused },
          { key: 'Escape', run: () => writing.write(undefined) },
        ],
  )

  const confirmation = { view, outcome, onBack: leave }
  if (step === 'request-correction') return <NoticeConfirmation {...confirmation} parts={ordered} writing={writing} />
  if (step === 'pass') return <PassPanel {...confirmation} drafting={drafting} />
  if (step === 'reject') return <RejectPanel {...confirmation} drafting={drafting} />
  return (
    <View
      id="case-top"
      className={classNames('review-desk', isWide && 'review-desk--wide')}
      onTouchStart={lease.noteWork}
    >
      {news !== undefined && <MovedOn entries={news} />}
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      {(refusal ?? release.problem) !== undefined && <Notice tone="amber">{refusal ?? release.problem}</Notice>}
      {view.mine && <Notice tone="amber">{words.ownCase}</Notice>}
      <ClaimState
        view={view}
        lease={lease}
        hasDraft={!isEmptyDraft(drafting.draft)}
        isReader={!mayCall(releaseApplication, staff)}
      />
      <CaseSummary view={view} />
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
        otherSteps={isWide ? undefined : { actions: otherSteps.filter(isOpen), busyWith, onStep: begin }}
      />
      <ReviewBar
        parts={ordered}
        writing={writing}
        note={lease.hasLapsed && isOpen('claim') ? caseWords.lapsedShort : undefined}
        steps={{ actions: [...mainSteps, ...(isWide ? otherSteps : [])].filter(isOpen), busyWith, onStep: begin }}
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
