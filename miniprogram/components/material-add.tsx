import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Material } from '@shared/domain/item'
import { chooseDocuments, choosePhotos } from '../platform/choose-files'
import type { LocalFile } from '../platform/local-file'
import { say } from '../platform/phone'
import { Button } from './button'
import './material-files.css'

/** The ways to add files to a material: camera, album, and documents where it takes them. */
export function MaterialAdd({
  material,
  room,
  onChosen,
}: {
  readonly material: Material
  readonly room: number
  readonly onChosen: (files: readonly LocalFile[]) => void
}) {
  const [isChoosing, setChoosing] = useState(false)
  const id = `material-add-${material.code}`
  const choose = (from: () => Promise<readonly LocalFile[]>) => async () => {
    if (isChoosing) return
    setChoosing(true)
    try {
      onChosen(await from())
    } catch {
      // The phone did not open its camera or album: mostly a permission that was not given.
      say('没有打开，请在手机设置里允许使用相机和相册')
    } finally {
      setChoosing(false)
    }
  }
  const takesPictures = material.accepts.some((kind) => kind !== 'pdf')
  const busy = isChoosing ? '请选择…' : false
  return (
    <View className="material-files__add">
      {takesPictures && (
        <View className="material-files__way">
          <Button
            id={`${id}-camera`}
            kind="secondary"
            icon="camera"
            small
            busy={busy}
            label={`拍照上传${material.name}`}
            onTap={() => void choose(() => choosePhotos('camera', room))()}
          >
            拍照
          </Button>
        </View>
      )}
      {takesPictures && (
        <View className="material-files__way">
          <Button
            id={`${id}-album`}
            kind="secondary"
            icon="picture"
            small
            busy={busy}
            label={`从相册选择${material.name}`}
            onTap={() => void choose(() => choosePhotos('album', room))()}
          >
            相册
          </Button>
        </View>
      )}
      {material.accepts.includes('pdf') && (
        <View className="material-files__way">
          <Button
            id={`${id}-file`}
            kind="secondary"
            icon="file"
            small
            busy={busy}
            label={`选择文件上传${material.name}`}
            onTap={() => void choose(() => chooseDocuments(room))()}
          >
            文件
          </Button>
        </View>
      )}
    </View>
  )
}
