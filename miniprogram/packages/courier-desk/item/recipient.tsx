import { useState } from 'react'
import type { OutputOf } from '@shared/contracts/contract'
import { revealAddress, type DeskRow } from '@shared/contracts/deliveries'
import { handOvers } from '@shared/domain/delivery-workflow'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { RevealForm } from '../../../components/reveal-form'
import { itemWords } from '../copy'

type Address = OutputOf<typeof revealAddress>['address']

/** To whom it goes, masked; the whole address for a reason that the applicant can read. */
export function Recipient({ row }: { readonly row: DeskRow }) {
  const [shown, setShown] = useState<Address>()
  const [isAsking, setAsking] = useState(false)
  const region =
    shown === undefined ? row.region : [shown.province, shown.city, shown.district].filter(Boolean).join(' ')
  const handOver =
    shown === undefined
      ? row.handOver
      : [handOvers[shown.handOver], shown.handOverTo].filter((each) => each !== undefined).join('：')
  return (
    <Card id="recipient-card" title={itemWords.recipient}>
      {shown !== undefined && <Notice tone="amber">{itemWords.revealed}</Notice>}
      <Facts>
        <Fact label={itemWords.recipient}>{shown?.name ?? row.recipient}</Fact>
        <Fact label={itemWords.phone}>{shown?.phone ?? row.phone}</Fact>
        <Fact label={itemWords.region}>{region}</Fact>
        {shown !== undefined && <Fact label={itemWords.address}>{shown.detail}</Fact>}
        <Fact label={itemWords.handOver}>{handOver}</Fact>
      </Facts>
      {shown === undefined && !isAsking && (
        <Button id="reveal-address" kind="quiet" icon="eye" onTap={() => setAsking(true)}>
          {itemWords.reveal}
        </Button>
      )}
      {isAsking && (
        <RevealForm
          contract={revealAddress}
          inputFor={(reason) => ({ applicationId: row.id, reason })}
          presets={itemWords.revealReasons}
          onShown={({ address }) => {
            setShown(address)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}
