import Taro from '@tarojs/taro'

const tabs = ['/pages/home/index', '/pages/services/index', '/pages/progress/index', '/pages/me/index'] as const
/** WeChat keeps no more pages open over each other. */
const mostOpen = 10

/** Opens a page by its address, with or without the leading `/` (messages carry it without); tabs are switched to. */
export function openPage(address: string): void {
  const url = address.startsWith('/') ? address : `/${address}`
  const [path = url] = url.split('?')
  if (tabs.some((tab) => tab === path)) void Taro.switchTab({ url: path })
  else if (Taro.getCurrentPages().length >= mostOpen) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

/** To a page that mostly lies just beneath this one: back to it, or in place of this one. */
export function returnTo(address: string): void {
  const beneath = Taro.getCurrentPages().at(-2)?.route ?? ''
  const [path = address] = address.split('?')
  if (beneath !== '' && path.endsWith(beneath.replace(/^\//, ''))) void Taro.navigateBack()
  else void Taro.redirectTo({ url: address })
}
