import { code128 } from '@shared/domain/code-128'
import { handOvers, type HandOver } from '@shared/domain/delivery-workflow'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { drawPaper, millimetre, writeInBox, type FinishedPaper, type Sheet, type WritablePaper } from './paper'

/** What stands on one address label 面单. */
export interface Label {
  readonly receiptNumber: string
  readonly recipient: string
  readonly phone: string
  /** Province, city, district. */
  readonly region: string
  readonly detail: string
  readonly handOver: HandOver
  /** Who may sign, with `named`. */
  readonly handOverTo?: string
  /** Only the post may carry it (邮政法 art. 55). */
  readonly isPostOnly: boolean
}
export interface Sender {
  readonly name: string
  readonly address: string
  readonly postcode: string
  readonly phone: string
}

const width = 100 * millimetre
const height = 150 * millimetre
const edge = 4 * millimetre
const inner = width - 2 * edge

/** The rows of a label from the top, in millimetres. */
const rows = { head: 4, code: 19, recipient: 45, handOver: 97, sender: 115, foot: 139 } as const

/** 快递市场管理办法 art. 28: what the recipient agreed to, in words the courier cannot mistake. */
const handOverWords: Readonly<Record<HandOver, string>> = {
  'in-person': '须由收件人本人签收。未经收件人同意，不得放入快递柜、驿站，不得由他人代收。',
  named: '只可由收件人本人或上面的人签收，不得放入快递柜、驿站。',
  locker: '收件人已同意：本人不在时可放入快递柜或驿站。',
}

/**
 * Address labels of 100 × 150 mm, one a page. What the matter is about is not on them: everybody who carries the parcel
 * reads the label.
 */
export function makeLabelPaper(labels: readonly Label[], sender: Sender, now: number): Promise<FinishedPaper> {
  return drawPaper({ title: '寄件面单', size: [width, height], now }, (paper) => {
    for (const [place, label] of labels.entries()) {
      paper.sheet.addPage()
      drawLabel(paper, label, sender, `${String(place + 1)}/${String(labels.length)}`)
    }
  })
}

function drawLabel({ sheet, writable, missing }: WritablePaper, label: Label, sender: Sender, place: string): void {
  sheet
    .lineWidth(0.8)
    .rect(edge, edge, inner, height - 2 * edge)
    .stroke()
  for (const row of [rows.code, rows.recipient, rows.handOver, rows.sender, rows.foot]) line(sheet, row)
  drawHead(sheet, label.isPostOnly)
  drawCode(sheet, label.receiptNumber)

  mark(sheet, '收', rows.recipient)
  const x = edge + 14 * millimetre
  const box = { x, width: width - edge - 3 * millimetre - x }
  writeInBox(sheet, writable(label.recipient), at(box, rows.recipient + 2, 11), [22, 18, 14, 11])
  writeInBox(sheet, label.phone, at(box, rows.recipient + 13, 8), [18])
  writeInBox(sheet, writable(label.region), at(box, rows.recipient + 22, 6.5), [13, 11, 9, 7.5])
  writeInBox(sheet, writable(label.detail), at(box, rows.recipient + 29, 22), [15, 13, 11, 9.5, 8])

  const given = label.handOverTo === undefined ? '' : `：${writable(label.handOverTo)}`
  const whole = { x: edge + 3 * millimetre, width: inner - 6 * millimetre }
  writeInBox(sheet, `${handOvers[label.handOver]}${given}`, at(whole, rows.handOver + 1.5, 7), [16, 13, 10])
  writeInBox(sheet, handOverWords[label.handOver], at(whole, rows.handOver + 9, 8.5), [9.5, 8.5])

  mark(sheet, '寄', rows.sender)
  writeInBox(sheet, sender.name, at(box, rows.sender + 2, 6.5), [12, 10])
  writeInBox(sheet, sender.phone, at(box, rows.sender + 8.5, 5.5), [10])
  writeInBox(sheet, `${sender.address} ${sender.postcode}`, at(box, rows.sender + 14, 9), [9.5, 8.5, 7.5])

  const lacking = missing([label.recipient, label.region, label.detail, label.handOverTo ?? ''])
  const foot =
    lacking.length === 0
      ? '无法投递的，请退回上列寄件人。'
      : `〓处是字库没有的字（${lacking.join('、')}），请手写补上。`
  writeInBox(sheet, foot, at({ x: whole.x, width: whole.width - 14 * millimetre }, rows.foot + 2, 6), [8, 6.5])
  sheet.fontSize(8).text(place, whole.x, (rows.foot + 2) * millimetre, { width: whole.width, align: 'right' })
}

/** 公文, large and white on black, and who may carry it. */
function drawHead(sheet: Sheet, isPostOnly: boolean): void {
  const [top, tall, wide] = [rows.head * millimetre, (rows.code - rows.head) * millimetre, 30 * millimetre]
  sheet.rect(edge, top, wide, tall).fill()
  sheet.fillColor('white').fontSize(26)
  sheet.text('公文', edge, top + 1.4 * millimetre, { width: wide, align: 'center', characterSpacing: 3 })
  sheet.fillColor('black')
  const box = { x: edge + wide + 3 * millimetre, width: inner - wide - 6 * millimetre }
  writeInBox(sheet, '政务服务结果送达', at(box, rows.head + 2, 6), [13])
  const words = isPostOnly ? '依法只由邮政企业寄递' : '可由邮政或约定的快递企业寄递'
  writeInBox(sheet, words, at(box, rows.head + 8.5, 5), [9.5])
}

/** The receipt number as a barcode that the desk scans, and in digits. */
function drawCode(sheet: Sheet, receiptNumber: string): void {
  const widths = code128(receiptNumber)
  const modules = widths.reduce((sum, each) => sum + each, 0)
  // Ten modules stay quiet on both sides.
  const module = inner / (modules + 20)
  let x = edge + 10 * module
  for (const [place, each] of widths.entries()) {
    if (place % 2 === 0) sheet.rect(x, (rows.code + 3) * millimetre, each * module, 16 * millimetre)
    x += each * module
  }
  sheet.fill()
  sheet.fontSize(11)
  sheet.text(formatReceiptNumber(receiptNumber), edge, (rows.code + 20) * millimetre, {
    width: inner,
    align: 'center',
  })
}

/** 收 or 寄 in a ring, at the left of its row. */
function mark(sheet: Sheet, word: string, row: number): void {
  const [x, y, radius] = [edge + 7 * millimetre, (row + 7.5) * millimetre, 4.2 * millimetre]
  sheet.lineWidth(1.2).circle(x, y, radius).stroke()
  sheet.fontSize(13).text(word, x - radius, y - 9.4, { width: 2 * radius, align: 'center' })
}

function line(sheet: Sheet, row: number): void {
  sheet
    .lineWidth(0.8)
    .moveTo(edge, row * millimetre)
    .lineTo(width - edge, row * millimetre)
    .stroke()
}

/** A box on the label from millimetres. */
function at(box: { readonly x: number; readonly width: number }, top: number, tall: number) {
  return { ...box, y: top * millimetre, height: tall * millimetre }
}
