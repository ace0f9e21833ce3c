import { useCallback } from 'react'
import { Text } from '@tarojs/components'
import { Card } from '../../../components/card'
import type { Measure } from '../../../components/paper'
import { PaperPicture } from '../../../components/paper-picture'
import { caseLink } from '../../../platform/case-link'
import type { Slip } from '../kept-slips'
import { copy } from './copy'
import { layOutSlip } from './slip-picture'
import './slip-view.css'

const words = { save: copy.save, saving: copy.saving, saved: copy.savedPicture, notSaved: copy.notSaved }

/** The slip as a picture to keep and to show. */
export function SlipPicture({ slip }: { readonly slip: Slip }) {
  const fill = useCallback((measure: Measure) => layOutSlip(slip, scanOf(slip), measure), [slip])
  return (
    <Card id="slip" title={copy.slipTitle}>
      <Text className="slip-view__hint">{copy.slipHint}</Text>
      <PaperPicture
        fill={fill}
        alt={copy.slipAlt(slip.receiptNumber)}
        name={`${copy.slip.heading}${slip.receiptNumber}`}
        words={words}
      />
    </Card>
  )
}

/** What the code holds: the way to the case, or the number where no camera could open a way. */
function scanOf({ applicationId, receiptNumber }: Slip): { readonly text: string; readonly caption: string } {
  const link = caseLink(applicationId)
  return link === undefined
    ? { text: receiptNumber, caption: copy.slip.scanAtWindow }
    : { text: link, caption: copy.slip.scan }
}
