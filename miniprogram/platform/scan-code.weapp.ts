import Taro from '@tarojs/taro'

/** Whether this device reads codes with its camera; undefined until it is known. */
export function useCanScan(): boolean | undefined {
  return true
}

/** Reads one QR code. @returns its text; undefined when the person changed their mind */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result
  } catch {
    return undefined
  }
}
