import { Text, View } from '@tarojs/components'
import type { ApplicationView } from '@shared/contracts/applications'
import { clockNames } from '@shared/domain/application-workflow'
import { daysBetween, formatDate } from '@shared/domain/civil-time'
import { deadlineColour } from '@shared/domain/deadline'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { DeadlineTag } from '../../../components/deadline-tag'
import { callPhone } from '../../../platform/phone'
import { spoken } from '../../../platform/spoken'
import { copy } from './copy'
import './limits.css'

type Clock = ApplicationView['clocks'][number]

/** Every clock that runs: until when, what it rests on, and how much of it is used. */
export function Limits({
  clocks,
  today,
  isWithCentre,
  complaintPhone,
}: {
  readonly clocks: readonly Clock[]
  readonly today: string
  /** Whether the centre has to act, so that an overdue clock is its own fault. */
  readonly isWithCentre: boolean
  readonly complaintPhone: string | undefined
}) {
  if (clocks.length === 0) return null
  const isLate = isWithCentre && clocks.some((clock) => deadlineColour(clock, today) === 'red')
  return (
    <Card id="limits" title={copy.limits}>
      {clocks.map((clock) => (
        <Limit key={clock.clock} clock={clock} today={today} />
      ))}
      {clocks.some(({ provisional }) => provisional) && <Text className="limits__provisional">{copy.provisional}</Text>}
      {isLate && (
        <View id="overdue" className="limits__late" {...spoken({ role: 'alert' })}>
          <Text>{copy.overdue}</Text>
          {complaintPhone !== undefined && (
            <View className="limits__call">
              <Button id="call-complaint" kind="secondary" icon="phone" small onTap={() => callPhone(complaintPhone)}>
                {copy.complain(complaintPhone)}
              </Button>
            </View>
          )}
        </View>
      )}
    </Card>
  )
}

function Limit({ clock, today }: { readonly clock: Clock; readonly today: string }) {
  const name = clockNames[clock.clock]
  const used = usedShare(clock, today)
  return (
    <View id={`clock-${clock.clock}`} className="limits__limit">
      <View className="limits__head">
        <Text className="limits__name">{name}</Text>
        <DeadlineTag deadline={clock} today={today} />
      </View>
      <View className="limits__bar" {...spoken({ role: 'img', label: `${name}已用${used}%` })}>
        <View className={`limits__used limits__used--${deadlineColour(clock, today)}`} style={{ width: `${used}%` }} />
      </View>
      <Text className="limits__basis">
        {clock.basis === name ? copy.limitDays(clock.workingDays) : clock.basis},
        {copy.limitStarted(formatDate(clock.startedOn))}
      </Text>
    </View>
  )
}

/** Percent of the calendar days gone, 0…100. */
function usedShare({ startedOn, dueOn }: Pick<Clock, 'startedOn' | 'dueOn'>, today: string): number {
  const all = daysBetween(startedOn, dueOn)
  if (all <= 0) return 100
  return Math.round(Math.min(1, Math.max(0, daysBetween(startedOn, today) / all)) * 100)
}
