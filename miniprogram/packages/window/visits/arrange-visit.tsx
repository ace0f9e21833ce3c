import { useState } from 'react'
import { View } from '@tarojs/components'
import type { HomeVisitView } from '@shared/contracts/applications-window'
import { getCentre } from '@shared/contracts/catalogue'
import { slotTimes } from '@shared/domain/appointment-slots'
import { addDays } from '@shared/domain/civil-time'
import { serverToday } from '../../../cloud/server-time'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { DateInput } from '../../../components/date-input'
import { Field } from '../../../components/field'
import { visitWords, words } from '../copy'
import './visit-card.css'

/** A visit is arranged this far ahead at most (calendar days). */
const farthest = 60

/** The day and the hours of a visit, within the centre's office hours. */
export function ArrangeVisit({
  before,
  isBusy,
  onSend,
  onCancel,
}: {
  readonly before: Pick<HomeVisitView, 'date' | 'from' | 'to'>
  readonly isBusy: boolean
  readonly onSend: (time: { readonly date: string; readonly from: string; readonly to: string }) => void
  readonly onCancel: () => void
}) {
  const { data: centre } = useQuery(getCentre, {})
  const [date, setDate] = useState(before.date ?? '')
  const [from, setFrom] = useState(before.from ?? '')
  const [to, setTo] = useState(before.to ?? '')
  const [isChecked, setChecked] = useState(false)
  const times = slotTimes(centre?.hours ?? [])
  const ends = times.map((time) => time.to).filter((time) => from !== '' && time > from)
  const isReady = date !== '' && from !== '' && to > from
  return (
    <View className="visit-card__form">
      <Field
        label={visitWords.day}
        required
        hint={visitWords.dayHint}
        problem={isChecked && date === '' ? visitWords.dayMissing : undefined}
      >
        <DateInput
          id="visit-date"
          label={visitWords.day}
          value={date}
          earliest={addDays(serverToday(), 1)}
          latest={addDays(serverToday(), farthest)}
          onChange={setDate}
        />
      </Field>
      <Field
        label={visitWords.from}
        required
        problem={isChecked && (from === '' || to <= from) ? visitWords.timeMissing : undefined}
      >
        <View className="visit-card__times">
          {times.map((time) => (
            <Chip
              key={time.from}
              id={`visit-from-${time.from}`}
              isOn={time.from === from}
              onTap={() => {
                setFrom(time.from)
                if (to <= time.from) setTo('')
              }}
            >
              {time.from}
            </Chip>
          ))}
        </View>
      </Field>
      {ends.length > 0 && (
        <Field label={visitWords.to} required>
          <View className="visit-card__times">
            {ends.map((time) => (
              <Chip key={time} id={`visit-to-${time}`} isOn={time === to} onTap={() => setTo(time)}>
                {time}
              </Chip>
            ))}
          </View>
        </Field>
      )}
      <View className="visit-card__actions">
        <Button id="visit-time-cancel" kind="quiet" disabled={isBusy} onTap={onCancel}>
          {words.back}
        </Button>
        <Button
          id="visit-time-send"
          busy={isBusy ? visitWords.busy : false}
          onTap={() => {
            setChecked(true)
            if (isReady) onSend({ date, from, to })
          }}
        >
          {visitWords.schedule}
        </Button>
      </View>
    </View>
  )
}
