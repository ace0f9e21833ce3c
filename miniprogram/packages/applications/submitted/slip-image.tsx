import { useMemo, useState } from 'react'
import { Image, Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { caseLink } from '../../../platform/case-link'
import { drawPicture, savePicture } from '../../../platform/draw-picture'
import { say } from '../../../platform/phone'
import { spoken } from '../../../platform/spoken'
import type { Slip } from '../kept-slips'
import { copy } from './copy'
import { drawMarks, layOutSlip, slipWidth } from './slip-picture'
import './slip-view.css'

/** The slip as a picture to keep and to show. */
export function SlipPicture({ slip }: { readonly slip: Slip }) {
  const [isSaving, setSaving] = useState(false)
  const drawn = useMemo(() => pictureOf(slip), [slip])
  const { picture, ratio } = drawn
  const save = async () => {
    setSaving(true)
    const isSaved = await savePicture(picture, `${copy.slip.heading}${slip.receiptNumber}`)
    setSaving(false)
    say(isSaved ? copy.savedPicture : copy.notSaved)
  }
  return (
    <Card id="slip" title={copy.slipTitle}>
      <View className="slip-view__picture">
        <View className="slip-view__frame" style={{ paddingTop: `${ratio * 100}%` }}>
          <Image
            className="slip-view__image"
            src={picture}
            mode="scaleToFill"
            showMenuByLongpress
            {...spoken({ role: 'img', label: copy.slipAlt(slip.receiptNumber) })}
          />
        </View>
      </View>
      <Text className="slip-view__hint">{copy.slipHint}</Text>
      <Button
        id="save-slip"
        kind="secondary"
        icon="download"
        busy={isSaving ? copy.saving : false}
        onTap={() => void save()}
      >
        {copy.save}
      </Button>
    </Card>
  )
}

function pictureOf(slip: Slip): { readonly picture: string; readonly ratio: number } {
  let laidOut: ReturnType<typeof layOutSlip> | undefined
  // A first canvas only measures how wide the phone's own type is.
  drawPicture(1, 1, (drawing) => {
    laidOut = layOutSlip(slip, scanOf(slip), (text, font) => {
      drawing.font = font
      return drawing.measureText(text).width
    })
  })
  if (laidOut === undefined) return { picture: '', ratio: 1 }
  const { marks } = laidOut
  const height = Math.ceil(laidOut.height)
  return {
    picture: drawPicture(slipWidth, height, (drawing) => drawMarks(drawing, marks, height)),
    ratio: height / slipWidth,
  }
}

/** What the code holds: the way to the case, or the number where no camera could open a way. */
function scanOf({ applicationId, receiptNumber }: Slip): { readonly text: string; readonly caption: string } {
  const link = caseLink(applicationId)
  return link === undefined
    ? { text: receiptNumber, caption: copy.slip.scanAtWindow }
    : { text: link, caption: copy.slip.scan }
}
