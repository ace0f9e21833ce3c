import { Text, View } from '@tarojs/components'
import type { RectificationView } from '@shared/contracts/surveys'
import { formatDate } from '@shared/domain/civil-time'
import { grades, reasonTags } from '@shared/domain/rating'
import { rectificationStates } from '@shared/domain/rectification-workflow'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Timeline } from '../../../components/timeline'
import { spoken } from '../../../platform/spoken'
import { rectificationWords as words } from '../copy'
import { CitizenAnswer, type AnsweredBy } from './citizen-answer'
import './rectification-card.css'

/** A rectification as its citizen follows it: how it stands, what was found and done, and their own word at the end. */
export function RectificationCard({
  rectification,
  of,
  onChanged,
}: {
  readonly rectification: RectificationView
  readonly of: AnsweredBy
  readonly onChanged: (rectification: RectificationView) => void
}) {
  const { state, clock, about, department, openedOn, grade, tags, comment, anonymous, timeline } = rectification
  const { label, next, final } = rectificationStates[state]
  const texts = [
    [words.finding, rectification.finding],
    [words.extension, rectification.extensionReason],
    [words.reply, rectification.reply],
    [words.dispute, rectification.disputeReason],
    [words.conclusion, rectification.conclusion],
  ] as const
  return (
    <>
      <Card id="rectification" title={about} aside={<Tag tone={final ? 'green' : 'accent'}>{label}</Tag>}>
        <View className="rectification-card__next" {...spoken({ role: 'status' })}>
          {next}
        </View>
        {clock !== undefined && (
          <Text className="rectification-card__until">
            {`${words.until(formatDate(clock.dueOn))}${clock.provisional ? words.provisional : ''}`}
          </Text>
        )}
        <Text className="rectification-card__soft">{`${department} · ${words.openedOn(formatDate(openedOn))}`}</Text>
      </Card>
      {anonymous && <Notice>{words.anonymous}</Notice>}
      {rectification.actions.length > 0 && (
        <CitizenAnswer actions={rectification.actions} of={of} onChanged={onChanged} />
      )}
      <Card title={words.yours}>
        <Text className="rectification-card__grade">{grades[grade].label}</Text>
        {tags.length > 0 && (
          <View className="rectification-card__tags">
            {tags.map((tag) => (
              <Tag key={tag} tone="amber">
                {reasonTags[tag].label}
              </Tag>
            ))}
          </View>
        )}
        {comment !== undefined && <Text>{comment}</Text>}
        {texts.some(([, text]) => text !== undefined) && (
          <Facts>
            {texts.map(([name, text]) =>
              text === undefined ? null : (
                <Fact key={name} label={name}>
                  {text}
                </Fact>
              ),
            )}
          </Facts>
        )}
      </Card>
      <Card title={words.process}>
        <Timeline
          isDaily={anonymous}
          entries={[...timeline].reverse().map(({ at, label: what, by }, place) => ({
            sequence: timeline.length - place,
            at,
            label: what,
            who: by,
          }))}
        />
      </Card>
    </>
  )
}
