import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { findAtDesk, type DeskRow } from '@shared/contracts/deliveries'
import { checkReceiptNumber, normaliseReceiptNumber } from '@shared/domain/receipt-number'
import { call } from '../../../cloud/call'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { focusElement } from '../../../platform/focus'
import { useWideScreen } from '../../../platform/wide-screen'
import { CarrierChips } from '../carrier-chips'
import { batchWords, itemWords, scanWords } from '../copy'
import { sentenceOf, type News } from '../news'
import { ScanBox, scanField } from '../scan-box'
import type { Shipment, ShipQueueView } from '../ship-queue'
import { useCarrier } from '../use-carrier'
import { useDesk } from '../use-desk'
import './batch.css'
import { LabelChoice } from './label-choice'
import { PairList } from './pair-list'
import { useShipQueue } from './use-ship-queue'

/** Labels for many, then label and waybill by turns; every pair is sent at once and kept until the server has it. */
export function Batch() {
  const isWide = useWideScreen()
  const { pages, refresh } = useDesk('ready')
  const { queue, view, hadOpen } = useShipQueue()
  const [row, setRow] = useState<DeskRow>()
  const [news, setNews] = useState<News>()
  /** The delivery whose pair was taken last. */
  const [taken, setTaken] = useState<string>()
  const [isFinding, setFinding] = useState(false)
  const { carrier, choose } = useCarrier(row?.carriers ?? [])
  const rows = (pages.rows ?? []).filter(
    ({ id }) => ![...view.open, ...view.shipped].some(({ applicationId }) => applicationId === id),
  )

  const takeLabel = async (receiptNumber: string) => {
    if (row !== undefined && row.receiptNumber !== receiptNumber) {
      setNews({ tone: 'amber', words: batchWords.labelAgain })
      return
    }
    if (view.open.some((each) => each.receiptNumber === receiptNumber && each.problem === undefined)) {
      setNews({ tone: 'amber', words: batchWords.alreadyScanned(receiptNumber) })
      return
    }
    // What is in the list needs no network.
    const found = pages.rows?.find((each) => each.receiptNumber === receiptNumber) ?? (await find(receiptNumber))
    if (found === undefined) return
    const isShipped = view.shipped.some(({ applicationId }) => applicationId === found.id)
    if (isShipped || !found.actions.includes('ship')) {
      setNews({ tone: 'amber', words: batchWords.notReady(receiptNumber) })
      return
    }
    if (found.label === 'outdated') {
      setNews({ tone: 'red', words: itemWords.outdated(receiptNumber) })
      return
    }
    setRow(found)
    setNews(undefined)
    setTaken(undefined)
  }
  const find = async (receiptNumber: string): Promise<DeskRow | undefined> => {
    setFinding(true)
    const reply = await call(findAtDesk, { text: receiptNumber })
    setFinding(false)
    const found = reply.ok ? reply.data.rows.find((each) => each.receiptNumber === receiptNumber) : undefined
    if (!reply.ok) setNews({ tone: 'red', words: sentenceOf(reply.error) })
    else if (found === undefined) setNews({ tone: 'amber', words: scanWords.nothing(receiptNumber) })
    return found
  }
  const takeWaybill = (waybill: string) => {
    if (row === undefined || carrier === undefined) {
      setNews({ tone: 'amber', words: batchWords.labelFirst })
      return
    }
    const { id, version, receiptNumber, recipient } = row
    const pair = { applicationId: id, version, receiptNumber, recipient, waybill }
    queue.add({ ...pair, carrier: carrier.code, carrierName: carrier.name })
    setRow(undefined)
    setNews(undefined)
    setTaken(id)
  }
  const take = (code: string) => {
    const fault = checkReceiptNumber(code)
    if (fault === undefined) void takeLabel(normaliseReceiptNumber(code))
    else if (fault === 'form') takeWaybill(code)
    else setNews({ tone: 'amber', words: scanWords.wrongDigit })
  }
  const clear = () => {
    setRow(undefined)
    setNews(undefined)
    if (isWide) focusElement(scanField, 'nowhere')
  }

  const scanning = (
    <>
      <ScanBox
        title={batchWords.scanTitle}
        hint={row === undefined ? batchWords.scanLabel : batchWords.scanWaybill(row.receiptNumber, row.recipient)}
        news={news ?? newsOfPair(view, taken)}
        busy={isFinding ? scanWords.finding : false}
        keys={{ Escape: clear }}
        onCode={take}
      />
      {row !== undefined && (
        <Card id="pair" tone="accent">
          <Text className="batch__item">{row.itemName}</Text>
          <Text className="batch__soft">{`${row.recipient} · ${row.region}`}</Text>
          <View className="batch__pair">
            <CarrierChips carriers={row.carriers} chosen={carrier?.code} onChoose={choose} />
            <Button id="pair-clear" kind="quiet" small onTap={clear}>
              {batchWords.cancelPair}
            </Button>
          </View>
        </Card>
      )}
      <PairList queue={queue} view={view} hadOpen={hadOpen} onRemoved={refresh} />
    </>
  )
  const choice = <LabelChoice rows={rows} pages={pages} onRefresh={refresh} />
  if (!isWide) {
    return (
      <View>
        {scanning}
        {choice}
      </View>
    )
  }
  return (
    <View className="batch">
      <View className="batch__choice">{choice}</View>
      <View className="batch__scanning">{scanning}</View>
    </View>
  )
}

/** How the pair that was scanned last stands: whoever scans looks at one place. */
function newsOfPair({ open, shipped }: ShipQueueView, taken: string | undefined): News | undefined {
  const isTaken = ({ applicationId }: Shipment) => applicationId === taken
  const [sent, waiting] = [shipped.find(isTaken), open.find(isTaken)]
  if (waiting?.problem !== undefined) return { tone: 'red', words: batchWords.refused(waiting.receiptNumber) }
  if (waiting !== undefined) return { tone: 'info', words: batchWords.taken(waiting.receiptNumber, waiting.waybill) }
  return sent === undefined ? undefined : { tone: 'green', words: batchWords.sent(sent.receiptNumber) }
}
