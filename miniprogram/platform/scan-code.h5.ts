import type { CodeKind } from './code-kinds'
import { readCode } from './read-code.h5'

/** Whether this browser reads codes from a photo: by itself, or with the reader that is loaded then (decision 0016). */
export const canScan: boolean = typeof WebAssembly === 'object' && typeof createImageBitmap === 'function'

/**
 * Reads one code from a photo of it.
 * @param onReading told once there is a photo: reading it may take a while the first time
 * @returns the code's text; undefined without a photo, or without such a code on it
 */
export async function scanCode(kind: CodeKind = 'qr-code', onReading?: () => void): Promise<string | undefined> {
  const photo = await takePhoto()
  if (photo === undefined) return undefined
  onReading?.()
  try {
    return await readCode(await createImageBitmap(photo), kind)
  } catch {
    // Not a picture this browser can show, or the reader could not be loaded.
    return undefined
  }
}

/** The phone's camera; on a desktop a file of a picture. */
function takePhoto(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.setAttribute('capture', 'environment')
    input.dataset.picker = 'code'
    input.style.display = 'none'
    const finish = (file: File | undefined) => {
      input.remove()
      resolve(file)
    }
    input.onchange = () => finish(input.files?.[0])
    input.oncancel = () => finish(undefined)
    document.body.append(input)
    input.click()
  })
}
