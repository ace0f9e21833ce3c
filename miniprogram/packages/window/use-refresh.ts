import { useEffect, useRef } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** Runs `refresh` every `everyMs` while the page is on the screen. */
export function useRefresh(refresh: () => Promise<void>, everyMs: number): void {
  const isShown = useRef(true)
  useDidShow(() => {
    isShown.current = true
  })
  useDidHide(() => {
    isShown.current = false
  })
  useEffect(() => {
    let isAsking = false
    const timer = setInterval(() => {
      if (!isShown.current || isAsking) return
      isAsking = true
      void refresh().finally(() => (isAsking = false))
    }, everyMs)
    return () => clearInterval(timer)
  }, [refresh, everyMs])
}
