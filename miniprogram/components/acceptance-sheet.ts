import type { ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { formatDate, formatDateTime } from '@shared/domain/civil-time'
import { channels } from '@shared/domain/item'
import { maskName } from '@shared/domain/masking'
import { formatReceiptNumber } from '@shared/domain/receipt-number'
import { Paper, type Measure } from './paper'

type Acceptance = NonNullable<ApplicationView['acceptance']>

const ways = {
  online: '网上受理',
  window: '窗口核验原件后受理',
  home: '上门核验原件后受理',
  'on-site': '窗口现场受理',
  pledge: '承诺受理',
  'by-law': '逾期未告知，视为受理',
} as const satisfies Record<Acceptance['way'], string>

/** What an acceptance slip 受理单 says. */
export interface AcceptanceSlip {
  readonly centreName: string
  readonly acceptance: Acceptance
  readonly receiptNumber: string
  readonly itemName: string
  readonly department: string
  readonly channel: string
  /** Masked: a slip is shown around. */
  readonly applicant: string
  /** Last days of the limits that run, in words. */
  readonly limits: readonly { readonly label: string; readonly by: string }[]
  readonly place: string
  readonly consultPhone: string
}

/** The slip of an accepted case; the limits that have stopped since are left out. */
export function acceptanceSlipOf(
  view: ApplicationView,
  guide: Pick<Guide, 'place' | 'window' | 'consultPhone'>,
  centreName: string,
): AcceptanceSlip | undefined {
  if (view.acceptance === undefined) return undefined
  const limit = (name: 'committed' | 'statutory', label: string) =>
    view.clocks
      .filter(({ clock }) => clock === name)
      .map(({ dueOn, provisional }) => ({ label, by: `${formatDate(dueOn)}前${provisional ? '（暂定）' : ''}` }))
  return {
    centreName,
    acceptance: view.acceptance,
    receiptNumber: view.receiptNumber,
    itemName: view.itemName,
    department: view.department,
    channel: channels[view.channel],
    applicant: maskName(view.content.applicant.name),
    limits: [...limit('committed', '承诺办结'), ...limit('statutory', '法定办结')],
    place: guide.window === '' ? guide.place : `${guide.place} ${guide.window}`,
    consultPhone: guide.consultPhone,
  }
}

/**
 * Lays an acceptance slip out, with room for the seal: 行政许可法 art. 32 wants a written proof with the seal and the date.
 * @param scan what the code at its end holds
 */
export function layOutAcceptance(
  slip: AcceptanceSlip,
  scan: { readonly text: string; readonly caption: string },
  measure: Measure,
): Paper {
  const paper = new Paper(measure)
  paper.write(slip.centreName, 'centre', { align: 'center', tone: 'soft' })
  paper.write('受理单', 'heading', { align: 'center', tone: 'accent' })
  paper.rule()
  paper.write('受理编号', 'small', { align: 'center', tone: 'soft' })
  paper.write(formatReceiptNumber(slip.acceptance.number), 'number', { align: 'center' })
  paper.rule()
  paper.fact('申请事项', slip.itemName)
  paper.fact('申请人', slip.applicant)
  paper.fact('受理方式', ways[slip.acceptance.way])
  paper.fact('受理时间', formatDateTime(slip.acceptance.at))
  paper.fact('办理方式', slip.channel)
  for (const { label, by } of slip.limits) paper.fact(label, by)
  paper.rule()
  paper.fact('承办部门', slip.department)
  paper.fact('受理地点', slip.place)
  paper.fact('收件编号', formatReceiptNumber(slip.receiptNumber))
  paper.rule()
  paper.write('您的申请已经受理，办理时限自受理之日起计算。请保存本单，凭收件编号查询进度、领取结果。', 'text')
  paper.gap(8)
  paper.code(scan.text, (width) => {
    paper.write(scan.caption, 'strong', { width })
    paper.gap(4)
    paper.write(`咨询电话 ${slip.consultPhone}`, 'small', { width, tone: 'soft' })
    paper.write('有意见请拨打12345反映。', 'small', { width, tone: 'soft' })
  })
  paper.gap(12)
  paper.seal('（加盖受理专用章）')
  return paper
}
