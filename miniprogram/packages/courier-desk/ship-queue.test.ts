import { ShipQueue, type ShipAnswer, type Shipment } from './ship-queue'

function pairOf(name: string, waybill = `EB${name}`): Omit<Shipment, 'requestId' | 'problem'> {
  return {
    applicationId: name,
    version: 1,
    receiptNumber: `GL-${name}`,
    recipient: '秦*',
    carrier: 'ems',
    carrierName: '中国邮政EMS',
    waybill,
  }
}

/** A queue whose answers the test decides, and what it kept and sent. */
function aQueue(answers: (shipment: Shipment) => ShipAnswer, kept?: unknown) {
  const sent: Shipment[] = []
  const store = { kept }
  let count = 0
  const queue = new ShipQueue(
    {
      ship: (shipment) => {
        sent.push(shipment)
        return Promise.resolve(answers(shipment))
      },
      makeRequestId: () => `request-${String((count += 1))}`,
      keep: (shipments) => void (store.kept = JSON.parse(JSON.stringify(shipments))),
    },
    kept,
  )
  return { queue, sent, store }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('scanned pairs on their way', () => {
  it('are sent in the order they were scanned, and forgotten once the server has them', async () => {
    const { queue, sent, store } = aQueue(() => ({ kind: 'shipped' }))
    queue.add(pairOf('one'))
    queue.add(pairOf('two'))
    expect(store.kept).toHaveLength(2)
    await settled()
    expect(sent.map(({ applicationId }) => applicationId)).toEqual(['one', 'two'])
    expect(store.kept).toEqual([])
    expect(queue.look().shipped.map(({ applicationId }) => applicationId)).toEqual(['two', 'one'])
  })

  it('outlive a dropped network and a closed page, and go out with the same request id', async () => {
    const first = aQueue(() => ({ kind: 'offline' }))
    first.queue.add(pairOf('one'))
    first.queue.add(pairOf('two'))
    await settled()
    expect(first.queue.look()).toMatchObject({ isStalled: true, sending: undefined })
    const second = aQueue(() => ({ kind: 'shipped' }), first.store.kept)
    await second.queue.run()
    expect(second.sent.map(({ requestId }) => requestId)).toEqual(['request-1', 'request-2'])
    expect(second.store.kept).toEqual([])
  })

  it('stay with the reason when they are refused, while the others go on', async () => {
    const { queue, store } = aQueue(({ applicationId }) =>
      applicationId === 'one' ? { kind: 'refused', sentence: '运单号不对' } : { kind: 'shipped' },
    )
    queue.add(pairOf('one'))
    queue.add(pairOf('two'))
    await settled()
    expect(queue.look().open).toMatchObject([{ applicationId: 'one', problem: '运单号不对' }])
    expect(store.kept).toMatchObject([{ applicationId: 'one' }])
    expect(queue.look().shipped).toMatchObject([{ applicationId: 'two' }])
  })

  it('are another command once the waybill was mended', async () => {
    const { queue, sent } = aQueue(({ waybill }) =>
      waybill === 'EBbad' ? { kind: 'refused', sentence: '运单号不对' } : { kind: 'shipped' },
    )
    queue.add(pairOf('one', 'EBbad'))
    await settled()
    queue.retry('one', 'EBgood')
    await settled()
    expect(sent.map(({ waybill, requestId }) => [waybill, requestId])).toEqual([
      ['EBbad', 'request-1'],
      ['EBgood', 'request-2'],
    ])
    expect(queue.look().open).toEqual([])
  })

  it('of one delivery are one: scanning it again replaces the refused pair', async () => {
    const { queue } = aQueue(() => ({ kind: 'refused', sentence: '运单号不对' }))
    queue.add(pairOf('one', 'EB1'))
    await settled()
    queue.add(pairOf('one', 'EB2'))
    await settled()
    expect(queue.look().open.map(({ waybill }) => waybill)).toEqual(['EB2'])
  })

  it('can be taken out', async () => {
    const { queue, store } = aQueue(() => ({ kind: 'refused', sentence: '运单号不对' }))
    queue.add(pairOf('one'))
    await settled()
    queue.remove('one')
    expect(store.kept).toEqual([])
  })

  it('of an older program that look different are left out', () => {
    expect(aQueue(() => ({ kind: 'shipped' }), [{ receipt: 'GL' }]).queue.look().open).toEqual([])
  })
})
