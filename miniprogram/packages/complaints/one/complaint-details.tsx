import { Text, View } from '@tarojs/components'
import type { ComplaintView } from '@shared/contracts/complaints'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { complaintClocks, complaintKinds, complaintStates } from '@shared/domain/complaint-workflow'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { Timeline } from '../../../components/timeline'
import { spoken } from '../../../platform/spoken'
import { oneWords as words } from '../copy'
import { CitizenSteps } from './citizen-steps'
import './complaint-details.css'

export function ComplaintDetails({
  complaint,
  onChanged,
  onMovedOn,
}: {
  readonly complaint: ComplaintView
  readonly onChanged: (complaint: ComplaintView) => void
  /** Somebody else was faster. */
  readonly onMovedOn: () => void
}) {
  const { state, clock, satisfied, timeline } = complaint
  const { label, next, final } = complaintStates[state]
  return (
    <View>
      <Card
        id="complaint-state"
        title={complaintKinds[complaint.kind].label}
        aside={<Tag tone={final ? 'plain' : 'accent'}>{label}</Tag>}
      >
        <View className="complaint-details__next" {...spoken({ role: 'status' })}>
          {complaint.merged ? words.mergedNext : next}
        </View>
        {clock !== undefined && (
          <Text className="complaint-details__until">
            {(complaintClocks[clock.clock].isCentres ? words.centreUntil : words.until)(formatDate(clock.dueOn)) +
              (clock.provisional ? words.provisional : '')}
          </Text>
        )}
        {satisfied !== undefined && (
          <Text className="complaint-details__until">{satisfied ? words.saidSatisfied : words.saidUnsatisfied}</Text>
        )}
      </Card>
      {complaint.merged && complaint.answer === undefined && <Notice>{words.mergedOther}</Notice>}
      <Replies complaint={complaint} />
      <CitizenSteps complaint={complaint} onChanged={onChanged} onMovedOn={onMovedOn} />
      <Yours complaint={complaint} />
      <Card title={words.process}>
        <Timeline
          entries={[...timeline].reverse().map(({ at, label: what, by, note }, place) => ({
            ...{ sequence: timeline.length - place, at, label: what, who: by, note },
          }))}
        />
      </Card>
    </View>
  )
}

/** What the centre said; what it asked and heard besides. */
function Replies({ complaint }: { readonly complaint: ComplaintView }) {
  const texts = [
    [words.answer, complaint.answer],
    [words.decline, complaint.declineReason],
    [words.extension, complaint.extensionReason],
    [words.reopen, complaint.reopenReason],
  ] as const
  return (
    <>
      {texts.map(([title, text]) =>
        text === undefined ? null : (
          <Card key={title} title={title}>
            <Text className="complaint-details__words" userSelect>
              {text}
            </Text>
          </Card>
        ),
      )}
    </>
  )
}

function Yours({ complaint }: { readonly complaint: ComplaintView }) {
  const { number, sentAt, department, window, receiptNumber, complainedOf, assignedTo } = complaint
  const { complainant, disclosed, mergedInto } = complaint
  const facts = [
    [words.number, formatReceiptNumber(number)],
    [words.sentAt, formatDateTime(sentAt)],
    [words.about, department],
    [words.window, window],
    [words.receipt, receiptNumber === undefined ? undefined : formatReceiptNumber(receiptNumber)],
    [words.complainedOf, complainedOf],
    [words.assignedTo, assignedTo],
    [words.merged, mergedInto === undefined ? undefined : formatReceiptNumber(mergedInto)],
    [
      words.contact,
      complainant === undefined
        ? undefined
        : `${complainant.name} ${complainant.phone}（${disclosed ? words.contactDisclosed : words.contactProtected}）`,
    ],
  ] as const
  return (
    <Card title={words.yours}>
      <View className="complaint-details__next">{complaint.subject}</View>
      <Text className="complaint-details__words" userSelect>
        {complaint.text}
      </Text>
      <Facts>
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <Fact key={name} label={name}>
              {value}
            </Fact>
          ),
        )}
      </Facts>
    </Card>
  )
}
