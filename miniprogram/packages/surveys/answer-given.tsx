import { Text, View } from '@tarojs/components'
import type { RatingContent } from '@shared/contracts/surveys'
import { keysOf } from '@shared/contracts/keys-of'
import { grades, questionAnswers, questions, reasonTags } from '@shared/domain/rating'
import { Icon } from '../../components/icon'
import { Tag } from '../../components/tag'
import { ratingWords } from '../../components/rating/copy'
import './answer-given.css'

/** An answer as it was given. */
export function AnswerGiven({ content }: { readonly content: RatingContent }) {
  const { grade, tags, answers = {}, comment, praise } = content
  const { label, isGood } = grades[grade]
  return (
    <View className="answer-given">
      <View className="answer-given__grade">
        <Icon name={`face-${grade}`} size="l" />
        <Text>{label}</Text>
      </View>
      {tags.length > 0 && (
        <View className="answer-given__tags">
          {tags.map((tag) => (
            <Tag key={tag} tone={isGood ? 'green' : 'amber'}>
              {reasonTags[tag].label}
            </Tag>
          ))}
        </View>
      )}
      {comment !== undefined && <Text className="answer-given__line">{comment}</Text>}
      {keysOf(questions).map((question) => {
        const answer = answers[question]
        return answer === undefined ? null : (
          <Text key={question} className="answer-given__line answer-given__line--soft">
            {`${questions[question]} ${questionAnswers[answer]}`}
          </Text>
        )
      })}
      {praise !== undefined && (
        <Text className="answer-given__line">{`${ratingWords.praiseWhom}：${praise.whom}。${praise.words}`}</Text>
      )}
    </View>
  )
}
