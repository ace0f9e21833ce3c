import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { RatingContent } from '@shared/contracts/surveys'
import { grades } from '@shared/domain/rating'
import { useConsent } from '../../../cloud/use-consent'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { ratingWords } from '../../../components/rating/copy'
import { GradeChoice } from '../../../components/rating/grade-choice'
import { RatingFields } from '../../../components/rating/rating-fields'
import { contentOf, ratingProblems, withGrade, type RatingForm } from '../../../components/rating/rating-form'
import { Screen } from '../../../components/screen'
import { focusElement } from '../../../platform/focus'
import { rateWords as words } from '../copy'
import { AuthorChoice, type AuthorKind } from './author-choice'
import './rating-screen.css'

/** What is rated, in words. */
export interface RatedThing {
  readonly name: string
  readonly detail: string
}

/** The page on which an answer is given or amended; only the grade has to be. */
export function RatingScreen({
  thing,
  form,
  author,
  amendsAs,
  isBusy,
  problem,
  onChange,
  onSend,
}: {
  readonly thing: RatedThing
  readonly form: RatingForm
  readonly author: AuthorKind
  /** Set while an answer is amended: its author stays what it was. */
  readonly amendsAs?: AuthorKind
  readonly isBusy: boolean
  readonly problem: string | undefined
  readonly onChange: (form: RatingForm, author: AuthorKind) => void
  readonly onSend: (content: RatingContent) => Promise<void>
}) {
  const consent = useConsent('rate')
  const [isAsked, setAsked] = useState(false)
  const problems = isAsked ? ratingProblems(form) : {}
  const kind = amendsAs ?? author

  const send = async () => {
    setAsked(true)
    const content = contentOf(form)
    if (content === undefined) {
      const [first] = Object.keys(ratingProblems(form))
      focusElement(first === 'grade' ? 'grades' : first === 'whom' ? 'praise-whom' : 'praise-words')
      return
    }
    // Messages tell of the rectification, and only whoever gave a name gets any.
    if (kind === 'named' && !grades[content.grade].isGood) await consent.ask()
    await onSend(content)
  }
  return (
    <Screen
      title={words.title}
      bar={
        <Button id="send-rating" busy={isBusy && words.submitting} onTap={() => void send()}>
          {amendsAs === undefined ? words.submit : words.amend}
        </Button>
      }
    >
      <Card id="rated" title={thing.name}>
        <Text className="rating-screen__detail">{thing.detail}</Text>
        <Text className="rating-screen__question">{ratingWords.grade}</Text>
        <Text className="rating-screen__lead">{amendsAs === undefined ? words.lead : words.amendOnce}</Text>
        <GradeChoice grade={form.grade} onChange={(grade) => onChange(withGrade(form, grade), author)} />
        {problems.grade !== undefined && (
          <View className="rating-screen__missing">
            <Notice id="grade-missing" tone="red">
              {problems.grade}
            </Notice>
          </View>
        )}
      </Card>
      {problem !== undefined && (
        <Notice id="rating-problem" tone="red">
          {problem}
        </Notice>
      )}
      {form.grade !== undefined && (
        <Card>
          <RatingFields
            form={form}
            isAsked={isAsked}
            {...(kind === 'anonymous' ? { commentNote: words.commentAnonymous } : {})}
            praiseNote={kind === 'named' ? words.praiseNamed : words.praiseAnonymous}
            onChange={(next) => onChange(next, author)}
          />
        </Card>
      )}
      {amendsAs === undefined && form.grade !== undefined && (
        <AuthorChoice author={author} onChange={(next) => onChange(form, next)} />
      )}
    </Screen>
  )
}
