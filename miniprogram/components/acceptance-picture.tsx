import { useCallback, useMemo } from 'react'
import type { ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { caseLink, claimLink } from '../platform/case-link'
import { acceptanceSlipOf, layOutAcceptance, type AcceptanceSlip } from './acceptance-sheet'
import type { Measure } from './paper'
import { PaperPicture } from './paper-picture'

const words = {
  save: '保存图片',
  saving: '正在保存…',
  saved: '受理单已保存',
  notSaved: '没有保存成功，请允许保存到相册后再试',
} as const

/** 受理单 of an accepted case as a picture, to print and to save; nothing for a case that was not accepted. */
export function AcceptancePicture({
  view,
  guide,
  centreName,
}: {
  readonly view: ApplicationView
  readonly guide: Guide
  readonly centreName: string
}) {
  const slip = useMemo(() => acceptanceSlipOf(view, guide, centreName), [view, guide, centreName])
  return slip === undefined ? null : <SlipPicture applicationId={view.id} isOwners={view.mine} slip={slip} />
}

function SlipPicture({
  applicationId,
  isOwners,
  slip,
}: {
  readonly applicationId: string
  readonly isOwners: boolean
  readonly slip: AcceptanceSlip
}) {
  const fill = useCallback(
    (measure: Measure) => layOutAcceptance(slip, scanOf(slip, applicationId, isOwners), measure),
    [applicationId, isOwners, slip],
  )
  return (
    <PaperPicture
      fill={fill}
      alt={`受理单，受理编号${slip.acceptance.number}`}
      name={`受理单${slip.acceptance.number}`}
      words={words}
      isForPaper
    />
  )
}

/** What the code holds: the way to the case, or to making a case of the window one's own; else the number. */
function scanOf(
  { acceptance, receiptNumber }: AcceptanceSlip,
  applicationId: string,
  isOwners: boolean,
): { readonly text: string; readonly caption: string } {
  const isUnlinked = acceptance.way === 'on-site' && !isOwners
  const link = isUnlinked ? claimLink(receiptNumber) : caseLink(applicationId)
  if (link === undefined) return { text: receiptNumber, caption: '在窗口扫码查询' }
  return { text: link, caption: isUnlinked ? '手机扫码关联，查看办理进展' : '手机扫码查看办理进展' }
}
