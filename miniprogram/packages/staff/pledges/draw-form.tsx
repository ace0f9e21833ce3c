import { useState } from 'react'
import { View } from '@tarojs/components'
import { drawPledgeSample } from '@shared/contracts/applications-decision'
import type { OutputOf } from '@shared/contracts/contract'
import { addDays } from '@shared/domain/civil-time'
import { serverToday } from '../../../cloud/server-time'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { DateInput } from '../../../components/date-input'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { TextInput } from '../../../components/text-input'
import { ToolButton } from '../../../components/tool-button'
import { pledgeWords as words } from '../copy'
import { DepartmentChoice } from './department-choice'
import './draw-form.css'
import { sampleProblems, suggestedSeed, type SampleForm } from './sample-form'

/** Days before today that a sample looks back at first. */
const usualPeriod = 30

/** Draws a sample: of which department and days, how many, and by which seed. */
export function DrawForm({
  departments,
  onDrawn,
  onClose,
}: {
  readonly departments: readonly string[]
  readonly onDrawn: (sample: OutputOf<typeof drawPledgeSample>) => void
  readonly onClose: () => void
}) {
  const { isBusy, run } = useCommand(drawPledgeSample)
  const today = serverToday()
  const [form, setForm] = useState<SampleForm>(() => ({
    department: departments.length === 1 ? (departments[0] ?? '') : '',
    from: addDays(today, -usualPeriod),
    to: today,
    size: '5',
    seed: suggestedSeed(today, Math.random()),
  }))
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  const found = sampleProblems(form)
  const problems = isAsked ? found : {}
  const change = (part: Partial<SampleForm>) => setForm({ ...form, ...part })
  const submit = async () => {
    setAsked(true)
    setProblem(undefined)
    if (Object.keys(found).length > 0) return
    const reply = await run({ ...form, size: Number(form.size), seed: form.seed.trim() })
    if (reply === undefined) return
    if (reply.ok) onDrawn(reply.data)
    else setProblem(Object.values(reply.error.fields ?? {})[0] ?? reply.error.message)
  }
  return (
    <Card id="draw-form" title={words.draw}>
      <Field label={words.department} required problem={problems.department}>
        <DepartmentChoice
          departments={departments}
          value={form.department}
          onChange={(department) => change({ department })}
        />
      </Field>
      <View className="draw-form__period">
        <View className="draw-form__day">
          <Field label={words.from} required problem={problems.period}>
            <DateInput
              id="draw-from"
              label={words.from}
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
      <Field label={words.size} required hint={words.sizeHint} problem={problems.size}>
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
          {words.drawClose}
        </Button>
        <Button id="draw-submit" busy={isBusy && words.drawing} onTap={() => void submit()}>
          {words.submit}
        </Button>
      </View>
    </Card>
  )
}
