import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays } from '@shared/domain/civil-time'
import { serverToday } from '../../cloud/server-time'
import { Button } from '../button'
import { Card } from '../card'
import { DateInput } from '../date-input'
import { Field } from '../field'
import { Notice } from '../notice'
import { TextInput } from '../text-input'
import { ToolButton } from '../tool-button'
import { drawWords as words } from './copy'
import { DepartmentChoice } from './department-choice'
import './draw-form.css'
import { sampleProblems, suggestedSeed, type SampleForm } from './sample-form'

/** Days before today that a sample looks back at first. */
const usualPeriod = 30

/** A sample that is asked for: of which department and days, how many, and by which seed. */
export interface AskedSample {
  readonly department: string
  readonly from: string
  readonly to: string
  readonly size: number
  readonly seed: string
}

/** Asks for a sample and has it drawn. */
export function DrawForm({
  title,
  from,
  departments,
  usualSize,
  mostDrawn,
  isBusy,
  onDraw,
  onClose,
}: {
  readonly title: string
  /** Which day the first date is about. */
  readonly from: string
  readonly departments: readonly string[]
  readonly usualSize: number
  readonly mostDrawn: number
  readonly isBusy: boolean
  /** Draws it; what it says is why that did not work. */
  readonly onDraw: (sample: AskedSample) => Promise<string | undefined>
  readonly onClose: () => void
}) {
  const today = serverToday()
  const [form, setForm] = useState<SampleForm>(() => ({
    department: departments.length === 1 ? (departments[0] ?? '') : '',
    from: addDays(today, -usualPeriod),
    to: today,
    size: String(usualSize),
    seed: suggestedSeed(today, Math.random()),
  }))
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  const found = sampleProblems(form, mostDrawn)
  const problems = isAsked ? found : {}
  const change = (part: Partial<SampleForm>) => setForm({ ...form, ...part })
  const submit = async () => {
    setAsked(true)
    setProblem(undefined)
    if (Object.keys(found).length > 0) return
    setProblem(await onDraw({ ...form, size: Number(form.size), seed: form.seed.trim() }))
  }
  return (
    <Card id="draw-form" title={title}>
      <Field label={words.department} required problem={problems.department}>
        <DepartmentChoice
          departments={departments}
          value={form.department}
          onChange={(department) => change({ department })}
        />
      </Field>
      <View className="draw-form__period">
        <View className="draw-form__day">
          <Field label={from} required problem={problems.period}>
            <DateInput
              id="draw-from"
              label={from}
              value={form.from}
              latest={today}
              isWrong={problems.period !== undefined}
              onChange={(from) => change({ from })}
            />
          </Field>
        </View>
        <View className="draw-form__day">
          <Field label={words.to} required>
            <DateInput
              id="draw-to"
              label={words.to}
              value={form.to}
              latest={today}
              isWrong={problems.period !== undefined}
              onChange={(to) => change({ to })}
            />
          </Field>
        </View>
      </View>
      <Field label={words.size} required hint={words.sizeHint(mostDrawn)} problem={problems.size}>
        <View className="draw-form__size">
          <TextInput
            id="draw-size"
            label={words.size}
            kind="number"
            value={form.size}
            maxLength={3}
            isWrong={problems.size !== undefined}
            onChange={(size) => change({ size })}
          />
        </View>
      </Field>
      <Field label={words.seed} required hint={words.seedHint} problem={problems.seed}>
        <View className="draw-form__seed">
          <View className="draw-form__seed-input">
            <TextInput
              id="draw-seed"
              label={words.seed}
              value={form.seed}
              maxLength={60}
              isWrong={problems.seed !== undefined}
              onChange={(seed) => change({ seed })}
            />
          </View>
          <ToolButton
            id="draw-new-seed"
            icon="refresh"
            words={words.newSeed}
            onTap={() => change({ seed: suggestedSeed(today, Math.random()) })}
          />
        </View>
      </Field>
      {problem !== undefined && (
        <Notice id="draw-problem" tone="amber">
          {problem}
        </Notice>
      )}
      <View className="draw-form__actions">
        <Button id="draw-close" kind="quiet" disabled={isBusy} onTap={onClose}>
          {words.close}
        </Button>
        <Button id="draw-submit" busy={isBusy && words.drawing} onTap={() => void submit()}>
          {words.submit}
        </Button>
      </View>
    </Card>
  )
}
