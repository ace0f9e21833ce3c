import { useEffect, useState, useSyncExternalStore } from 'react'
import { shipParcel } from '@shared/contracts/deliveries'
import { call } from '../../../cloud/call'
import { makeRequestId } from '../../../cloud/request-id'
import { drop, keep, kept } from '../../../platform/keep'
import { useOnline } from '../../../platform/use-online'
import { batchWords } from '../copy'
import { sentenceOf } from '../news'
import { ShipQueue, type ShipAnswer, type Shipment } from '../ship-queue'

const key = 'courier-desk-pairs'

/** The scanned pairs of this device: what an earlier page left is sent at once, and again when the network is back. */
export function useShipQueue() {
  const [queue] = useState(
    () =>
      new ShipQueue(
        {
          ship,
          makeRequestId,
          keep: (open) => (open.length === 0 ? drop(key) : keep(key, open)),
        },
        kept(key),
      ),
  )
  const [hadOpen] = useState(() => queue.look().open.length > 0)
  const view = useSyncExternalStore(queue.listen, queue.look, queue.look)
  const isOnline = useOnline()
  useEffect(() => {
    if (isOnline) void queue.run()
  }, [queue, isOnline])
  return { queue, view, hadOpen }
}

async function ship({ requestId, applicationId, version, carrier, waybill }: Shipment): Promise<ShipAnswer> {
  const reply = await call(shipParcel, { applicationId, version, carrier, waybill }, requestId)
  if (reply.ok) return { kind: 'shipped' }
  if (reply.error.code === 'OFFLINE') return { kind: 'offline' }
  // The address may be another one by now than the one on the label.
  const isOutdated = reply.error.code === 'VERSION_CHANGED'
  return { kind: 'refused', sentence: isOutdated ? batchWords.versionChanged : sentenceOf(reply.error) }
}
