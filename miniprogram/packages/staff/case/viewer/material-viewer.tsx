import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { classNames } from '../../../../components/class-names'
import { useFocusInside } from '../../../../platform/focus'
import { useShortcuts } from '../../../../platform/shortcuts'
import { spoken } from '../../../../platform/spoken'
import { useWideScreen } from '../../../../platform/wide-screen'
import { keyWords, words } from '../../copy'
import { viewerWords } from '../../../../components/viewer-words'
import { KeyList } from '../../../../components/key-list'
import type { NoticeWriting } from '../notice/notice-writing'
import { MarkButton, PartMark } from '../notice/part-mark'
import { EarlierMarks } from '../part-row'
import { fitted, turned, zoomed, type Look } from '../../../../components/picture-placing'
import type { MaterialPart } from '../review-parts'
import { ToolButton } from '../../../../components/tool-button'
import { stepThrough, type Viewed } from './viewed-file'
import { ViewerPane } from '../../../../components/viewer-pane'
import './material-viewer.css'

/** The materials large, over the page: one after the other, the old beside the new, marked on the spot. */
export function MaterialViewer({
  applicationId,
  parts,
  start,
  writing,
  onClose,
}: {
  readonly applicationId: string
  readonly parts: readonly MaterialPart[]
  readonly start: Viewed
  readonly writing: NoticeWriting
  readonly onClose: () => void
}) {
  const isWide = useWideScreen()
  const [viewed, setViewed] = useState(start)
  const [look, setLook] = useState<Look>(fitted)
  const [oldLook, setOldLook] = useState<Look>(fitted)
  const [isKeyListOpen, setKeyListOpen] = useState(false)
  const part = parts.find(({ key }) => key === viewed.key)
  useFocusInside('material-viewer')

  const go = (next: Viewed | undefined) => {
    if (next === undefined) return
    writing.write(undefined)
    setLook(fitted)
    setOldLook(fitted)
    setViewed(next)
  }
  const previous = stepThrough(parts, viewed, -1)
  const next = stepThrough(parts, viewed, 1)
  const isMarkable = part !== undefined && writing.isOpen && writing.markable.has(part.key)
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
      { key: 'm', run: () => writing.write(isMarkable ? part.key : undefined) },
      { key: '?', run: () => setKeyListOpen(true) },
    ],
    true,
  )
  if (part === undefined) return null
  const { before } = part
  const isCompared = before !== undefined
  const hasSide = writing.isOpen || part.earlier.length > 0
  const ofOld = (place: number) => before?.[Math.min(place, Math.max(0, before.length - 1))]
  const nowFile =
    part.files[viewed.which === 'now' ? viewed.place : Math.min(viewed.place, Math.max(0, part.files.length - 1))]
  const shown = viewed.which === 'now' ? part.files : (before ?? [])
  // The side grows and shrinks with the mark in it.
  const layout = `${writing.writing ?? ''} ${String(writing.marks.length)}`
  const nowPane = (
    <ViewerPane
      id="viewer-now"
      applicationId={applicationId}
      file={nowFile}
      name={viewerWords.open(part.label, viewed.place + 1, part.files.length)}
      isTitled={isWide}
      layout={layout}
      look={look}
      onLook={setLook}
      {...(isCompared ? { title: { words: viewerWords.now, nothing: viewerWords.nothingNow } } : {})}
    />
  )
  const oldPane = (
    <ViewerPane
      id="viewer-before"
      applicationId={applicationId}
      file={ofOld(viewed.place)}
      name={viewerWords.open(part.label, viewed.place + 1, before?.length ?? 0)}
      isTitled={isWide}
      layout={layout}
      look={oldLook}
      onLook={setOldLook}
      title={{ words: viewerWords.before, nothing: viewerWords.nothingBefore }}
    />
  )
  return (
    <View
      id="material-viewer"
      className="material-viewer"
      {...spoken({ role: 'dialog', label: `${viewerWords.dialog}：${part.label}` })}
    >
      <View className="material-viewer__head">
        <View className="material-viewer__names">
          <Text className="material-viewer__name">{part.label}</Text>
          <Text className="material-viewer__place">{viewerWords.place(viewed.place + 1, shown.length)}</Text>
        </View>
        <ToolButton id="viewer-close" icon="close" words={words.close} onTap={onClose} />
      </View>
      {isCompared && !isWide && (
        <View className="material-viewer__toggle">
          {(['before', 'now'] as const).map((which) => (
            <ToolButton
              key={which}
              id={`viewer-show-${which}`}
              words={viewerWords[which]}
              isOn={viewed.which === which}
              onTap={() => setViewed({ ...viewed, which })}
            />
          ))}
        </View>
      )}
      <View className={classNames('material-viewer__body', isWide && 'material-viewer__body--wide')}>
        {isCompared && isWide ? (
          <>
            {oldPane}
            {nowPane}
          </>
        ) : viewed.which === 'before' ? (
          oldPane
        ) : (
          nowPane
        )}
        {hasSide && (
          <View className="material-viewer__side">
            <EarlierMarks part={part} />
            <MarkButton part={part} writing={writing} idPrefix="viewer-" />
            <PartMark part={part} writing={writing} idPrefix="viewer-" />
          </View>
        )}
      </View>
      <View className="material-viewer__foot">
        <ToolButton
          id="viewer-previous"
          icon="back"
          words={viewerWords.previous}
          disabled={previous === undefined}
          onTap={() => go(previous)}
        />
        <Text className="material-viewer__file">
          {(viewed.which === 'now' ? nowFile : ofOld(viewed.place))?.name ?? ''}
        </Text>
        <ToolButton
          id="viewer-next"
          iconAfter="forward"
          words={viewerWords.next}
          disabled={next === undefined}
          onTap={() => go(next)}
        />
      </View>
      {isKeyListOpen && <KeyList keys={keyWords.keys} onClose={() => setKeyListOpen(false)} />}
    </View>
  )
}
