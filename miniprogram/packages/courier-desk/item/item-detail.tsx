import { Text, View } from '@tarojs/components'
import type { DeskRow } from '@shared/contracts/deliveries'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { itemWords } from '../copy'
import { DueTag } from '../due-tag'
import { LabelTag } from '../label-tag'
import { Labels } from '../labels'
import type { News } from '../news'
import type { useLabels } from '../use-paper'
import { CarryOutStep, ReceiveStep, ReturnStep } from './desk-steps'
import './item-detail.css'
import { ParcelCard } from './parcel-card'
import { Recipient } from './recipient'
import { WaybillForm } from './waybill-form'

/** Everything about one item, and what the desk may do with it now. */
export function ItemDetail({
  row,
  labels,
  onPrinted,
  onChanged,
}: {
  readonly row: DeskRow
  readonly labels: ReturnType<typeof useLabels>
  readonly onPrinted: () => void
  readonly onChanged: (row: DeskRow, news: News) => void
}) {
  const { actions, parcel } = row
  const done = (next: DeskRow, words: string) => onChanged(next, { tone: 'green', words })
  const isIncoming = row.materials !== undefined
  const print = async () => {
    if (await labels.make({ applicationIds: [row.id] })) onPrinted()
  }
  const shipped = (next: DeskRow) =>
    done(next, itemWords.shipped(row.receiptNumber, next.parcel?.carrier.name ?? '', next.parcel?.waybill ?? ''))
  return (
    <View>
      <Card id="item">
        <View className="item-detail__head">
          <Text className="item-detail__name">{row.itemName}</Text>
          <View className="item-detail__tags">
            <Tag tone="accent">{row.standing}</Tag>
            {row.dueOn !== undefined && <DueTag dueOn={row.dueOn} />}
            <LabelTag row={row} />
          </View>
        </View>
        <Facts>
          <Fact label={itemWords.receipt}>{formatReceiptNumber(row.receiptNumber)}</Fact>
          <Fact label={itemWords.department}>{row.department}</Fact>
          {row.documentNumber !== undefined && <Fact label={itemWords.document}>{row.documentNumber}</Fact>}
        </Facts>
      </Card>
      {actions.includes('carry-out') && <CarryOutStep row={row} onDone={done} />}
      {(actions.includes('receive') || actions.includes('receive-incomplete')) && (
        <ReceiveStep row={row} onDone={done} />
      )}
      {actions.includes('ship') && (
        <Card id="ship-card" title={itemWords.ship}>
          {row.label === 'outdated' && <Notice tone="red">{itemWords.outdated(row.receiptNumber)}</Notice>}
          <Labels labels={labels} words={itemWords.print} onPrint={() => void print()} />
          <WaybillForm row={row} kind="ship" onDone={shipped} />
        </Card>
      )}
      {parcel !== undefined && (
        <ParcelCard
          key={parcel.id}
          row={row}
          parcel={parcel}
          onCorrected={(next) => done(next, itemWords.corrected(next.parcel?.waybill ?? ''))}
        />
      )}
      {!isIncoming && <Recipient row={row} />}
      {actions.includes('return') && <ReturnStep row={row} onDone={done} />}
    </View>
  )
}
