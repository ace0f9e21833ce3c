/** The link that a receipt's QR code holds: in a browser the address of the case. */
export function caseLink(applicationId: string): string | undefined {
  return addressOf(`/packages/applications/case/index?id=${encodeURIComponent(applicationId)}`)
}

/** The link of a slip of the window: where a case that is nobody's account's yet is linked with one's own. */
export function claimLink(receiptNumber: string): string | undefined {
  return addressOf(`/packages/applications/link/index?receipt=${encodeURIComponent(receiptNumber)}`)
}

function addressOf(page: string): string {
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${page}`
}
