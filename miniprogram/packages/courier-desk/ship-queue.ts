import * as v from 'valibot'

/** A label and a waybill that were scanned together: kept on the device until the server has answered. */
const shipmentShape = v.strictObject({
  /** Of the command, so that one that was sent twice ships once. */
  requestId: v.string(),
  applicationId: v.string(),
  version: v.number(),
  receiptNumber: v.string(),
  /** Masked. */
  recipient: v.string(),
  carrier: v.string(),
  carrierName: v.string(),
  waybill: v.string(),
  /** Why the server would not have it; absent while it waits. */
  problem: v.optional(v.string()),
})
export type Shipment = v.InferOutput<typeof shipmentShape>
const keptShape = v.array(shipmentShape)

/** What the server said: shipped, refused with a sentence, or nothing at all. */
export type ShipAnswer =
  { readonly kind: 'shipped' } | { readonly kind: 'refused'; readonly sentence: string } | { readonly kind: 'offline' }

export interface ShipSteps {
  ship(shipment: Shipment): Promise<ShipAnswer>
  makeRequestId(): string
  /** Everything that is not acknowledged yet, to be kept on the device. */
  keep(shipments: readonly Shipment[]): void
}

export interface ShipQueueView {
  /** Not acknowledged yet, in the order they were scanned. */
  readonly open: readonly Shipment[]
  /** Shipped since the page was opened, the latest first. */
  readonly shipped: readonly Shipment[]
  /** The one on its way now. */
  readonly sending: string | undefined
  /** The network is gone: what waits is sent when somebody says so. */
  readonly isStalled: boolean
}

/**
 * Scanned pairs on their way to the server, one after another. Nothing scanned is lost: what was not acknowledged is kept
 * on the device, what was refused stays in the list with its reason until it is mended or taken out.
 */
export class ShipQueue {
  private view: ShipQueueView
  private isRunning = false
  private readonly listeners = new Set<() => void>()

  /** @param kept what an earlier page left on the device, of whatever shape */
  constructor(
    private readonly steps: ShipSteps,
    kept: unknown,
  ) {
    const before = v.safeParse(keptShape, kept)
    this.view = { open: before.success ? before.output : [], shipped: [], sending: undefined, isStalled: false }
  }

  readonly look = (): ShipQueueView => this.view

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Adds a pair; one of the same delivery that was refused is replaced by it. */
  add(pair: Omit<Shipment, 'requestId' | 'problem'>): void {
    const others = this.view.open.filter(({ applicationId }) => applicationId !== pair.applicationId)
    this.change({ open: [...others, { ...pair, requestId: this.steps.makeRequestId() }] })
    void this.run()
  }

  /** Takes a pair out that was not sent, or was refused. */
  remove(applicationId: string): void {
    this.change({ open: this.view.open.filter((each) => each.applicationId !== applicationId) })
  }

  /** Sends again: one that was refused, with the waybill as it was mended. It is another command then. */
  retry(applicationId: string, waybill: string): void {
    const open = this.view.open.map((each) => {
      if (each.applicationId !== applicationId) return each
      const { problem: _problem, ...pair } = each
      return { ...pair, waybill, requestId: this.steps.makeRequestId() }
    })
    this.change({ open })
    void this.run()
  }

  /** Sends what waits, one after another; stops where the network is gone. */
  async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    this.change({ isStalled: false })
    try {
      for (let next = this.next(); next !== undefined; next = this.next()) {
        this.change({ sending: next.applicationId })
        const answer = await this.steps.ship(next)
        if (answer.kind === 'offline') {
          this.change({ isStalled: true })
          return
        }
        this.settle(next, answer)
      }
    } finally {
      this.isRunning = false
      this.change({ sending: undefined })
    }
  }

  private next(): Shipment | undefined {
    return this.view.open.find(({ problem }) => problem === undefined)
  }

  private settle(sent: Shipment, answer: Exclude<ShipAnswer, { kind: 'offline' }>): void {
    const isSame = (each: Shipment) => each.requestId === sent.requestId
    if (answer.kind === 'shipped') {
      this.change({ open: this.view.open.filter((each) => !isSame(each)), shipped: [sent, ...this.view.shipped] })
      return
    }
    const problem = answer.sentence
    this.change({ open: this.view.open.map((each) => (isSame(each) ? { ...each, problem } : each)) })
  }

  private change(part: Partial<ShipQueueView>): void {
    this.view = { ...this.view, ...part }
    if (part.open !== undefined) this.steps.keep(part.open)
    for (const listener of this.listeners) listener()
  }
}
