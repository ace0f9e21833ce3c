import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { TextInput } from '../../components/text-input'
import { focusElement, useFocusOnceShown } from '../../platform/focus'
import { canScan, scanCode } from '../../platform/scan-code'
import { useScannerField } from '../../platform/scanner-field'
import { useWideScreen } from '../../platform/wide-screen'
import { scanWords } from './copy'
import type { News } from './news'
import './scan-box.css'

export const scanField = 'desk-scan'

/** Where codes arrive: a hand-held scanner's keys, the camera, or typed. On a desktop it has the focus all the time. */
export function ScanBox({
  title,
  hint,
  news,
  busy,
  keys,
  onCode,
  onEmpty,
}: {
  readonly title: string
  readonly hint: string
  readonly news: News | undefined
  /** Words while it works. */
  readonly busy: string | false
  /** What other keys do while the box is empty or the key is none of a code's. */
  readonly keys: Readonly<Record<string, () => void>>
  readonly onCode: (code: string) => void
  /** Enter without a code. */
  readonly onEmpty?: () => void
}) {
  const isWide = useWideScreen()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  useScannerField(scanField, keys)
  useFocusOnceShown(scanField, isWide)
  useDidShow(() => {
    if (isWide) focusElement(scanField, 'nowhere')
  })
  const submit = (text: string) => {
    setProblem(undefined)
    const code = text.trim()
    setTyped('')
    if (code !== '') onCode(code)
    else if (onEmpty !== undefined) onEmpty()
    else setProblem(scanWords.empty)
  }
  const scan = async () => {
    setProblem(undefined)
    const found = await scanCode('waybill')
    if (found === undefined) setProblem(scanWords.scanNothing)
    else submit(found)
  }
  return (
    <Card id="scan-box" title={title}>
      <Text className="scan-box__hint">{hint}</Text>
      <View className="scan-box__line">
        <View className="scan-box__field">
          <TextInput
            id={scanField}
            label={scanWords.field}
            placeholder={scanWords.field}
            value={typed}
            maxLength={60}
            onChange={setTyped}
            onConfirm={() => submit(typed)}
          />
        </View>
        <Button id="desk-find" small busy={busy} onTap={() => submit(typed)}>
          {scanWords.find}
        </Button>
      </View>
      {canScan && !isWide && (
        <View className="scan-box__camera">
          <Button id="desk-camera" kind="secondary" icon="camera" onTap={() => void scan()}>
            {scanWords.camera}
          </Button>
        </View>
      )}
      {problem !== undefined ? (
        <View className="scan-box__said">
          <Notice id="desk-news" tone="amber">
            {problem}
          </Notice>
        </View>
      ) : (
        news !== undefined && (
          <View className="scan-box__said">
            <Notice id="desk-news" tone={news.tone}>
              {news.words}
            </Notice>
          </View>
        )
      )}
    </Card>
  )
}
