import { useEffect, useState } from 'react'

/** Newer than the compiler's list of what browsers have. */
interface CodeReader {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
interface CodeReaderKind {
  new (options: { readonly formats: readonly string[] }): CodeReader
  getSupportedFormats(): Promise<readonly string[]>
}
const kind = () => (window as unknown as { readonly BarcodeDetector?: CodeReaderKind }).BarcodeDetector

/** Whether this browser reads codes; undefined until it is known. */
export function useCanScan(): boolean | undefined {
  const [canScan, setCanScan] = useState(kind() === undefined ? false : undefined)
  useEffect(() => {
    void kind()
      ?.getSupportedFormats()
      .then(
        (formats) => setCanScan(formats.includes('qr_code')),
        () => setCanScan(false),
      )
  }, [])
  return canScan
}

/** Reads one QR code from a photo of it. @returns its text; undefined without a photo, or without a code on it */
export async function scanCode(): Promise<string | undefined> {
  const Reader = kind()
  const photo = await takePhoto()
  if (Reader === undefined || photo === undefined) return undefined
  try {
    const [found] = await new Reader({ formats: ['qr_code'] }).detect(await createImageBitmap(photo))
    return found?.rawValue
  } catch {
    // Not a picture this browser can read.
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
