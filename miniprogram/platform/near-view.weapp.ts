import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { nearMargin } from './near-margin'

/** Whether an element has ever come near the visible part of the page: pictures are fetched then, not before. */
export function useNearView(id: string): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const { page } = Taro.getCurrentInstance()
    if (isNear || !page) return
    const observer = Taro.createIntersectionObserver(page)
    Taro.nextTick(() => {
      observer
        .relativeToViewport({ top: nearMargin, bottom: nearMargin })
        .observe(`#${id}`, ({ intersectionRatio }) => {
          if ((intersectionRatio ?? 0) > 0) setNear(true)
        })
    })
    return () => observer.disconnect()
  }, [id, isNear])
  return isNear
}
