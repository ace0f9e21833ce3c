import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { revealComplainant, type ComplaintView } from '@shared/contracts/complaints'
import type { OutputOf } from '@shared/contracts/contract'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { RevealForm } from '../../../components/reveal-form'
import { Row } from '../../../components/row'
import { callPhone } from '../../../platform/phone'
import { words } from '../copy'
import './handled-complaint.css'

/** Who complains: for supervisors by a look that is recorded, for the department masked or not at all. */
export function Complainant({
  complaint,
  onRevealed,
}: {
  readonly complaint: ComplaintView
  readonly onRevealed: () => void
}) {
  const [shown, setShown] = useState<OutputOf<typeof revealComplainant>>()
  const [isAsking, setAsking] = useState(false)
  const { disclosed, seenAs, complainant } = complaint
  return (
    <Card id="complainant" title={words.complainant}>
      <Text className="handled-complaint__soft">
        {seenAs === 'supervisor'
          ? disclosed
            ? words.supervisorDisclosed
            : words.protectedDetail
          : disclosed
            ? words.disclosedDetail
            : words.protectedPerson}
      </Text>
      {complainant !== undefined && (
        <Facts>
          <Fact label={words.complainant}>{`${complainant.name} ${complainant.phone}`}</Fact>
        </Facts>
      )}
      {shown !== undefined && (
        <Row
          id="call-complainant"
          icon="phone"
          title={shown.name}
          detail={shown.phone}
          onTap={() => callPhone(shown.phone)}
        />
      )}
      {seenAs === 'supervisor' && shown === undefined && !isAsking && (
        <View className="handled-complaint__actions">
          <Button id="reveal" kind="secondary" small icon="shield" onTap={() => setAsking(true)}>
            {words.reveal}
          </Button>
        </View>
      )}
      {isAsking && shown === undefined && (
        <RevealForm
          contract={revealComplainant}
          inputFor={(reason) => ({ complaintId: complaint.id, reason })}
          presets={words.revealReasons}
          warning={words.revealWarning}
          onShown={(person) => {
            setShown(person)
            onRevealed()
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}
