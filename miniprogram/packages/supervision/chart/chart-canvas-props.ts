import type { CanvasTheme } from '../../../theme/canvas-theme'
import type { ChartData } from './chart-data'

export interface ChartCanvasProps {
  readonly id: string
  /** CSS px. */
  readonly width: number
  readonly height: number
  /** Drawn anew when this is another object. */
  readonly data: ChartData
  readonly theme: CanvasTheme
}
