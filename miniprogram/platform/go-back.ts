import Taro from '@tarojs/taro'

/** To the page before; opened by a link of its own there is none, and the home page opens. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}
