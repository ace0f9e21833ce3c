import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { keysOf } from '@shared/contracts/keys-of'
import { questionAnswers, questions, reasonTags, tagsFor, type Question } from '@shared/domain/rating'
import { spoken } from '../../platform/spoken'
import { say } from '../../platform/phone'
import { Button } from '../button'
import { Chip } from '../chip'
import { Field } from '../field'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import { Tappable } from '../tappable'
import { TextInput } from '../text-input'
import { ratingWords as words } from './copy'
import './rating-fields.css'
import { isGoodGrade, ratingProblems, withTag, type RatingForm } from './rating-form'

/** Everything that may be added to a grade; none of it has to be. */
export function RatingFields({
  form,
  isAsked,
  questionsOpen = false,
  commentNote,
  praiseNote,
  onChange,
}: {
  readonly form: RatingForm
  /** Whether it was tried to send it: what is wrong is said from then on. */
  readonly isAsked: boolean
  readonly questionsOpen?: boolean
  /** What to mind while writing, in place of the usual hint. */
  readonly commentNote?: string
  /** Who reads a praise; undefined where none is asked for. */
  readonly praiseNote?: string
  readonly onChange: (form: RatingForm) => void
}) {
  const [hasQuestions, setQuestions] = useState(questionsOpen || Object.keys(form.answers).length > 0)
  const kind = isGoodGrade(form.grade) ? 'good' : 'bad'
  const hint = commentNote ?? words.commentHint[kind]
  return (
    <View className="rating-fields">
      {form.grade !== undefined && <Reasons form={form} onChange={onChange} />}
      <View className="rating-fields__fold">
        <Button
          id="questions-toggle"
          kind="quiet"
          small
          icon={hasQuestions ? 'up' : 'down'}
          onTap={() => setQuestions(!hasQuestions)}
        >
          {hasQuestions ? words.closeQuestions : `${words.openQuestions}（${words.optional}）`}
        </Button>
      </View>
      {hasQuestions &&
        keysOf(questions).map((each) => <YesNo key={each} question={each} form={form} onChange={onChange} />)}
      <Field label={words.comment[kind]} required={false} hint={hint === '' ? undefined : hint}>
        <TextInput
          id="rating-comment"
          label={words.comment[kind]}
          value={form.comment}
          maxLength={500}
          multiline
          onChange={(comment) => onChange({ ...form, comment })}
        />
      </Field>
      {praiseNote !== undefined && <Praise form={form} isAsked={isAsked} note={praiseNote} onChange={onChange} />}
    </View>
  )
}

type Part = Pick<Parameters<typeof RatingFields>[0], 'form' | 'onChange'>

/** Reasons that fit the grade. */
function Reasons({ form, onChange }: Part) {
  const { grade } = form
  if (grade === undefined) return null
  const toggle = (tag: keyof typeof reasonTags) => {
    const next = withTag(form, tag)
    if (next === undefined) say(words.mostReasons)
    else onChange(next)
  }
  return (
    <Field label={words.reasons[isGoodGrade(grade) ? 'good' : 'bad']} required={false} hint={words.reasonsHint}>
      <View className="rating-fields__tags">
        {tagsFor(grade).map((tag) => (
          <Chip key={tag} id={`tag-${tag}`} isOn={form.tags.includes(tag)} onTap={() => toggle(tag)}>
            {reasonTags[tag].label}
          </Chip>
        ))}
      </View>
    </Field>
  )
}

/** One of the centre's questions; a second tap on an answer takes it back. */
function YesNo({ question, form, onChange }: Part & { readonly question: Question }) {
  const { [question]: chosen, ...others } = form.answers
  return (
    <View className="rating-fields__question">
      <Text>{questions[question]}</Text>
      <View className="rating-fields__answers" {...spoken({ role: 'radiogroup', label: questions[question] })}>
        {keysOf(questionAnswers).map((answer) => (
          <Tappable
            key={answer}
            id={`question-${question}-${answer}`}
            className={classNames('rating-fields__answer', answer === chosen && 'rating-fields__answer--chosen')}
            checked={answer === chosen}
            label={questionAnswers[answer]}
            onTap={() => onChange({ ...form, answers: answer === chosen ? others : { ...others, [question]: answer } })}
          >
            <View className="rating-fields__answer-inner">
              {answer === chosen && <Icon name="check" size="s" />}
              <Text>{questionAnswers[answer]}</Text>
            </View>
          </Tappable>
        ))}
      </View>
    </View>
  )
}

/** A window or somebody praised by name. */
function Praise({ form, isAsked, note, onChange }: Part & { readonly isAsked: boolean; readonly note: string }) {
  const { praise, ...others } = form
  const problems = isAsked ? ratingProblems(form) : {}
  if (praise === undefined) {
    return (
      <View className="rating-fields__fold">
        <Button
          id="praise-open"
          kind="quiet"
          small
          icon="star"
          onTap={() => onChange({ ...form, praise: { whom: '', words: '' } })}
        >
          {`${words.openPraise}（${words.optional}）`}
        </Button>
      </View>
    )
  }
  return (
    <View id="praise" className="rating-fields__praise">
      <Field label={words.praiseWhom} required hint={words.praiseWhomHint} problem={problems.whom}>
        <TextInput
          id="praise-whom"
          label={words.praiseWhom}
          value={praise.whom}
          maxLength={40}
          isWrong={problems.whom !== undefined}
          onChange={(whom) => onChange({ ...form, praise: { ...praise, whom } })}
        />
      </Field>
      <Field label={words.praiseWords} required hint={note} problem={problems.words}>
        <TextInput
          id="praise-words"
          label={words.praiseWords}
          value={praise.words}
          maxLength={200}
          multiline
          isWrong={problems.words !== undefined}
          onChange={(typed) => onChange({ ...form, praise: { ...praise, words: typed } })}
        />
      </Field>
      <Button id="praise-close" kind="quiet" small onTap={() => onChange(others)}>
        {words.closePraise}
      </Button>
    </View>
  )
}
