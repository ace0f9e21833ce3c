/** The 2D drawing calls that WeChat's canvas and the browser's share. */
export type Drawing = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'fill'
  | 'arc'
  | 'scale'
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
  | 'closePath'
  | 'setLineDash'
>
/** Pictures are drawn at twice their size, so that a printout is sharp. */
export const pictureScale = 2
