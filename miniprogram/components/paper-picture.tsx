import { useMemo, useState } from 'react'
import { Image, View } from '@tarojs/components'
import { drawPicture, savePicture } from '../platform/draw-picture'
import { say } from '../platform/phone'
import { pictureScale, printScale } from '../platform/picture'
import { canPrint, printPicture } from '../platform/print-picture'
import { spoken } from '../platform/spoken'
import { Button } from './button'
import { drawMarks, paperWidth, type Measure, type Paper } from './paper'
import './paper-picture.css'

/** A sheet as a picture to show and to save; where there is a printer, and it is meant for paper, to print. */
export function PaperPicture({
  fill,
  alt,
  name,
  words,
  isForPaper = false,
}: {
  /** Lays the sheet out; a new function draws it anew. */
  readonly fill: (measure: Measure) => Paper
  readonly alt: string
  /** Of the saved file. */
  readonly name: string
  readonly words: { readonly save: string; readonly saving: string; readonly saved: string; readonly notSaved: string }
  readonly isForPaper?: boolean
}) {
  const [isSaving, setSaving] = useState(false)
  const { picture, ratio } = useMemo(() => drawPaper(fill), [fill])
  const save = async () => {
    setSaving(true)
    const isSaved = await savePicture(picture, name)
    setSaving(false)
    say(isSaved ? words.saved : words.notSaved)
  }
  const prints = isForPaper && canPrint
  return (
    <View>
      <View className="paper-picture">
        <View className="paper-picture__frame" style={{ paddingTop: `${ratio * 100}%` }}>
          <Image
            className="paper-picture__image"
            src={picture}
            mode="scaleToFill"
            showMenuByLongpress
            {...spoken({ role: 'img', label: alt })}
          />
        </View>
      </View>
      <View className="paper-picture__actions">
        <Button
          id="save-slip"
          kind="secondary"
          icon="download"
          busy={isSaving ? words.saving : false}
          onTap={() => void save()}
        >
          {words.save}
        </Button>
        {prints && (
          <Button id="print-slip" icon="file" onTap={() => printPicture(drawPaper(fill, printScale).picture, name)}>
            打印
          </Button>
        )}
      </View>
    </View>
  )
}

/** The picture's `data:` URL, and its height in widths. */
function drawPaper(
  fill: (measure: Measure) => Paper,
  scale = pictureScale,
): { readonly picture: string; readonly ratio: number } {
  let paper: Paper | undefined
  // A first canvas only measures how wide the phone's own type is.
  drawPicture(1, 1, (drawing) => {
    paper = fill((text, font) => {
      drawing.font = font
      return drawing.measureText(text).width
    })
  })
  if (paper === undefined) return { picture: '', ratio: 1 }
  const { marks } = paper
  const height = Math.ceil(paper.height)
  return {
    picture: drawPicture(paperWidth, height, (drawing) => drawMarks(drawing, marks, height), scale),
    ratio: height / paperWidth,
  }
}
