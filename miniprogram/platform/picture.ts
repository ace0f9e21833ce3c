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
/** Pictures are drawn at twice their size, so that they are sharp on a phone. */
export const pictureScale = 2
/** For a printer: some 300 dots an inch on the sheet. */
export const printScale = 4
