import { formatDateTime } from '@shared/domain/civil-time'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { drawPaper, millimetre, writeInBox, type FinishedPaper, type Sheet, type WritablePaper } from './paper'

/** What a hand-over sheet 交接单 says: one round of one carrier. */
export interface HandOverSheet {
  readonly number: string
  readonly carrier: string
  readonly closedAt: number
  readonly closedBy: string
  readonly centre: string
  readonly parcels: readonly HandOverLine[]
}
export interface HandOverLine {
  readonly receiptNumber: string
  readonly waybill: string
  /** Masked: the carrier has the label, the sheet stays at the desk. */
  readonly recipient: string
  readonly region: string
}

/** A4 and its parts, in points. */
const page = { width: 210 * millimetre, height: 297 * millimetre }
const edge = 14 * millimetre
const inner = page.width - 2 * edge
const lineHeight = 7.2 * millimetre
const signaturesHeight = 44 * millimetre
const bottom = page.height - 18 * millimetre
const firstTop = 52 * millimetre
const nextTop = 26 * millimetre

/** The table: heading and share of the width. */
const columns = [
  { title: '序号', share: 0.07 },
  { title: '收件编号', share: 0.25 },
  { title: '运单号', share: 0.18 },
  { title: '收件人', share: 0.12 },
  { title: '寄达地区', share: 0.29 },
  { title: '备注', share: 0.09 },
] as const

/** The sheet both sides sign when the courier takes the parcels: on every page the table's head, and which page it is. */
export function makeHandOverPaper(round: HandOverSheet, now: number): Promise<FinishedPaper> {
  return drawPaper({ title: `交接单 ${round.number}`, size: [page.width, page.height], now }, (paper) => {
    const { sheet } = paper
    sheet.addPage()
    drawHead(paper, round)
    let y = drawTableHead(sheet, firstTop)
    for (const [place, parcel] of round.parcels.entries()) {
      // The total and the signatures stay with the last parcel: nobody signs an empty page.
      const needed = place === round.parcels.length - 1 ? lineHeight * 2 + signaturesHeight : lineHeight
      if (y + needed > bottom) y = nextPage(sheet, round)
      y = drawLine(paper, y, [
        String(place + 1),
        formatReceiptNumber(parcel.receiptNumber),
        parcel.waybill,
        parcel.recipient,
        parcel.region,
        '',
      ])
    }
    drawEnd(sheet, y, round)
    const { count } = sheet.bufferedPageRange()
    for (let place = 0; place < count; place += 1) {
      sheet.switchToPage(place)
      sheet.fontSize(9)
      const foot = `第${String(place + 1)}页，共${String(count)}页`
      sheet.text(foot, edge, page.height - 13 * millimetre, { width: inner, align: 'center' })
    }
  })
}

function drawHead({ sheet, writable }: WritablePaper, round: HandOverSheet): void {
  sheet.fontSize(20).text('邮政快递交接单', edge, 14 * millimetre, { width: inner, align: 'center' })
  const facts = [
    [`交接单号：${round.number}`, `承运方：${round.carrier}`],
    [`交接时间：${formatDateTime(round.closedAt)}`, `件数：${String(round.parcels.length)}件`],
    [`交件单位：${round.centre}`, `经办人：${round.closedBy}`],
  ]
  sheet.fontSize(10.5)
  for (const [place, [left = '', right = '']] of facts.entries()) {
    const y = (28 + place * 7) * millimetre
    sheet.text(writable(left), edge, y, { width: inner * 0.6 })
    sheet.text(writable(right), edge + inner * 0.6, y, { width: inner * 0.4 })
  }
}

function nextPage(sheet: Sheet, round: HandOverSheet): number {
  sheet.addPage()
  sheet.fontSize(10.5)
  sheet.text(`邮政快递交接单 ${round.number}（续）`, edge, 16 * millimetre, { width: inner })
  return drawTableHead(sheet, nextTop)
}

function drawTableHead(sheet: Sheet, y: number): number {
  sheet.rect(edge, y, inner, lineHeight).fill('#e8eef0')
  sheet.fillColor('black')
  cells(
    sheet,
    y,
    columns.map(({ title }) => title),
  )
  return y + lineHeight
}

function drawLine({ sheet, writable }: WritablePaper, y: number, texts: readonly string[]): number {
  cells(sheet, y, texts.map(writable))
  return y + lineHeight
}

function cells(sheet: Sheet, y: number, texts: readonly string[]): void {
  let x = edge
  sheet.lineWidth(0.5)
  for (const [place, { share }] of columns.entries()) {
    const width = inner * share
    sheet.rect(x, y, width, lineHeight).stroke()
    const box = { x: x + 3, y: y + 1, width: width - 6, height: lineHeight - 2 }
    writeInBox(sheet, texts[place] ?? '', box, [9.5, 8, 7], true)
    x += width
  }
}

/** The total, and who hands over and who takes. */
function drawEnd(sheet: Sheet, y: number, round: HandOverSheet): void {
  sheet.rect(edge, y, inner, lineHeight).stroke()
  const total = `合计：${String(round.parcels.length)}件，以上邮件已当面清点交接。`
  writeInBox(sheet, total, { x: edge + 3, y, width: inner - 6, height: lineHeight }, [10], true)
  const top = y + lineHeight + 9 * millimetre
  const half = inner / 2
  for (const [place, side] of ['交件人（中心）', '揽收人（承运方）'].entries()) {
    const x = edge + place * half
    sheet.fontSize(10.5)
    for (const [row, words] of [`${side}签字：`, '日期：'].entries()) {
      const at = top + row * 12 * millimetre
      const from = x + sheet.widthOfString(words) + 4
      sheet.text(words, x, at, { width: half, lineBreak: false })
      sheet
        .moveTo(from, at + 15)
        .lineTo(x + half - 8 * millimetre, at + 15)
        .stroke()
    }
  }
}
