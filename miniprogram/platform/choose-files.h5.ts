import { jpegQuality, longestSide, type LocalFile } from './local-file'

/** Takes or picks photos; each turned right and shrunk. Empty when the person changed their mind. */
export async function choosePhotos(from: 'camera' | 'album', most: number): Promise<readonly LocalFile[]> {
  const files = await pick('image/jpeg,image/png', most, from === 'camera')
  return Promise.all(files.map(shrunk))
}

/** Picks documents from the device. */
export async function chooseDocuments(most: number): Promise<readonly LocalFile[]> {
  return (await pick('application/pdf,image/jpeg,image/png', most, false)).map(localFile)
}

/** Picks files of text: JSON or tables. */
export async function chooseTextFiles(most: number): Promise<readonly LocalFile[]> {
  return (await pick('.json,.csv,application/json,text/csv', most, false)).map(localFile)
}

function pick(accept: string, most: number, isCamera: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = most > 1
    input.dataset.picker = 'file'
    input.style.display = 'none'
    if (isCamera) input.setAttribute('capture', 'environment')
    const finish = (files: readonly File[]) => {
      input.remove()
      resolve(files)
    }
    input.onchange = () => finish([...(input.files ?? [])].slice(0, most))
    input.oncancel = () => finish([])
    document.body.append(input)
    input.click()
  })
}

function localFile(file: File): LocalFile {
  return { path: URL.createObjectURL(file), name: file.name, bytes: file.size }
}

/** Photos larger than needed are drawn anew; the browser turns them by their own orientation mark while reading. */
async function shrunk(file: File): Promise<LocalFile> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size < 800 * 1024) return localFile(file)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality / 100))
    if (blob === null || blob.size >= file.size) return localFile(file)
    return { path: URL.createObjectURL(blob), name: file.name, bytes: blob.size }
  } catch {
    // Not a picture this browser can read: it goes as it is, and the server says what is wrong with it.
    return localFile(file)
  }
}
