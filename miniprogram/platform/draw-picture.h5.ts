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
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const drawing = canvas.getContext('2d')
  if (drawing === null) return ''
  drawing.scale(scale, scale)
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
