/** The link a guide's QR code holds: in a browser the address of its page. */
export function guideLink(itemCode: string): string | undefined {
  const { origin, pathname } = window.location
  return `${origin}${pathname}#/packages/catalogue/guide/index?code=${encodeURIComponent(itemCode)}`
}
