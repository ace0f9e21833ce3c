import { Text, View } from '@tarojs/components'
import { grades, type Grade } from '@shared/domain/rating'
import { spoken } from '../../platform/spoken'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import { Tappable } from '../tappable'
import { ratingWords } from './copy'
import './grade-choice.css'
import { gradeOrder } from './rating-form'

/** Five faces with their words, one of which is chosen. */
export function GradeChoice({
  grade,
  label = ratingWords.grade,
  onChange,
}: {
  readonly grade: Grade | undefined
  readonly label?: string
  readonly onChange: (grade: Grade) => void
}) {
  return (
    <View id="grades" className="grade-choice" {...spoken({ role: 'radiogroup', label })}>
      {gradeOrder.map((each) => (
        <Tappable
          key={each}
          id={`grade-${String(each)}`}
          className={classNames('grade-choice__grade', each === grade && 'grade-choice__grade--chosen')}
          checked={each === grade}
          label={grades[each].label}
          onTap={() => onChange(each)}
        >
          <View className="grade-choice__inner">
            <Icon name={`face-${each}`} size="l" />
            <Text className="grade-choice__words">{grades[each].label}</Text>
            <View className="grade-choice__mark">{each === grade && <Icon name="check" size="s" />}</View>
          </View>
        </Tappable>
      ))}
    </View>
  )
}
