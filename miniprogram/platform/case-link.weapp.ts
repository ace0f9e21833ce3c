/** Nothing that a camera could open: in WeChat a receipt's QR code holds the receipt number, for the window's scanner. */
export function caseLink(_applicationId: string): string | undefined {
  return undefined
}

/** As `caseLink`, for a case that is nobody's account's yet. */
export function claimLink(_receiptNumber: string): string | undefined {
  return undefined
}
