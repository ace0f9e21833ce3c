import { useMemo, useState } from 'react'
import { Image, Text, View } from '@tarojs/components'
import type { Guide } from '@shared/contracts/catalogue'
import type { FormAnswers } from '@shared/domain/item'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { serverToday } from '../../../cloud/server-time'
import { drawPicture, savePicture } from '../../../platform/draw-picture'
import { guideLink } from '../../../platform/guide-link'
import { say } from '../../../platform/phone'
import { spoken } from '../../../platform/spoken'
import { copy } from '../copy'
import { drawCode } from '../../../components/draw-code'
import './guide-code.css'
import { drawGuide, layOutGuide } from './guide-picture'
import { sectionId } from '../../../components/guide/section-bar'
import { SendGuide } from './send-guide'

/** Shown size of the code (px of the drawing). */
const codeSide = 180

/** The guide to take along: its code, a picture with the person's own checklist, and the ways to pass it on. */
export function GuideCode({ guide, answers }: { readonly guide: Guide; readonly answers: FormAnswers }) {
  const [isSaving, setSaving] = useState(false)
  const link = guideLink(guide.code)
  const picture = useMemo(() => (link === undefined ? undefined : codePicture(link)), [link])
  const save = async () => {
    setSaving(true)
    const layout = layOutGuide(guide, answers, serverToday(), link !== undefined)
    const whole = drawPicture(layout.width, layout.height, (drawing) => {
      drawGuide(drawing, layout)
      if (link !== undefined) drawCode(drawing, link, layout.code)
    })
    const isSaved = await savePicture(whole, guide.name)
    setSaving(false)
    say(isSaved ? copy.share.saved : copy.share.notSaved)
  }
  return (
    <Card id={sectionId('share')} title={copy.share.title}>
      {picture !== undefined && (
        <View className="guide-code__column">
          <Image
            className="guide-code__picture"
            src={picture}
            mode="aspectFit"
            {...spoken({ role: 'img', label: copy.share.codeLabel(guide.name) })}
          />
          <Text className="guide-code__words">{copy.share.code}</Text>
        </View>
      )}
      <View className="guide-code__actions">
        <Button
          id="save-guide"
          kind="secondary"
          icon="download"
          busy={isSaving && copy.share.saving}
          onTap={() => void save()}
        >
          {copy.share.save}
        </Button>
        <SendGuide {...(link === undefined ? {} : { link })} />
      </View>
    </Card>
  )
}

const codePicture = (link: string) =>
  drawPicture(codeSide, codeSide, (drawing) => drawCode(drawing, link, { left: 0, top: 0, side: codeSide }))
