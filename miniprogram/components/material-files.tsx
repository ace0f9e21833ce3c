import { Text, View } from '@tarojs/components'
import { removeFile, type FileView } from '@shared/contracts/applications'
import { bytesInWords, kindsInWords } from '@shared/domain/chosen-file'
import type { Material } from '@shared/domain/item'
import { linkToFile } from '../cloud/file-link'
import { useCommand } from '../cloud/use-command'
import { mostBytesOf, type Uploads } from '../cloud/use-uploads'
import type { LocalFile } from '../platform/local-file'
import { openFile } from '../platform/open-file'
import { confirm, say } from '../platform/phone'
import { spoken } from '../platform/spoken'
import { Button } from './button'
import { FileThumbnail } from './file-thumbnail'
import { FileRow } from './file-row'
import { Icon } from './icon'
import './material-files.css'
import { MaterialAdd } from './material-add'
import { MaterialSample } from './material-sample'
import { UploadRow } from './upload-row'

/**
 * One material: what is asked for, its sample, the files there are, those on their way, and the ways to add one. The
 * heading is the page's own. Works for a draft and for a correction alike: `uploads` says which (`useUploads`), `files`
 * are those of that draft or the new ones of that correction.
 */
export function MaterialFiles({
  material,
  files,
  uploads,
  problem,
  onRemoved,
}: {
  readonly material: Material
  readonly files: readonly FileView[]
  readonly uploads: Uploads
  /** What is missing here, said in red. */
  readonly problem?: string | undefined
  readonly onRemoved: (fileId: string) => void
}) {
  const onTheirWay = uploads.list.filter((upload) => upload.material === material.code)
  const taken =
    files.length + onTheirWay.filter(({ standing }) => standing.kind !== 'failed' || !standing.isFinal).length
  const room = Math.max(0, material.maxFiles - taken)
  const add = (chosen: readonly LocalFile[]) => uploads.add(material, chosen.slice(0, room))
  return (
    <View className="material-files">
      <MaterialSample material={material} />
      <View className="material-files__list" {...spoken({ role: 'list', label: `${material.name}已上传的文件` })}>
        {files.map((file, place) => (
          <UploadedFile
            key={file.id}
            file={file}
            place={place}
            material={material}
            uploads={uploads}
            onRemoved={onRemoved}
          />
        ))}
        {onTheirWay.map((upload) => (
          <UploadRow
            key={upload.key}
            id={`upload-${material.code}`}
            upload={upload}
            onRetry={() => uploads.retry(upload.key)}
            onRemove={() => uploads.remove(upload.key)}
          />
        ))}
      </View>
      {problem !== undefined && files.length === 0 && (
        <View className="material-files__problem" {...spoken({ role: 'alert' })}>
          <Icon name="warning" size="s" />
          <Text>{problem}</Text>
        </View>
      )}
      {room > 0 ? (
        <MaterialAdd material={material} room={room} onChosen={add} />
      ) : (
        <Text className="material-files__full">{`已达${material.maxFiles}份的上限。要换一份，请先删除一份。`}</Text>
      )}
      <Text className="material-files__limits">
        {`${kindsInWords(material.accepts)}，每份不超过${bytesInWords(mostBytesOf(material))}，最多${material.maxFiles}份`}
      </Text>
    </View>
  )
}

function UploadedFile({
  file,
  place,
  material,
  uploads,
  onRemoved,
}: {
  readonly file: FileView
  readonly place: number
  readonly material: Material
  readonly uploads: Uploads
  readonly onRemoved: (fileId: string) => void
}) {
  const { isBusy, run } = useCommand(removeFile)
  const open = async () => {
    const link = await linkToFile(file.id)
    if (link.ok) await openFile(link.url, link.kind)
    else say(link.sentence)
  }
  const remove = async () => {
    const isSure = await confirm({
      title: '删除这份文件？',
      content: `“${file.name}”删除后需要重新上传。`,
      yes: '删除',
    })
    if (!isSure) return
    const reply = await run({ target: uploads.target, material: material.code, fileId: file.id })
    if (reply === undefined) return
    if (reply.ok) onRemoved(file.id)
    else say(reply.error.message)
  }
  const number = place + 1
  return (
    <FileRow
      thumbnail={<FileThumbnail file={file} />}
      name={`${number}. ${file.name}`}
      detail={`已上传 · ${bytesInWords(file.bytes)}`}
      actions={
        <>
          <Button
            id={`file-open-${file.id}`}
            kind="quiet"
            small
            label={`查看第${number}份：${file.name}`}
            onTap={() => void open()}
          >
            查看
          </Button>
          <Button
            id={`file-remove-${file.id}`}
            kind="quiet"
            small
            busy={isBusy ? '正在删除…' : false}
            label={`删除第${number}份：${file.name}`}
            onTap={() => void remove()}
          >
            删除
          </Button>
        </>
      }
    />
  )
}
