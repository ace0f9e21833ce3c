import { useEffect, useRef } from 'react'
import type { ChartCanvasProps } from './chart-canvas-props'
import { drawChart } from './draw-chart'
import { pixelRatio } from './drawable'

/** A canvas of the browser. */
export function ChartCanvas({ id, width, height, data, theme }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const { current } = canvas
    if (current === null) return
    current.width = width
    current.height = height
    return drawChart(current, pixelRatio(window.devicePixelRatio, width, height), data, theme)
  }, [width, height, data, theme])
  return <canvas id={id} ref={canvas} style={{ display: 'block', width, height }} />
}
