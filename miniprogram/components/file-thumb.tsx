import { Text, View } from '@tarojs/components'
import type { FileView } from '@shared/contracts/applications'
import { classNames } from './class-names'
import { FileThumbnail } from './file-thumbnail'
import { Tappable } from './tappable'
import { viewerWords } from './viewer-words'
import './file-thumb.css'

/** A file small; opens the viewer. */
export function FileThumb({
  id,
  applicationId,
  file,
  name,
  place,
  of,
  isOld = false,
  onOpen,
}: {
  readonly id: string
  readonly applicationId: string
  readonly file: FileView
  /** The material's. */
  readonly name: string
  readonly place: number
  readonly of: number
  readonly isOld?: boolean
  readonly onOpen: () => void
}) {
  return (
    <Tappable
      id={id}
      className={classNames('file-thumb', isOld && 'file-thumb--old')}
      label={viewerWords.open(name, place, of)}
      onTap={onOpen}
    >
      <View className="file-thumb__frame">
        <FileThumbnail file={file} applicationId={applicationId} />
        {file.kind === 'pdf' && <Text className="file-thumb__kind">PDF</Text>}
      </View>
    </Tappable>
  )
}
