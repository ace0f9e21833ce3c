import { useEffect, useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { FileView } from '@shared/contracts/applications'
import { linkToFile, localPathOf } from '../cloud/file-link'
import { useNearView } from '../platform/near-view'
import { spoken } from '../platform/spoken'
import './file-thumbnail.css'
import { Icon } from './icon'

/**
 * A small picture of an uploaded file; a document has its drawing. What is on this device needs no download, anything
 * else is fetched when it comes near the screen. Decoration: the file's name stands beside it.
 */
export function FileThumbnail({
  file,
  applicationId,
}: {
  readonly file: Pick<FileView, 'id' | 'kind'>
  /** Named by staff, who look at an application. */
  readonly applicationId?: string
}) {
  const local = localPathOf(file.id)
  const id = `thumbnail-${file.id}`
  const isNear = useNearView(id)
  const [fetched, setFetched] = useState<string>()
  const isPicture = file.kind !== 'pdf'
  useEffect(() => {
    if (!isPicture || !isNear || local !== undefined || fetched !== undefined) return undefined
    let isGone = false
    void linkToFile(file.id, applicationId).then((link) => {
      if (!isGone && link.ok) setFetched(link.url)
    })
    return () => {
      isGone = true
    }
  }, [isPicture, isNear, local, fetched, file.id, applicationId])
  return (
    <Thumbnail
      id={id}
      kind={file.kind}
      {...(isPicture && (local ?? fetched) !== undefined ? { path: local ?? fetched } : {})}
    />
  )
}

/** The frame of a small picture: of a file on the device, of a sample, of a document. */
export function Thumbnail({
  id,
  kind,
  path,
}: {
  readonly id?: string
  readonly kind: 'jpeg' | 'png' | 'pdf'
  readonly path?: string | undefined
}) {
  const [unreadable, setUnreadable] = useState<string>()
  return (
    <View {...(id === undefined ? {} : { id })} className="file-thumbnail" {...spoken({ hidden: true })}>
      {path === undefined || path === unreadable ? (
        <Icon name={kind === 'pdf' ? 'file' : 'picture'} size="l" />
      ) : (
        <Image className="file-thumbnail__picture" src={path} mode="aspectFill" onError={() => setUnreadable(path)} />
      )}
    </View>
  )
}
