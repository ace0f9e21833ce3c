import { pictureScale, type Drawing } from './picture'

/** Draws a picture off the screen. @returns a `data:` URL for an Image and for `savePicture` */
export function drawPicture(width: number, height: number, draw: (drawing: Drawing) => void): string {
  const canvas = document.createElement('canvas')
  canvas.width = width * pictureScale
  canvas.height = height * pictureScale
  const drawing = canvas.getContext('2d')
  if (drawing === null) return ''
  drawing.scale(pictureScale, pictureScale)
  draw(drawing)
  return canvas.toDataURL('image/png')
}

/** Saves a drawn picture as a download. */
export async function savePicture(dataUrl: string, name: string): Promise<boolean> {
  const link = document.createElement('a')
  link.href = dataUrl
  link.download = `${name}.png`
  document.body.append(link)
  link.click()
  link.remove()
  return true
}
