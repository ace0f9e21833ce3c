import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import type { Size } from './size'

/** The size of an element, now and when the window changes; undefined until it was measured. */
export function useElementSize(id: string): Size | undefined {
  const [size, setSize] = useState<Size>()
  useEffect(() => {
    let isGone = false
    const measure = () =>
      Taro.nextTick(() => {
        Taro.createSelectorQuery()
          .select(`#${id}`)
          .boundingClientRect((found) => {
            const box = Array.isArray(found) ? found[0] : found
            if (!isGone && box) setSize({ width: box.width, height: box.height })
          })
          .exec()
      })
    measure()
    Taro.onWindowResize(measure)
    return () => {
      isGone = true
      Taro.offWindowResize(measure)
    }
  }, [id])
  return size
}
