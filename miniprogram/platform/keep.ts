import Taro from '@tarojs/taro'

/** Small values kept on the device under one prefix; a full or locked store loses the value and nothing else. */
const prefix = 'gz:'

export function keep(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(prefix + key, JSON.stringify(value))
  } catch {
    // The store is full or closed (private browsing): the server's copy is the one that counts.
  }
}

/** What was kept, as it was; the caller checks its shape, since an older version may have written it. */
export function kept(key: string): unknown {
  try {
    const text: unknown = Taro.getStorageSync(prefix + key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as unknown) : undefined
  } catch {
    return undefined
  }
}

export function drop(key: string): void {
  try {
    Taro.removeStorageSync(prefix + key)
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** Forgets everything kept under keys that begin so. */
export function dropAll(beginning: string): void {
  try {
    for (const key of Taro.getStorageInfoSync().keys) {
      if (key.startsWith(prefix + beginning)) Taro.removeStorageSync(key)
    }
  } catch {
    // The store is closed: there is nothing in it.
  }
}
