/** The link that a receipt's QR code holds: in a browser the address of the case. */
export function caseLink(applicationId: string): string | undefined {
  const { origin, pathname } = window.location
  return `${origin}${pathname}#/packages/applications/case/index?id=${encodeURIComponent(applicationId)}`
}
