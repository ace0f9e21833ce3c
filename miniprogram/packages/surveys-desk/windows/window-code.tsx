import { useMemo, useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { RatedWindow } from '@shared/contracts/surveys'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fact, Facts } from '../../../components/facts'
import { Notice } from '../../../components/notice'
import { savePicture } from '../../../platform/draw-picture'
import { copyText, say } from '../../../platform/phone'
import { canPrint, printCards } from '../../../platform/print-picture'
import { spoken } from '../../../platform/spoken'
import { windowLink } from '../../../platform/window-link'
import { windowWords as text } from '../copy'
import { card, drawCard } from './draw-card'
import './window-code.css'

/** The card of one window. */
export function WindowCode({ window }: { readonly window: RatedWindow }) {
  const [isSaving, setSaving] = useState(false)
  const link = windowLink(window.window)
  const picture = useMemo(() => (link === undefined ? undefined : drawCard(window, link, 'screen')), [window, link])
  if (link === undefined || picture === undefined) return <WithoutLink window={window} />
  const save = async () => {
    setSaving(true)
    const isSaved = await savePicture(drawCard(window, link, 'print'), text.alt(window.name))
    setSaving(false)
    say(isSaved ? text.saved : text.notSaved)
  }
  return (
    <Card id="window-code" title={window.name}>
      <View className="window-code__sheet">
        <View className="window-code__frame" style={{ paddingTop: `${String((card.height / card.width) * 100)}%` }}>
          <Image
            className="window-code__picture"
            src={picture}
            mode="scaleToFill"
            showMenuByLongpress
            {...spoken({ role: 'img', label: text.alt(window.name) })}
          />
        </View>
      </View>
      <View className="window-code__actions">
        <Button
          id="save-code"
          kind="secondary"
          icon="download"
          busy={isSaving && text.saving}
          onTap={() => void save()}
        >
          {text.save}
        </Button>
        {canPrint && (
          <Button
            id="print-code"
            icon="file"
            onTap={() => printCards([drawCard(window, link, 'print')], text.alt(window.name))}
          >
            {text.print}
          </Button>
        )}
      </View>
    </Card>
  )
}

const page = 'packages/surveys/rate/index'

/** In WeChat, before a link is registered: what a mini-program code has to be made of. */
function WithoutLink({ window }: { readonly window: RatedWindow }) {
  return (
    <Card id="window-code" title={window.name}>
      <Notice tone="amber">{text.noLink}</Notice>
      <Facts>
        <Fact label={text.page}>{page}</Fact>
        <Fact label={text.scene}>{window.window}</Fact>
      </Facts>
      <View className="window-code__actions">
        <Button id="copy-scene" kind="secondary" onTap={() => void copyText(window.window, text.copied)}>
          {text.copyScene}
        </Button>
      </View>
    </Card>
  )
}
