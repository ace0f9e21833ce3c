import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { findDuplicates, getComplaint, type ComplaintView } from '@shared/contracts/complaints'
import { formatDateTime } from '@shared/domain/civil-time'
import { complaintKinds, complaintStates } from '@shared/domain/complaint-workflow'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { keysOf } from '@shared/contracts/keys-of'
import { serverToday } from '../../../cloud/server-time'
import { useQuery } from '../../../cloud/use-query'
import { Card } from '../../../components/card'
import { DeadlineTag } from '../../../components/deadline-tag'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Timeline } from '../../../components/timeline'
import { Empty, Problem, Skeleton } from '../../../components/waiting'
import { openPage } from '../../../platform/open-page'
import { words } from '../copy'
import { Complainant } from './complainant'
import { Duplicates } from './duplicates'
import { Steps } from './steps'
import './handled-complaint.css'

/** A complaint with what staff may see of it and do about it. */
export function HandledComplaint({
  complaintId,
  onChanged,
  onOpen,
}: {
  readonly complaintId: string
  readonly onChanged?: () => void
  readonly onOpen: (id: string) => void
}) {
  const { data, problem, reload, replace } = useQuery(getComplaint, { complaintId })
  const isHidden = problem?.code === 'NOT_FOUND' || problem?.code === 'INVALID_INPUT'
  if (isHidden || data?.seenAs === 'citizen')
    return (
      <Empty
        icon="shield"
        title={words.notFound}
        detail={words.notFoundDetail}
        action={{ id: 'to-list', words: words.toList, onTap: () => openPage('/packages/complaints-desk/queue/index') }}
      />
    )
  if (data === undefined)
    return problem === undefined ? <Skeleton cards={3} /> : <Problem problem={problem} onRetry={() => void reload()} />
  return (
    <Shown
      complaint={data}
      onChanged={(complaint) => {
        replace(complaint)
        onChanged?.()
      }}
      onMovedOn={() => {
        void reload()
        onChanged?.()
      }}
      onOpen={onOpen}
    />
  )
}

function Shown({
  complaint,
  onChanged,
  onMovedOn,
  onOpen,
}: {
  readonly complaint: ComplaintView
  readonly onChanged: (complaint: ComplaintView) => void
  readonly onMovedOn: () => void
  readonly onOpen: (id: string) => void
}) {
  const isSupervisor = complaint.seenAs === 'supervisor'
  const canMerge = complaint.actions.includes('merge')
  const duplicates = useQuery(findDuplicates, isSupervisor ? { complaintId: complaint.id } : undefined)
  const [target, setTarget] = useState<string>()
  return (
    <View>
      <Card
        id="complaint"
        title={complaintKinds[complaint.kind].label}
        aside={<Tag tone="accent">{complaintStates[complaint.state].label}</Tag>}
      >
        {complaint.clock !== undefined && (
          <View className="handled-complaint__tags">
            <DeadlineTag deadline={complaint.clock} today={serverToday()} />
          </View>
        )}
        <View className="handled-complaint__subject">{complaint.subject}</View>
        <Text className="handled-complaint__words" userSelect>
          {complaint.text}
        </Text>
        <About complaint={complaint} />
      </Card>
      {complaint.mergedCount !== undefined && <Notice>{words.mergedCount(complaint.mergedCount)}</Notice>}
      <Written complaint={complaint} />
      {isSupervisor && duplicates.data !== undefined && (
        <Duplicates
          duplicates={duplicates.data.duplicates}
          chosen={target}
          onOpen={onOpen}
          {...(canMerge ? { onChoose: setTarget } : {})}
        />
      )}
      <Steps
        key={complaint.version}
        complaint={complaint}
        mergeInto={target}
        onChanged={onChanged}
        onMovedOn={onMovedOn}
      />
      <Complainant complaint={complaint} onRevealed={onMovedOn} />
      <Card title={words.process}>
        <Timeline
          entries={[...complaint.timeline].reverse().map(({ at, label, by, note }, place) => ({
            ...{ sequence: complaint.timeline.length - place, at, label, who: by, note },
          }))}
        />
      </Card>
    </View>
  )
}

function About({ complaint }: { readonly complaint: ComplaintView }) {
  const { number, sentAt, department, window, receiptNumber, complainedOf, assignedTo, handler } = complaint
  const { about, mergedInto, satisfied } = complaint
  const facts = [
    [words.number, formatReceiptNumber(number)],
    [words.sentAt, formatDateTime(sentAt)],
    [words.about, department],
    [words.window, window],
    [words.receipt, receiptNumber === undefined ? undefined : formatReceiptNumber(receiptNumber)],
    [words.named, complainedOf],
    [words.assignedTo, assignedTo],
    [words.handler, handler === undefined ? undefined : handler.mine ? words.mine(handler.name) : handler.name],
    [words.complainedOf, about === undefined ? undefined : about.map(({ name }) => name).join('、') || words.nobody],
    [words.mergedInto, mergedInto === undefined ? undefined : formatReceiptNumber(mergedInto)],
  ] as const
  return (
    <>
      <Facts>
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <Fact key={name} label={name}>
              {value}
            </Fact>
          ),
        )}
      </Facts>
      {satisfied !== undefined && (
        <Tag tone={satisfied ? 'green' : 'amber'}>{satisfied ? words.satisfied : words.unsatisfied}</Tag>
      )}
    </>
  )
}

/** What was written on the way. */
function Written({ complaint }: { readonly complaint: ComplaintView }) {
  const written = keysOf(words.texts).filter((name) => complaint[name] !== undefined)
  if (written.length === 0) return null
  return (
    <Card>
      <Facts>
        {written.map((name) => (
          <Fact key={name} label={words.texts[name]}>
            {complaint[name] ?? ''}
          </Fact>
        ))}
      </Facts>
    </Card>
  )
}
