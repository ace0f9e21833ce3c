import { useEffect } from 'react'
import Taro from '@tarojs/taro'

/** WeChat's window around a page: its title and the colours of its bars; how large their text is, the phone says. */
export function useScreenFrame(title: string, isDark: boolean, _isLarge: boolean): void {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  useEffect(() => {
    const ground = isDark ? '#101a1e' : '#0b5d6b'
    void Taro.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: ground })
    void Taro.setBackgroundColor({ backgroundColor: isDark ? '#101a1e' : '#eef2f4' })
    // Only tab pages have the bar; others refuse, and there is nothing to colour then.
    const bar = isDark
      ? { color: '#b3c2c8', selectedColor: '#6cc5d2', backgroundColor: '#1a272c' }
      : { color: '#4a5c64', selectedColor: '#0b5d6b', backgroundColor: '#ffffff' }
    Taro.setTabBarStyle(bar).catch(() => undefined)
  }, [isDark])
}
