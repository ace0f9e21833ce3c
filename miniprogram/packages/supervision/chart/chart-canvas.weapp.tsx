import { useEffect } from 'react'
import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ChartCanvasProps } from './chart-canvas-props'
import { drawChart } from './draw-chart'
import { pixelRatio, type Drawable } from './drawable'

/** WeChat's canvas: its node is asked for once the page has it. */
export function ChartCanvas({ id, width, height, data, theme }: ChartCanvasProps) {
  useEffect(() => {
    let isGone = false
    let wipe: (() => void) | undefined
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .node((found: unknown) => {
          // Nothing is found when the page is gone already.
          const canvas = (found as { readonly node: Drawable } | null)?.node
          if (isGone || canvas === undefined) return
          canvas.width = width
          canvas.height = height
          wipe = drawChart(canvas, pixelRatio(Taro.getWindowInfo().pixelRatio, width, height), data, theme)
        })
        .exec()
    })
    return () => {
      isGone = true
      wipe?.()
    }
  }, [id, width, height, data, theme])
  return (
    <Canvas
      type="2d"
      id={id}
      canvasId={id}
      style={{ display: 'block', width: `${String(width)}px`, height: `${String(height)}px` }}
    />
  )
}
