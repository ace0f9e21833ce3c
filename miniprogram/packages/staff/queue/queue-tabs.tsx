import { Text, View } from '@tarojs/components'
import { classNames } from '../../../components/class-names'
import { Tappable } from '../../../components/tappable'
import { spoken } from '../../../platform/spoken'
import { queues, words, type Queue } from '../copy'
import './queue-tabs.css'

const groups = [
  { label: words.queuesOfReview, names: ['unclaimed', 'mine', 'correction'] },
  { label: words.queuesOfDecision, names: ['window', 'deciding', 'handling', 'paused', 'delivering', 'done'] },
] as const satisfies readonly { label: string; names: readonly Queue[] }[]

/** Queues of what a member does; who only looks has none. */
const ownQueues: readonly Queue[] = ['mine', 'handling']
/** What is over is not work that waits. */
const uncounted: readonly Queue[] = ['done']
/** As many stands for as many or more. */
const mostCounted = 100

/** The queues in the order of a case's way, with how many wait in each. */
export function QueueTabs({
  queue,
  counts,
  hasOwn,
  onQueue,
}: {
  /** Undefined while none of them is shown. */
  readonly queue: Queue | undefined
  /** Unknown until the first answer. */
  readonly counts: Readonly<Record<string, number>> | undefined
  readonly hasOwn: boolean
  readonly onQueue: (queue: Queue) => void
}) {
  const countOf = (name: Queue) => (uncounted.includes(name) ? 0 : (counts?.[name] ?? 0))
  return (
    <View className="queue-tabs" {...spoken({ role: 'group', label: words.title })}>
      {groups.map(({ label, names }) => (
        <View key={label} className="queue-tabs__group" {...spoken({ role: 'group', label })}>
          {names
            .filter((name) => hasOwn || !ownQueues.includes(name))
            .map((name) => (
              <QueueTab
                key={name}
                name={name}
                count={countOf(name)}
                isChosen={name === queue}
                onTap={() => onQueue(name)}
              />
            ))}
        </View>
      ))}
    </View>
  )
}

function QueueTab({
  name,
  count,
  isChosen,
  onTap,
}: {
  readonly name: Queue
  readonly count: number
  readonly isChosen: boolean
  readonly onTap: () => void
}) {
  const { label } = queues[name]
  const said = count >= mostCounted ? words.most : String(count)
  return (
    <Tappable
      id={`queue-${name}`}
      className={classNames('queue-tabs__tab', isChosen && 'queue-tabs__tab--chosen')}
      pressed={isChosen}
      label={count === 0 ? label : words.queueCount(label, said)}
      onTap={onTap}
    >
      <View className="queue-tabs__inner">
        <Text>{label}</Text>
        {count > 0 && <Text className="queue-tabs__count">{said}</Text>}
      </View>
    </Tappable>
  )
}
