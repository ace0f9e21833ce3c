import { useCallback, useMemo } from 'react'
import type { ApplicationView } from '@shared/contracts/applications'
import type { Guide } from '@shared/contracts/catalogue'
import { caseLink } from '../platform/case-link'
import { acceptanceSlipOf, layOutAcceptance, type AcceptanceSlip } from './acceptance-sheet'
import type { Measure } from './paper'
import { PaperPicture } from './paper-picture'

const words = {
  save: '保存图片',
  saving: '正在保存…',
  saved: '受理单已保存',
  notSaved: '没有保存成功,请允许保存到相册后再试',
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
  return slip === undefined ? null : <SlipPicture applicationId={view.id} slip={slip} />
}

function SlipPicture({ applicationId, slip }: { readonly applicationId: string; readonly slip: AcceptanceSlip }) {
  const fill = useCallback(
    (measure: Measure) => {
      const link = caseLink(applicationId)
      const scan =
        link === undefined
          ? { text: slip.receiptNumber, caption: '在窗口扫码查询' }
          : { text: link, caption: '手机扫码查看办理进展' }
      return layOutAcceptance(slip, scan, measure)
    },
    [applicationId, slip],
  )
  return (
    <PaperPicture
      fill={fill}
      alt={`受理单,受理编号${slip.acceptance.number}`}
      name={`受理单${slip.acceptance.number}`}
      words={words}
      isForPaper
    />
  )
}
