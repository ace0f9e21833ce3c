import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import type { Size } from './size'

/**
 * The size of an element, now and when the window changes; undefined until it was measured. WeChat does not tell when
 * what stands beside it grows: measured again when `layout` differs.
 */
export function useElementSize(id: string, layout = ''): Size | undefined {
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
  }, [id, layout])
  return size
}
