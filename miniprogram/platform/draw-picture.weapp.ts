import Taro from '@tarojs/taro'
import { pictureScale, type Drawing } from './picture'

/**
 * Draws a picture off the screen.
 * @param scale pixels of the picture for each of its sides' units
 * @returns a `data:` URL for an Image and for `savePicture`
 */
export function drawPicture(
  width: number,
  height: number,
  draw: (drawing: Drawing) => void,
  scale: number = pictureScale,
): string {
  const canvas = Taro.createOffscreenCanvas({
    type: '2d',
    width: width * scale,
    height: height * scale,
  }) as unknown as {
    getContext(kind: '2d'): Drawing
    toDataURL(type: string): string
  }
  const drawing = canvas.getContext('2d')
  drawing.scale(scale, scale)
  draw(drawing)
  return canvas.toDataURL('image/png')
}

/** Saves a drawn picture to the phone's album; false when the person did not allow it. */
export async function savePicture(dataUrl: string, name: string): Promise<boolean> {
  const path = `${Taro.env.USER_DATA_PATH ?? ''}/${name}.png`
  Taro.getFileSystemManager().writeFileSync(path, dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path })
    return true
  } catch {
    return false
  }
}
