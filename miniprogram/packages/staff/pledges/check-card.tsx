import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { listPledgeChecks } from '@shared/contracts/applications-decision'
import type { OutputOf } from '@shared/contracts/contract'
import { applicationStates } from '@shared/domain/application-workflow'
import { formatDate } from '@shared/domain/civil-time'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Tag } from '../../../components/tag'
import { openPage } from '../../../platform/open-page'
import { pledgeWords as words } from '../copy'
import './check-card.css'
import { RecordForm } from './record-form'

export type PledgeCheck = OutputOf<typeof listPledgeChecks>['checks'][number]

/** A drawn case: whose pledge, when and how it was drawn, and what was found. */
export function CheckCard({ check, onRecorded }: { readonly check: PledgeCheck; readonly onRecorded: () => void }) {
  const [isRecording, setRecording] = useState(false)
  const { application, outcome } = check
  return (
    <Card
      id={`check-${check.id}`}
      title={application.itemName}
      aside={
        outcome === undefined ? (
          <Tag>{applicationStates[application.state].label}</Tag>
        ) : (
          <Tag tone={outcome.kept ? 'green' : 'red'}>{outcome.kept ? words.kept : words.broken}</Tag>
        )
      }
    >
      <Text className="check-card__line">{application.applicantName}</Text>
      <Text className="check-card__line check-card__line--soft" userSelect>
        {application.receiptNumber}
      </Text>
      <Text className="check-card__line check-card__line--soft">{application.department}</Text>
      <Text className="check-card__line check-card__line--soft">
        {`${words.drawnAt(formatDate(check.drawnAt))} · ${words.drawnBy(check.seed)}`}
      </Text>
      {outcome !== undefined && (
        <>
          <Text className="check-card__line">{outcome.note}</Text>
          <Text className="check-card__line check-card__line--soft">{words.checkedAt(formatDate(outcome.at))}</Text>
        </>
      )}
      {isRecording ? (
        <RecordForm checkId={check.id} onRecorded={onRecorded} onClose={() => setRecording(false)} />
      ) : (
        <View className="check-card__actions">
          <Button
            id={`check-open-${check.id}`}
            kind="secondary"
            small
            onTap={() => openPage(`/packages/staff/case/index?id=${application.id}`)}
          >
            {words.openCase}
          </Button>
          {outcome === undefined && (
            <Button id={`check-record-${check.id}`} small onTap={() => setRecording(true)}>
              {words.record}
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
