import { useState, type ReactNode } from 'react'
import { Text } from '@tarojs/components'
import { revealApplicant, type ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { answerText } from '@shared/domain/answer-text'
import { applicantFields } from '@shared/domain/applicant'
import { applicableFields } from '@shared/domain/item'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { RevealForm } from '../../../components/reveal-form'
import { revealWords } from '../../../components/reveal-words'
import { ToolButton } from '../../../components/tool-button'
import { acceptWords } from '../copy'

type Numbers = Pick<ApplicationView['content'], 'applicant' | 'answers'>

/** Who applies for what, with masked numbers; in full after a logged look, until the page is left. */
export function ApplicantFacts({
  view,
  guide,
  children,
}: {
  readonly view: ApplicationView
  readonly guide: Pick<Guide, 'fields'>
  /** Between who applies and what they answered. */
  readonly children?: ReactNode
}) {
  const [isAsking, setAsking] = useState(false)
  const [revealed, setRevealed] = useState<Numbers>()
  const { applicant, answers } = revealed ?? view.content
  const fields = applicableFields(guide, view.content.answers)
  const canAsk = view.revealable && revealed === undefined
  return (
    <>
      <Card
        id="applicant"
        title={acceptWords.applicant}
        aside={
          canAsk &&
          !isAsking && <ToolButton id="reveal-open" icon="eye" words={revealWords.open} onTap={() => setAsking(true)} />
        }
      >
        {revealed !== undefined && <Notice id="revealed">{revealWords.shown}</Notice>}
        {canAsk && isAsking && (
          <RevealForm
            contract={revealApplicant}
            inputFor={(reason) => ({ applicationId: view.id, reason })}
            onShown={(numbers) => {
              setAsking(false)
              setRevealed(numbers)
            }}
            onClose={() => setAsking(false)}
          />
        )}
        <Facts>
          {applicantFields.map(({ code, label }) => (
            <Fact key={code} label={label}>
              {applicant[code]}
            </Fact>
          ))}
        </Facts>
      </Card>
      {children}
      {fields.length > 0 && (
        <Card title={acceptWords.answers}>
          <Facts>
            {fields.map((field) => {
              const said = answerText(field, answers[field.code] ?? '')
              return (
                <Fact key={field.code} label={field.label}>
                  {said === '' ? <Text>{acceptWords.notAnswered}</Text> : said}
                </Fact>
              )
            })}
          </Facts>
        </Card>
      )}
    </>
  )
}
