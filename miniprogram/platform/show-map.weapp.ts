import Taro from '@tarojs/taro'

/** Opens the phone's map at a place. */
export function showMap(place: {
  readonly latitude: number
  readonly longitude: number
  readonly name: string
  readonly address: string
}): void {
  Taro.openLocation({ ...place, scale: 16 }).catch(() => undefined)
}
