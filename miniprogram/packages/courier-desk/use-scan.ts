import { useState } from 'react'
import { findAtDesk, shipParcel, type DeskRow } from '@shared/contracts/deliveries'
import { checkReceiptNumber, normaliseReceiptNumber } from '@shared/domain/receipt-number'
import { call } from '../../cloud/call'
import { useCommand } from '../../cloud/use-command'
import { itemWords, scanWords } from './copy'
import { sentenceOf, type News } from './news'

/**
 * What a scanned code means at the desk: a receipt number chooses its item; any other code is the waybill that ships the
 * chosen item, or, where nothing to ship is chosen, the waybill of a parcel to look at.
 */
export function useScan({
  chosen,
  carrier,
  onFound,
  onShipped,
}: {
  readonly chosen: DeskRow | undefined
  readonly carrier: string | undefined
  readonly onFound: (row: DeskRow, news: News) => void
  readonly onShipped: (row: DeskRow, news: News) => void
}) {
  const [news, setNews] = useState<News>()
  const [isFinding, setFinding] = useState(false)
  const shipping = useCommand(shipParcel)

  const find = async (code: string) => {
    setFinding(true)
    const reply = await call(findAtDesk, { text: code })
    setFinding(false)
    if (!reply.ok) {
      setNews({ tone: 'red', words: sentenceOf(reply.error) })
      return
    }
    const [row, ...others] = reply.data.rows
    if (row === undefined) setNews({ tone: 'amber', words: scanWords.nothing(code) })
    else {
      const words = row.actions.includes('ship') ? scanWords.chosenToShip : scanWords.chosen
      const said = others.length > 0 ? scanWords.several(others.length + 1) : words(row.receiptNumber)
      onFound(row, { tone: 'info', words: said })
    }
  }
  const ship = async (row: DeskRow, waybill: string, by: string) => {
    if (row.label === 'outdated') {
      setNews({ tone: 'red', words: itemWords.outdated(row.receiptNumber) })
      return
    }
    const reply = await shipping.run({ applicationId: row.id, version: row.version, carrier: by, waybill })
    if (reply === undefined) return
    if (!reply.ok) {
      setNews({ tone: 'red', words: sentenceOf(reply.error) })
      return
    }
    const { parcel } = reply.data
    const words = itemWords.shipped(row.receiptNumber, parcel?.carrier.name ?? '', parcel?.waybill ?? '')
    onShipped(reply.data, { tone: 'green', words })
  }
  const take = async (code: string) => {
    setNews(undefined)
    const fault = checkReceiptNumber(code)
    if (fault === undefined) await find(normaliseReceiptNumber(code))
    else if (fault !== 'form') setNews({ tone: 'amber', words: scanWords.wrongDigit })
    else if (chosen?.actions.includes('ship') === true && carrier !== undefined) await ship(chosen, code, carrier)
    else await find(code)
  }
  const busy = isFinding ? scanWords.finding : shipping.isBusy ? itemWords.shipping : false
  return { news, setNews, busy: busy as string | false, take }
}
