import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { TextInput } from '../../../components/text-input'
import { batchWords, itemWords } from '../copy'
import type { Shipment, ShipQueue, ShipQueueView } from '../ship-queue'
import './pair-list.css'

/** What was scanned: on its way, refused with the reason, and shipped. */
export function PairList({
  queue,
  view,
  hadOpen,
  onRemoved,
}: {
  readonly queue: ShipQueue
  readonly view: ShipQueueView
  /** An earlier page left something unfinished. */
  readonly hadOpen: boolean
  readonly onRemoved: () => void
}) {
  const { open, shipped, sending, isStalled } = view
  return (
    <View>
      {isStalled && open.length > 0 && (
        <Card id="stalled" tone="amber">
          <Notice tone="amber">{batchWords.stalled}</Notice>
          <Button id="resume" kind="secondary" icon="refresh" onTap={() => void queue.run()}>
            {batchWords.resume}
          </Button>
        </Card>
      )}
      {hadOpen && open.length > 0 && !isStalled && <Notice>{batchWords.kept}</Notice>}
      {open.length > 0 && (
        <Card id="pairs-open" title={batchWords.openTitle(open.length)}>
          {open.map((pair) => (
            <OpenPair
              key={pair.applicationId}
              pair={pair}
              isSending={pair.applicationId === sending}
              onRetry={(waybill) => queue.retry(pair.applicationId, waybill)}
              onRemove={() => {
                queue.remove(pair.applicationId)
                onRemoved()
              }}
            />
          ))}
        </Card>
      )}
      {shipped.length > 0 && (
        <Card id="pairs-shipped" title={batchWords.shippedTitle(shipped.length)}>
          {shipped.map((pair) => (
            <View key={pair.requestId} className="pair-list__pair">
              <View className="pair-list__line">
                <Icon name="check-circle" size="s" />
                <Text className="pair-list__number">{pair.receiptNumber}</Text>
                <Text>{pair.recipient}</Text>
              </View>
              <Text className="pair-list__soft">{`${pair.carrierName} ${pair.waybill}`}</Text>
            </View>
          ))}
        </Card>
      )}
    </View>
  )
}

/** A pair that is not acknowledged; a refused one can be mended, tried again or taken out. */
function OpenPair({
  pair,
  isSending,
  onRetry,
  onRemove,
}: {
  readonly pair: Shipment
  readonly isSending: boolean
  readonly onRetry: (waybill: string) => void
  readonly onRemove: () => void
}) {
  const [typed, setTyped] = useState(pair.waybill)
  return (
    <View id={`pair-${pair.receiptNumber}`} className="pair-list__pair">
      <View className="pair-list__line">
        <Text className="pair-list__number">{pair.receiptNumber}</Text>
        <Text>{pair.recipient}</Text>
        {pair.problem === undefined && <Tag tone="accent">{isSending ? batchWords.sending : batchWords.waiting}</Tag>}
      </View>
      <Text className="pair-list__soft">{`${pair.carrierName} ${pair.waybill}`}</Text>
      {pair.problem !== undefined && (
        <>
          <Notice tone="red">{pair.problem}</Notice>
          <TextInput
            id={`mend-${pair.receiptNumber}`}
            label={itemWords.waybill}
            value={typed}
            maxLength={40}
            onChange={setTyped}
            onConfirm={() => onRetry(typed.trim())}
          />
          <View className="pair-list__actions">
            <Button id={`remove-${pair.receiptNumber}`} kind="quiet" small onTap={onRemove}>
              {batchWords.remove}
            </Button>
            <Button
              id={`retry-${pair.receiptNumber}`}
              kind="secondary"
              small
              disabled={typed.trim() === ''}
              onTap={() => onRetry(typed.trim())}
            >
              {batchWords.retry}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}
