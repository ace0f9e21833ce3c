/** What both platforms give to draw on: an HTML canvas, or the node of WeChat's. */
export interface Drawable {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
}

/** WeChat refuses canvases with more pixels a side. */
const mostPixels = 4096

/** How many device pixels a CSS pixel of a canvas has, so that the whole of it stays within what a phone draws. */
export function pixelRatio(device: number, width: number, height: number): number {
  return Math.min(device, mostPixels / Math.max(1, width, height))
}
