import { Text, View } from '@tarojs/components'
import { formatDate } from '@shared/domain/civil-time'
import { grades } from '@shared/domain/rating'
import { Button } from '../../../components/button'
import { serverNow } from '../../../cloud/server-time'
import { openPage } from '../../../platform/open-page'
import { confirm } from '../../../platform/phone'
import { mineWords as words } from '../copy'
import { forgetAnswer, type KeptAnswer } from '../kept-answers'
import './kept-answer-row.css'
import { RectificationRow } from './rectification-row'

/** An answer whose ticket this phone keeps, with what can still be done by it. */
export function KeptAnswerRow({
  answer,
  onForgotten,
}: {
  readonly answer: KeptAnswer
  readonly onForgotten: () => void
}) {
  const { id, author, about, applicationId, day, amendUntil, form, isSent, opensRectification } = answer
  const said = form.grade === undefined ? '' : grades[form.grade].label
  const isAnonymous = author.kind === 'anonymous'
  const forget = async () => {
    if (!(await confirm({ title: words.forgetTitle, content: words.forgetDetail, yes: words.forgetYes }))) return
    forgetAnswer(id)
    onForgotten()
  }
  return (
    <View id={`kept-${id}`} className="kept-answer-row">
      <Text className="kept-answer-row__about">{applicationId === undefined ? words.visit(about) : about}</Text>
      <Text className="kept-answer-row__soft">
        {[said, words.on(formatDate(day)), ...(isAnonymous ? [words.anonymously] : [])].join(' · ')}
      </Text>
      {!isSent && <Text className="kept-answer-row__unsure">{words.unsure}</Text>}
      {isSent && opensRectification && (
        <RectificationRow
          id={`rectification-of-${id}`}
          about={words.bad}
          of={isAnonymous ? author : { kind: 'visit', window: answer.window ?? '', day }}
          address={`/packages/surveys/rectification/index?kept=${encodeURIComponent(id)}`}
        />
      )}
      <View className="kept-answer-row__actions">
        {!isSent && (
          <Button id={`again-${id}`} kind="secondary" small onTap={() => openPage(ratingOf(answer))}>
            {words.again}
          </Button>
        )}
        {isSent && amendUntil > serverNow() && (
          <Button
            id={`amend-${id}`}
            kind="secondary"
            small
            icon="edit"
            onTap={() => openPage(`/packages/surveys/rate/index?kept=${encodeURIComponent(id)}`)}
          >
            {words.amend}
          </Button>
        )}
        <Button id={`forget-${id}`} kind="quiet" small icon="trash" onTap={() => void forget()}>
          {words.forget}
        </Button>
      </View>
    </View>
  )
}

/** Where an answer that perhaps never came in is sent again. */
function ratingOf({ applicationId, window = '' }: KeptAnswer): string {
  const of = applicationId === undefined ? `window=${encodeURIComponent(window)}` : `id=${applicationId}`
  return `/packages/surveys/rate/index?${of}`
}
