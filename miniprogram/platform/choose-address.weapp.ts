import Taro from '@tarojs/taro'
import type { PickedAddress } from './picked-address'

/** Whether there is an address book to choose from. */
export const canChooseAddress: boolean = true

/**
 * An address from WeChat's own address book. Needs `requiredPrivateInfos` in app.json and the interface's permission in
 * WeChat's console.
 * @returns undefined when the person changed their mind; `unavailable` when they or WeChat do not let the program
 */
export async function chooseAddress(): Promise<PickedAddress | 'unavailable' | undefined> {
  try {
    const { userName, telNumber, provinceName, cityName, countyName, detailInfo } = await Taro.chooseAddress()
    return {
      name: userName,
      phone: telNumber,
      province: provinceName,
      city: cityName,
      district: countyName,
      detail: detailInfo,
    }
  } catch (error) {
    const { errMsg = '' } = error as { readonly errMsg?: string }
    return errMsg.includes('cancel') ? undefined : 'unavailable'
  }
}
