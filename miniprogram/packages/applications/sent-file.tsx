import { useState } from 'react'
import type { FileView } from '@shared/contracts/applications'
import { bytesInWords } from '@shared/domain/chosen-file'
import { Button } from '../../components/button'
import { FileRow } from '../../components/file-row'
import { FileThumbnail } from '../../components/file-thumbnail'
import { linkToFile } from '../../cloud/file-link'
import { openFile } from '../../platform/open-file'
import { say } from '../../platform/phone'

const words = { open: '查看', opening: '正在打开…', failed: '文件没能打开，请稍后再试。' } as const

/** A file that was sent in with an application, to look at. */
export function SentFile({ file, applicationId }: { readonly file: FileView; readonly applicationId: string }) {
  const [isOpening, setOpening] = useState(false)
  const open = async () => {
    setOpening(true)
    const link = await linkToFile(file.id, applicationId)
    try {
      if (link.ok) await openFile(link.url, link.kind)
      else say(link.sentence)
    } catch {
      say(words.failed)
    }
    setOpening(false)
  }
  return (
    <FileRow
      thumbnail={<FileThumbnail file={file} applicationId={applicationId} />}
      name={file.name}
      detail={bytesInWords(file.bytes)}
      actions={
        <Button
          id={`file-${file.id}`}
          kind="quiet"
          small
          busy={isOpening && words.opening}
          label={`${words.open}${file.name}`}
          onTap={() => void open()}
        >
          {words.open}
        </Button>
      }
    />
  )
}
