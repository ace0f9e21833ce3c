import Taro from '@tarojs/taro'

/** Random bytes that nobody can guess; undefined where WeChat is too old to have such a source. */
export async function secureRandom(count: number): Promise<Uint8Array | undefined> {
  try {
    const { randomValues } = await Taro.getRandomValues({ length: count })
    return new Uint8Array(randomValues)
  } catch {
    return undefined
  }
}
