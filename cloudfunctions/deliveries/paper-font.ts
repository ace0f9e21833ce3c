import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Noto Sans SC: every character of 通用规范汉字表, so that rare names are written. It lies beside the bundle; of functions
 * that run from their sources it lies in its package. Read when the first paper is made, and kept.
 */
const places = [
  join(__dirname, 'chinese.ttf'),
  join(__dirname, '../../node_modules/@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
]
let font: Promise<Buffer> | undefined

/** @throws Error where the font was left out of the deployment */
export function paperFont(): Promise<Buffer> {
  const place = places.find((each) => existsSync(each))
  if (place === undefined) throw new Error('the font of the papers is missing')
  return (font ??= readFile(place))
}
