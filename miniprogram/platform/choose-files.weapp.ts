import Taro from '@tarojs/taro'
import { jpegQuality, longestSide, type LocalFile } from './local-file'

/** Takes or picks photos; each turned right and shrunk. Empty when the person changed their mind. */
export async function choosePhotos(from: 'camera' | 'album', most: number): Promise<readonly LocalFile[]> {
  const chosen = await Taro.chooseMedia({
    count: Math.min(9, most),
    mediaType: ['image'],
    sourceType: [from],
    sizeType: ['compressed', 'original'],
  }).catch(cancelled)
  if (chosen === undefined) return []
  return Promise.all(
    chosen.tempFiles.map(({ tempFilePath, size }, place) =>
      shrunk({ path: tempFilePath, name: `照片${String(place + 1)}.jpg`, bytes: size }),
    ),
  )
}

/** Picks documents from a chat, WeChat's only way to a phone's files. */
export async function chooseDocuments(most: number): Promise<readonly LocalFile[]> {
  const chosen = await Taro.chooseMessageFile({ count: Math.min(9, most), type: 'all' }).catch(cancelled)
  return (chosen?.tempFiles ?? []).map(({ path, name, size }) => ({ path, name, bytes: size }))
}

/** Picks files of text: JSON or tables. */
export async function chooseTextFiles(most: number): Promise<readonly LocalFile[]> {
  const extension = ['json', 'csv']
  const chosen = await Taro.chooseMessageFile({ count: most, type: 'file', extension }).catch(cancelled)
  return (chosen?.tempFiles ?? []).map(({ path, name, size }) => ({ path, name, bytes: size }))
}

async function shrunk(file: LocalFile): Promise<LocalFile> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: file.path })
    const longer = width >= height ? { compressedWidth: longestSide } : { compressedHeight: longestSide }
    const { tempFilePath } = await Taro.compressImage({
      src: file.path,
      quality: jpegQuality,
      ...(Math.max(width, height) > longestSide ? longer : {}),
    })
    const info = (await Taro.getFileInfo({ filePath: tempFilePath })) as { size?: number }
    return info.size !== undefined && info.size < file.bytes ? { ...file, path: tempFilePath, bytes: info.size } : file
  } catch {
    // A picture that this phone cannot shrink goes as it is; the server checks it.
    return file
  }
}

function cancelled(reason: { errMsg?: string }): undefined {
  if (reason.errMsg?.includes('cancel') === true) return undefined
  throw new Error(reason.errMsg ?? 'choosing files failed')
}
