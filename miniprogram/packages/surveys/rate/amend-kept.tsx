import { useState } from 'react'
import { amendRating, type RatingContent } from '@shared/contracts/surveys'
import { formatDate } from '@shared/domain/civil-time'
import { formOf } from '../../../components/rating/rating-form'
import { Screen } from '../../../components/screen'
import { SignedIn } from '../../../components/signed-in'
import { useSession } from '../../../cloud/session'
import { useCommand } from '../../../cloud/use-command'
import { mineWords, rateWords } from '../copy'
import { keepAnswer, type KeptAnswer } from '../kept-answers'
import { sentenceOf } from './answer-problem'
import { RatingScreen } from './rating-screen'
import { Thanks } from './thanks'

/** Amends an answer that only this phone can find again. */
export function AmendKept({ answer }: { readonly answer: KeptAnswer }) {
  const session = useSession()
  const { isBusy, run } = useCommand(amendRating)
  const [form, setForm] = useState(answer.form)
  const [problem, setProblem] = useState<string>()
  const [amended, setAmended] = useState<KeptAnswer>()
  const { author } = answer

  const amend = async (content: RatingContent) => {
    setProblem(undefined)
    const of =
      author.kind === 'anonymous'
        ? ({ kind: 'anonymous', ticket: author.ticket } as const)
        : ({ kind: 'visit', window: answer.window ?? '', day: answer.day } as const)
    const reply = await run({ of, content })
    if (reply === undefined) return
    if (!reply.ok) {
      setProblem(sentenceOf(reply.error))
      return
    }
    const opensRectification = answer.opensRectification || reply.data.opensRectification
    const next = { ...answer, form: formOf(content), amendUntil: 0, opensRectification }
    keepAnswer(next)
    setAmended(next)
  }
  if (session.kind !== 'known' || !session.signedIn) {
    return (
      <Screen title={rateWords.title}>
        <SignedIn why={rateWords.signIn}>{null}</SignedIn>
      </Screen>
    )
  }
  if (amended !== undefined) {
    return (
      <Thanks
        isAmendment
        isBad={amended.opensRectification}
        {...(author.kind === 'anonymous' ? { follow: `/packages/surveys/rectification/index?kept=${amended.id}` } : {})}
      />
    )
  }
  return (
    <RatingScreen
      thing={{ name: answer.about, detail: mineWords.on(formatDate(answer.day)) }}
      form={form}
      author={author.kind === 'anonymous' ? 'anonymous' : 'named'}
      amendsAs={author.kind === 'anonymous' ? 'anonymous' : 'named'}
      isBusy={isBusy}
      problem={problem}
      onChange={setForm}
      onSend={amend}
    />
  )
}
