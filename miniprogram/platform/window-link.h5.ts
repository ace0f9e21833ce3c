/** The link a window's QR code holds: in a browser the address of the page that rates it. */
export function windowLink(window: string): string | undefined {
  const { origin, pathname } = globalThis.location
  return `${origin}${pathname}#/packages/surveys/rate/index?window=${encodeURIComponent(window)}`
}
