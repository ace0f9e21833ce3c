import { bytesInWords } from '@shared/domain/chosen-file'
import type { Upload } from '../cloud/upload-queue'
import { Button } from './button'
import { FileRow } from './file-row'
import { Thumbnail } from './file-thumbnail'

/** A chosen file until the server has it: how far it is, or why it does not go on. */
export function UploadRow({
  id,
  upload,
  onRetry,
  onRemove,
}: {
  readonly id: string
  readonly upload: Upload
  readonly onRetry: () => void
  readonly onRemove: () => void
}) {
  const { file, standing } = upload
  const isPicture = /\.(jpe?g|png)$/i.test(file.name)
  const thumbnail = (
    <Thumbnail kind={isPicture ? 'jpeg' : 'pdf'} {...(isPicture && file.bytes > 0 ? { path: file.path } : {})} />
  )
  const shared = { id: `${id}-row`, thumbnail, name: file.name }
  const cancel = (
    <Button id={`${id}-cancel`} kind="quiet" small label={`取消上传${file.name}`} onTap={onRemove}>
      取消上传
    </Button>
  )
  switch (standing.kind) {
    case 'waiting':
      return <FileRow {...shared} detail={`排队等候上传 · ${bytesInWords(file.bytes)}`} actions={cancel} />
    case 'sending':
      return (
        <FileRow
          {...shared}
          tone="accent"
          detail={`正在上传 ${standing.percent}%`}
          progress={standing.percent}
          actions={cancel}
        />
      )
    case 'checking':
      return <FileRow {...shared} tone="accent" detail="已传完，正在检查文件…" progress={100} actions={null} />
    case 'failed':
      return (
        <FileRow
          {...shared}
          tone="red"
          detail={standing.sentence}
          actions={
            <>
              {!standing.isFinal && (
                <Button
                  id={`${id}-retry`}
                  kind="quiet"
                  icon="refresh"
                  small
                  label={`重新上传${file.name}`}
                  onTap={onRetry}
                >
                  重试
                </Button>
              )}
              <Button id={`${id}-dismiss`} kind="quiet" small label={`移除${file.name}`} onTap={onRemove}>
                移除
              </Button>
            </>
          }
        />
      )
  }
}
