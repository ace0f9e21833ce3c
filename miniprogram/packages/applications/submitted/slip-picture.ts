import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Paper, type Measure } from '../../../components/paper'
import type { Slip } from '../kept-slips'
import { copy } from './copy'

/**
 * Lays a slip out from top to bottom.
 * @param scan what the code at its end holds
 */
export function layOutSlip(
  slip: Slip,
  scan: { readonly text: string; readonly caption: string },
  measure: Measure,
): Paper {
  const paper = new Paper(measure)
  paper.write(slip.centreName, 'centre', { align: 'center', tone: 'soft' })
  paper.write(copy.slip.heading, 'heading', { align: 'center', tone: 'accent' })
  paper.rule()
  paper.write(copy.slip.receiptNumber, 'small', { align: 'center', tone: 'soft' })
  paper.write(formatReceiptNumber(slip.receiptNumber), 'number', { align: 'center' })
  paper.rule()
  paper.fact(copy.slip.item, slip.itemName)
  paper.fact(copy.slip.department, slip.department)
  paper.fact(copy.slip.channel, slip.channel)
  paper.fact(copy.slip.applicant, slip.applicant)
  paper.fact(copy.slip.submittedAt, formatDateTime(slip.submittedAt))
  if (slip.promise !== undefined)
    paper.fact(copy.slip.promise, copy.slip.promiseBefore(formatDate(slip.promise.dueOn), slip.promise.provisional))
  paper.rule()
  paper.write(
    slip.materials.length === 0 ? copy.slip.noMaterials : copy.slip.materials(slip.materials.length),
    'strong',
  )
  slip.materials.forEach(({ name, files }, place) => paper.counted(`${place + 1}. ${name}`, copy.slip.files(files)))
  paper.rule()
  paper.write(copy.slip.next, 'strong')
  slip.next.forEach((sentence, place) => paper.write(`${place + 1}. ${sentence}`, 'text'))
  paper.rule()
  paper.code(scan.text, (width) => {
    paper.write(scan.caption, 'strong', { width })
    paper.gap(4)
    paper.write(copy.slip.legal, 'small', { width, tone: 'soft' })
    paper.write(copy.slip.phone(slip.consultPhone), 'small', { width, tone: 'soft' })
  })
  return paper
}
