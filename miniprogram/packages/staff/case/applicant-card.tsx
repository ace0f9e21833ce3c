import { useState } from 'react'
import { revealApplicant, type ApplicationView } from '@shared/contracts/applications'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { caseWords } from '../copy'
import { revealWords } from '../../../components/reveal-words'
import type { NoticeWriting } from './notice/notice-writing'
import { PartRow } from './part-row'
import { RevealForm } from '../../../components/reveal-form'
import type { Revealed, TextPart } from './review-parts'
import { ToolButton } from '../../../components/tool-button'

/** Who applies, with masked numbers; in full after a logged look, until the page is left. */
export function ApplicantCard({
  view,
  parts,
  writing,
  isRevealed,
  onRevealed,
}: {
  readonly view: ApplicationView
  readonly parts: readonly TextPart[]
  readonly writing: NoticeWriting
  readonly isRevealed: boolean
  readonly onRevealed: (numbers: Revealed) => void
}) {
  const [isAsking, setAsking] = useState(false)
  const canAsk = view.revealable && !isRevealed
  return (
    <Card
      title={caseWords.applicant}
      aside={
        canAsk &&
        !isAsking && <ToolButton id="reveal-open" icon="eye" words={revealWords.open} onTap={() => setAsking(true)} />
      }
    >
      {isRevealed && <Notice id="revealed">{revealWords.shown}</Notice>}
      {canAsk && isAsking && (
        <RevealForm
          contract={revealApplicant}
          inputFor={(reason) => ({ applicationId: view.id, reason })}
          onShown={(numbers) => {
            setAsking(false)
            onRevealed(numbers)
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {parts.map((part) => (
        <PartRow key={part.key} part={part} writing={writing} />
      ))}
    </Card>
  )
}
