import { useMemo } from 'react'
import { Image, Text, View } from '@tarojs/components'
import { drawCode } from '../../../components/draw-code'
import { drawPicture } from '../../../platform/draw-picture'
import { spoken } from '../../../platform/spoken'
import { copy } from './copy'
import './code-card.css'

/** Side of the drawn code (px); it is shown as wide as the card. */
const side = 320

/** The visit code, bright and big: black on white in every display mode, with the letters to type beneath. */
export function CodeCard({ code }: { readonly code: { readonly text: string; readonly typed: string } }) {
  const picture = useMemo(
    () => drawPicture(side, side, (drawing) => drawCode(drawing, code.text, { left: 0, top: 0, side })),
    [code.text],
  )
  return (
    <View className="code-card">
      <Text className="code-card__words">{copy.show}</Text>
      <Image
        className="code-card__picture"
        src={picture}
        mode="aspectFit"
        {...spoken({ role: 'img', label: copy.codeOf })}
      />
      <Text className="code-card__words">{copy.typed}</Text>
      <Text id="typed-code" className="code-card__typed" userSelect>
        {code.typed}
      </Text>
    </View>
  )
}
