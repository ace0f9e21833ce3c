import { useState } from 'react'
import { Image, Text, View } from '@tarojs/components'
import type { FileView } from '@shared/contracts/applications'
import { Button } from './button'
import { Icon } from './icon'
import { useDragToScroll } from '../platform/drag-to-scroll'
import { useElementSize } from '../platform/element-size'
import type { Size } from '../platform/size'
import { spoken } from '../platform/spoken'
import { viewerWords } from './viewer-words'
import { fitted, placePicture, turned, zoomed, type Look } from './picture-placing'
import { ToolButton } from './tool-button'
import { useFileLink } from './use-file-link'
import './viewer-pane.css'

/** One file large: a picture that can be enlarged, turned and dragged, or the way to a document. */
export function ViewerPane({
  id,
  applicationId,
  file,
  name,
  title,
  isTitled = false,
  layout = '',
  look,
  onLook,
}: {
  readonly id: string
  readonly applicationId: string
  readonly file: FileView | undefined
  /** Of the material, with the file's place. */
  readonly name: string
  /** Which of two panes this is, and what it says when it has no file. */
  readonly title?: { readonly words: string; readonly nothing: string }
  /** Where both panes are on the screen. */
  readonly isTitled?: boolean
  /** Differs when what stands beside the pane leaves it another size: it is measured again then. */
  readonly layout?: string
  readonly look: Look
  readonly onLook: (look: Look) => void
}) {
  const isPicture = file !== undefined && file.kind !== 'pdf'
  return (
    <View className="viewer-pane">
      {title !== undefined && isTitled && <Text className="viewer-pane__title">{title.words}</Text>}
      {file === undefined ? (
        <View className="viewer-pane__stage viewer-pane__stage--words">
          <Text>{title?.nothing ?? viewerWords.nothingNow}</Text>
        </View>
      ) : (
        <Stage
          key={file.id}
          id={id}
          applicationId={applicationId}
          file={file}
          name={name}
          layout={layout}
          look={look}
        />
      )}
      {isPicture && (
        <View className="viewer-pane__tools">
          <ToolButton
            id={`${id}-out`}
            icon="zoom-out"
            label={viewerWords.zoomOut}
            onTap={() => onLook(zoomed(look, -1))}
          />
          <Text className="viewer-pane__zoom">{`${String(Math.round(look.zoom * 100))}%`}</Text>
          <ToolButton id={`${id}-in`} icon="zoom-in" label={viewerWords.zoomIn} onTap={() => onLook(zoomed(look, 1))} />
          <ToolButton id={`${id}-turn`} icon="rotate" words={viewerWords.rotate} onTap={() => onLook(turned(look))} />
          <ToolButton id={`${id}-fit`} words={viewerWords.fit} onTap={() => onLook(fitted)} />
        </View>
      )}
    </View>
  )
}

function Stage({
  id,
  applicationId,
  file,
  name,
  layout,
  look,
}: {
  readonly id: string
  readonly applicationId: string
  readonly file: FileView
  readonly name: string
  readonly layout: string
  readonly look: Look
}) {
  const frame = useElementSize(id, layout)
  useDragToScroll(id)
  const { url, problem, attempt, renew, open } = useFileLink(applicationId, file.id)
  const [loaded, setLoaded] = useState<Size>()
  const [failed, setFailed] = useState<number>()
  const natural = loaded ?? sizeOf(file)
  const isBroken = problem !== undefined || failed === attempt
  if (file.kind === 'pdf') {
    return (
      <View id={id} className="viewer-pane__stage viewer-pane__stage--words">
        <Icon name="file" size="l" />
        <Text className="viewer-pane__name">{file.name}</Text>
        <Text>{viewerWords.pdfDetail}</Text>
        {problem !== undefined && <Text className="viewer-pane__problem">{problem}</Text>}
        <View className="viewer-pane__open">
          <Button id={`${id}-open`} icon="eye" onTap={() => void open()}>
            {viewerWords.openPdf}
          </Button>
        </View>
      </View>
    )
  }
  const placing = frame === undefined || natural === undefined ? undefined : placePicture(frame, natural, look)
  return (
    <View id={id} className="viewer-pane__stage" {...spoken({ role: 'img', label: name })}>
      {isBroken && (
        <View className="viewer-pane__over" {...spoken({ role: 'alert' })}>
          <Text>{problem ?? viewerWords.broken}</Text>
          <Button id={`${id}-again`} kind="secondary" small icon="refresh" onTap={renew}>
            {viewerWords.again}
          </Button>
        </View>
      )}
      {!isBroken && loaded === undefined && (
        <View className="viewer-pane__over">
          <Text>{viewerWords.loading}</Text>
        </View>
      )}
      {url !== undefined && !isBroken && (
        <View className="viewer-pane__room" style={placing === undefined ? {} : px(placing.room)}>
          <Image
            className="viewer-pane__picture"
            mode="scaleToFill"
            src={url}
            style={
              placing === undefined
                ? {}
                : { ...px(placing.picture), transform: `translate(-50%, -50%) rotate(${String(look.turns * 90)}deg)` }
            }
            onLoad={({ detail }) => setLoaded({ width: Number(detail.width), height: Number(detail.height) })}
            onError={() => setFailed(attempt)}
          />
        </View>
      )}
    </View>
  )
}

const px = ({ width, height }: Size) => ({ width: `${String(width)}px`, height: `${String(height)}px` })

function sizeOf({ width, height }: FileView): Size | undefined {
  return width === undefined || height === undefined ? undefined : { width, height }
}
