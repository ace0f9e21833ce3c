import { Text, View } from '@tarojs/components'
import type { RectificationView } from '@shared/contracts/surveys'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { grades, reasonTags } from '@shared/domain/rating'
import { listOfRectification, rectificationStates, type RectificationList } from '@shared/domain/rectification-workflow'
import { Card } from '../../../components/card'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Fact, Facts } from '../../../components/facts'
import { Icon } from '../../../components/icon'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Timeline } from '../../../components/timeline'
import { serverToday } from '../../../cloud/server-time'
import { rectificationWords as text } from '../copy'
import './rectification-detail.css'
import { StepForm } from './step-form'

/** One bad rating with what was said, what was done, and the steps open to this member. */
export function RectificationDetail({
  rectification,
  onChanged,
  onMovedOn,
}: {
  readonly rectification: RectificationView
  readonly onChanged: (rectification: RectificationView) => void
  readonly onMovedOn: () => void
}) {
  const { state, clock, grade, tags, comment, anonymous, author, actions } = rectification
  const list = listOfRectification[state]
  const facts = [
    [text.author, anonymous ? text.anonymous : (author ?? '')],
    [
      text.opened,
      rectification.openedAt === undefined
        ? formatDate(rectification.openedOn)
        : formatDateTime(rectification.openedAt),
    ],
    [text.finding, rectification.finding],
    [text.extension, rectification.extensionReason],
    [text.reply, rectification.reply],
    [text.dispute, rectification.disputeReason],
    [text.conclusion, rectification.conclusion],
  ] as const
  return (
    <View id="rectification-detail">
      <Card
        title={rectification.about}
        aside={
          <Tag tone={rectificationStates[state].final ? 'green' : 'accent'}>{rectificationStates[state].label}</Tag>
        }
      >
        <Text className="rectification-detail__soft">{rectification.department}</Text>
        {clock !== undefined && (
          <View className="rectification-detail__clock">
            <DeadlineTag deadline={clock} today={serverToday()} />
          </View>
        )}
        <View className="rectification-detail__grade">
          <Icon name={`face-${grade}`} size="l" />
          <Text>{grades[grade].label}</Text>
        </View>
        {tags.length > 0 && (
          <View className="rectification-detail__tags">
            {tags.map((tag) => (
              <Tag key={tag} tone="amber">
                {reasonTags[tag].label}
              </Tag>
            ))}
          </View>
        )}
        {comment !== undefined && (
          <Text className="rectification-detail__comment" userSelect>
            {comment}
          </Text>
        )}
        {anonymous && <Notice>{text.anonymousNote}</Notice>}
        <Facts>
          {facts.map(([name, value]) =>
            value === undefined || value === '' ? null : (
              <Fact key={name} label={name}>
                {value}
              </Fact>
            ),
          )}
        </Facts>
      </Card>
      {actions.length > 0 ? (
        <StepForm rectification={rectification} onChanged={onChanged} onMovedOn={onMovedOn} />
      ) : (
        <WhyNothing list={list} />
      )}
      <Card title={text.process}>
        <Timeline
          isDaily={anonymous}
          entries={[...rectification.timeline].reverse().map(({ at, label, by }, place) => ({
            sequence: rectification.timeline.length - place,
            at,
            label,
            who: by,
          }))}
        />
      </Card>
    </View>
  )
}

const reasons = { open: text.notYours, citizen: text.waits, done: undefined } as const

/** Why there is nothing to do here for this member. */
function WhyNothing({ list }: { readonly list: RectificationList }) {
  const reason = reasons[list]
  return reason === undefined ? null : <Notice id="not-yours">{reason}</Notice>
}
