import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { Card } from '../../../components/card'
import { ComparisonCard } from '../../../components/comparison-card'
import { Notice } from '../../../components/notice'
import { Timeline } from '../../../components/timeline'
import { ApplicantCard } from './applicant-card'
import { caseWords, markWords } from '../copy'
import { MaterialCard } from './material-card'
import type { NoticeWriting } from './notice/notice-writing'
import { PartRow } from './part-row'
import { StepButtons } from './review-bar'
import type { Revealed, ReviewParts } from './review-parts'
import type { Viewed } from './viewer/viewed-file'

/** What the applicant sent in, part by part, and what happened to it. */
export function CaseContent({
  view,
  parts,
  writing,
  isRevealed,
  onRevealed,
  onView,
  otherSteps,
}: {
  readonly view: ApplicationView
  readonly parts: ReviewParts
  readonly writing: NoticeWriting
  readonly isRevealed: boolean
  readonly onRevealed: (numbers: Revealed) => void
  readonly onView: (viewed: Viewed) => void
  /** Where the bar has no room for them. */
  readonly otherSteps: Parameters<typeof StepButtons>[0] | undefined
}) {
  const isLaterRound = writing.isOpen && view.rounds.length > 0
  return (
    <View>
      {isLaterRound && <Notice id="one-notice-rule">{markWords.unmarkableNote}</Notice>}
      <ApplicantCard
        view={view}
        parts={parts.applicant}
        writing={writing}
        isRevealed={isRevealed}
        onRevealed={onRevealed}
      />
      <Card title={caseWords.answers}>
        {parts.fields.length === 0 && <Text>{caseWords.noAnswers}</Text>}
        {parts.fields.map((part) => (
          <PartRow key={part.key} part={part} writing={writing} />
        ))}
      </Card>
      <Card title={caseWords.materials}>
        {parts.materials.map((part) => (
          <MaterialCard
            key={part.key}
            applicationId={view.id}
            part={part}
            writing={writing}
            onOpen={(which, place) => onView({ key: part.key, which, place })}
          />
        ))}
      </Card>
      {view.comparison !== undefined && <ComparisonCard comparison={view.comparison} />}
      <Card title={caseWords.history}>
        <Timeline
          entries={[...view.timeline].reverse().map(({ actor, ...entry }) => ({ ...entry, who: actor.name }))}
        />
      </Card>
      {otherSteps !== undefined && otherSteps.actions.length > 0 && (
        <Card title={caseWords.other}>
          <StepButtons {...otherSteps} />
        </Card>
      )}
    </View>
  )
}
