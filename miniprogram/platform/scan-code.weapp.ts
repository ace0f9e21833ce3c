import Taro from '@tarojs/taro'
import type { CodeKind } from './code-kinds'

/** Whether this device reads codes with its camera. */
export const canScan: boolean = true

const scanTypes: Readonly<Record<CodeKind, ('qrCode' | 'barCode')[]>> = {
  'qr-code': ['qrCode'],
  waybill: ['barCode'],
}

/** Reads one code. @returns its text; undefined when the person changed their mind */
export async function scanCode(kind: CodeKind = 'qr-code', _onReading?: () => void): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: scanTypes[kind] })
    return result
  } catch {
    return undefined
  }
}
