import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { wideFrom } from './wide-from'

const isWide = (width: number | undefined) => width !== undefined && width >= wideFrom

/** Whether a list and what it opens fit beside each other: WeChat on a tablet or a desktop. */
export function useWideScreen(): boolean {
  const [wide, setWide] = useState(() => isWide(Taro.getWindowInfo().windowWidth))
  useEffect(() => {
    const listen = () => setWide(isWide(Taro.getWindowInfo().windowWidth))
    Taro.onWindowResize(listen)
    return () => Taro.offWindowResize(listen)
  }, [])
  return wide
}
