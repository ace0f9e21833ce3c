/** Nothing that a camera could open: in WeChat a receipt's QR code holds the receipt number, for the window's scanner. */
export function caseLink(_applicationId: string): string | undefined {
  return undefined
}
