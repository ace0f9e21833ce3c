import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Tick } from '../../../components/choices'
import { fitted, turned, zoomed, type Look } from '../../../components/picture-placing'
import { ToolButton } from '../../../components/tool-button'
import { ViewerPane } from '../../../components/viewer-pane'
import { viewerWords } from '../../../components/viewer-words'
import { useFocusInside } from '../../../platform/focus'
import { useShortcuts } from '../../../platform/shortcuts'
import { spoken } from '../../../platform/spoken'
import { acceptWords, viewerHere, words } from '../copy'
import { stepThroughFiles, type Original, type Shown } from './originals'
import './originals-viewer.css'

/** The uploads large, one after the other, with the tick at hand: the original lies on the table beside the screen. */
export function OriginalsViewer({
  applicationId,
  materials,
  start,
  compared,
  onTick,
  onClose,
}: {
  readonly applicationId: string
  readonly materials: readonly Original[]
  readonly start: Shown
  readonly compared: ReadonlySet<string>
  readonly onTick: (code: string, agrees: boolean) => void
  readonly onClose: () => void
}) {
  const [shown, setShown] = useState(start)
  const [look, setLook] = useState<Look>(fitted)
  useFocusInside('originals-viewer')
  const go = (next: Shown | undefined) => {
    if (next === undefined) return
    setLook(fitted)
    setShown(next)
  }
  const previous = stepThroughFiles(materials, shown, -1)
  const next = stepThroughFiles(materials, shown, 1)
  const current = materials.find(({ material }) => material.code === shown.code)
  const isCompared = current !== undefined && current.material.originals > 0
  const toggle = () => {
    if (isCompared) onTick(shown.code, !compared.has(shown.code))
  }
  useShortcuts(
    [
      { key: 'Escape', run: onClose },
      { key: '+', run: () => setLook(zoomed(look, 1)) },
      { key: '=', run: () => setLook(zoomed(look, 1)) },
      { key: '-', run: () => setLook(zoomed(look, -1)) },
      { key: 'r', run: () => setLook(turned(look)) },
      { key: '0', run: () => setLook(fitted) },
      { key: 'ArrowLeft', run: () => go(previous) },
      { key: 'ArrowRight', run: () => go(next) },
      { key: ' ', run: toggle },
    ],
    true,
  )
  if (current === undefined) return null
  const { material, files } = current
  const file = files[shown.place]
  return (
    <View
      id="originals-viewer"
      className="originals-viewer"
      {...spoken({ role: 'dialog', label: `${viewerHere.dialog}：${material.name}` })}
    >
      <View className="originals-viewer__head">
        <View className="originals-viewer__names">
          <Text className="originals-viewer__name">{material.name}</Text>
          <Text className="originals-viewer__place">{viewerWords.place(shown.place + 1, files.length)}</Text>
        </View>
        <ToolButton id="viewer-close" icon="close" words={words.close} onTap={onClose} />
      </View>
      <ViewerPane
        id="viewer-now"
        applicationId={applicationId}
        file={file}
        name={viewerWords.open(material.name, shown.place + 1, files.length)}
        look={look}
        onLook={setLook}
      />
      {isCompared && (
        <View className="originals-viewer__tick">
          <Tick
            id="viewer-agrees"
            isTicked={compared.has(material.code)}
            label={acceptWords.agrees}
            detail={acceptWords.copies(material.originals, material.copies)}
            onChange={(agrees) => onTick(material.code, agrees)}
          />
        </View>
      )}
      <View className="originals-viewer__foot">
        <ToolButton
          id="viewer-previous"
          icon="back"
          words={viewerHere.previous}
          disabled={previous === undefined}
          onTap={() => go(previous)}
        />
        <Text className="originals-viewer__file">{file?.name ?? ''}</Text>
        <ToolButton
          id="viewer-next"
          iconAfter="forward"
          words={viewerHere.next}
          disabled={next === undefined}
          onTap={() => go(next)}
        />
      </View>
    </View>
  )
}
